import HelpDesk
import Store

/// What judged answers come to.
enum QualityReports {
    static func report(
        samples: [QualitySample], scores: [StoredQualityScore], names: [String: String]
    ) -> QualityReport {
        // A person's score is of answers, so of two judgements of one the first counts.
        let first = scores.filter { $0.position == 1 }
        let totals = Dictionary(grouping: first, by: \.author).mapValues { scores in
            scores.map(\.marks.total)
        }
        let standings = QualityStanding.of(totals)
        let lines = standings.map { person, standing in
            QualityReport.Line(
                person: person, name: names[String(person.rawValue)] ?? "", standing: standing,
                policyFails: first.count { $0.author == person && $0.marks.policy == .missed })
        }
        let scored = Set(scores.map(\.sample))
        return QualityReport(
            lines: lines.sorted(by: stands), agreements: agreements(scores),
            drawn: samples.count, scored: scored.count, open: open(samples, scores))
    }

    /// The mean of everybody's answers, each by its first judgement.
    static func figure(_ scores: [StoredQualityScore]) -> FigureValue {
        let mean = MeanInterval(scores.filter { $0.position == 1 }.map(\.marks.total))
        return FigureValue(
            .qualityScore, mean?.mean, n: mean?.n ?? 0, interval: mean?.interval)
    }

    /// The ranked first, then those with too few answers, by name.
    private static func stands(_ one: QualityReport.Line, _ other: QualityReport.Line) -> Bool {
        switch (one.standing.rank, other.standing.rank) {
        case (let left?, let right?):
            left == right ? one.person < other.person : left < right
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): (one.name, one.person) < (other.name, other.person)
        }
    }

    /// How far two judges of one answer agree, part by part.
    private static func agreements(_ scores: [StoredQualityScore]) -> [QualityReport.Agreement] {
        let pairs = Dictionary(grouping: scores.filter(\.isDouble), by: \.sample).values
            .compactMap { scores -> (QualityMarks, QualityMarks)? in
                guard scores.count >= 2 else { return nil }
                let sorted = scores.sorted { $0.position < $1.position }
                return (sorted[0].marks, sorted[1].marks)
            }
        return QualityCriterion.allCases.compactMap { criterion in
            Kappa(pairs.map { ($0.0[criterion], $0.1[criterion]) }).map {
                QualityReport.Agreement(criterion: criterion, kappa: $0)
            }
        }
    }

    /// Judgements that are still to be made.
    private static func open(_ samples: [QualitySample], _ scores: [StoredQualityScore]) -> Int {
        let given = Dictionary(grouping: scores, by: \.sample).mapValues(\.count)
        return samples.reduce(0) { sum, sample in
            sum + max(0, (sample.isDouble ? 2 : 1) - (given[sample.id] ?? 0))
        }
    }
}
