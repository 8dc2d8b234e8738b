/// What a supervisor judges in an answer, and what each part weighs (helpdesk section 14.7).
package enum QualityCriterion: String, Hashable, Sendable, Codable, CaseIterable {
    case accuracy, completeness, policy, language, timeliness

    /// Of 100 points.
    package var weight: Int {
        switch self {
        case .accuracy: 30
        case .completeness: 25
        case .policy: 20
        case .language: 15
        case .timeliness: 10
        }
    }
}

/// How well an answer does on one part.
package enum QualityMark: String, Hashable, Sendable, Codable, CaseIterable {
    case missed, partly, met

    /// In halves, so that points stay whole numbers of halves.
    fileprivate var halves: Int {
        switch self {
        case .missed: 0
        case .partly: 1
        case .met: 2
        }
    }
}

/// The marks of one answer by one person.
package struct QualityMarks: Hashable, Sendable, Codable {
    package var accuracy: QualityMark
    package var completeness: QualityMark
    package var policy: QualityMark
    package var language: QualityMark
    package var timeliness: QualityMark

    package init(
        accuracy: QualityMark, completeness: QualityMark, policy: QualityMark,
        language: QualityMark, timeliness: QualityMark
    ) {
        self.accuracy = accuracy
        self.completeness = completeness
        self.policy = policy
        self.language = language
        self.timeliness = timeliness
    }

    /// An answer that breaks policy earns no more, however good the rest.
    package static let policyCap = 59.0

    package subscript(criterion: QualityCriterion) -> QualityMark {
        switch criterion {
        case .accuracy: accuracy
        case .completeness: completeness
        case .policy: policy
        case .language: language
        case .timeliness: timeliness
        }
    }

    /// 0 to 100 points.
    package var total: Double {
        let halves = QualityCriterion.allCases.reduce(0) { $0 + $1.weight * self[$1].halves }
        let points = Double(halves) / 2
        return policy == .missed ? min(points, Self.policyCap) : points
    }
}

/// What a person's scored answers come to.
package struct QualityStanding: Hashable, Sendable, Codable {
    package var mean: MeanInterval
    /// 1 is best; nil below `leastForRank` answers, where chance decides the order.
    package var rank: Int?

    /// How many scored answers a rank takes.
    package static let leastForRank = 10

    /// The standing of each; equal means share a rank, and whoever has too few has none.
    package static func of<Key: Hashable>(_ totals: [Key: [Double]]) -> [Key: QualityStanding] {
        var standings = totals.compactMapValues { values in
            MeanInterval(values).map { QualityStanding(mean: $0, rank: nil) }
        }
        let ranked = standings.values.map(\.mean).filter { $0.n >= leastForRank }.map(\.mean)
        for (key, standing) in standings where standing.mean.n >= leastForRank {
            standings[key]?.rank = 1 + ranked.count { $0 > standing.mean.mean }
        }
        return standings
    }
}
