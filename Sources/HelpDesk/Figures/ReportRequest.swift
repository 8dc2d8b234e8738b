package import SwiftExtensions

/// What a report is about.
package enum ReportKind: String, Hashable, Sendable, Codable, CaseIterable {
    case kpi, sla, backlog, agents, faq, satisfaction, quality, reconcile
}

/// What figures are broken down by.
package enum ReportDimension: String, Hashable, Sendable, Codable, CaseIterable {
    case store, marketplace, language, category, person, day, week, month

    package var isPeriod: Bool { self == .day || self == .week || self == .month }
}

/// Which figures of which work.
package struct ReportRequest: Hashable, Sendable, Codable {
    package var kind: ReportKind
    /// The window: `from` is in it, `to` is not.
    package var from: Timestamp
    package var to: Timestamp
    /// At most two.
    package var by: [ReportDimension]
    package var store: StoreID?
    package var marketplace: MarketplaceCode?
    package var language: LanguageCode?
    package var category: InquiryCategory?
    package var person: PersonID?

    package init(
        kind: ReportKind, from: Timestamp, to: Timestamp, by: [ReportDimension] = [],
        store: StoreID? = nil, marketplace: MarketplaceCode? = nil, language: LanguageCode? = nil,
        category: InquiryCategory? = nil, person: PersonID? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.by = by
        self.store = store
        self.marketplace = marketplace
        self.language = language
        self.category = category
        self.person = person
    }
}

extension ReportKind {
    /// The figures of a report, in the order of its columns.
    package var figures: [FigureKind] {
        switch self {
        case .kpi:
            [
                .lateRate, .replyRate, .overDay, .noResponse, .exposure, .excusedLate, .firstMedian,
                .firstP90, .firstMean, .firstWithin1, .firstWithin4, .firstWithin12, .firstWithin24,
                .nextMedian, .nextP90, .nextMean, .nextWithin24, .grossMedian, .grossP90,
                .grossMean, .netMedian, .netP90, .firstResolveMedian, .reopenRate,
                .reopenProvisional, .oneTouch, .arrivals, .replies, .resolves, .templateShare,
                .textShare, .owedDebts, .owedAgeMedian,
            ]
        case .sla:
            [
                .lateRate, .overDay, .noResponse, .exposure, .excusedLate, .breachesRaw,
                .breachesNet,
                .breachesBornLate, .breachShare, .breachQueueShare,
            ]
        case .backlog:
            [
                .owedDebts, .owedTickets, .owedAgeMedian, .owedAgeP90, .owedAgeHighest, .arrivals,
                .discharged,
            ]
        case .agents:
            [
                .replies, .helpReplies, .discharged, .resolves, .activeHours, .dischargedPerHour,
                .repliesPerHour, .resolvesPerHour, .firstMedian, .nextMedian, .lateRate,
                .breachesRaw, .breachShare, .reopenRate, .oneTouch, .templateShare, .textShare,
                .owedDebts,
            ]
        case .faq: [.questions, .questionRatio]
        case .satisfaction: [.satisfied, .neutral, .dissatisfied]
        case .quality: [.qualityScore]
        case .reconcile: [.lateRate, .overDay, .noResponse]
        }
    }

    /// The figures of a report that are also shown day by day.
    package var trends: [FigureKind] {
        switch self {
        case .kpi: [.lateRate, .firstMedian, .arrivals, .replies, .resolves]
        case .sla: [.lateRate, .breachesNet]
        case .backlog: [.arrivals, .discharged]
        case .agents: [.replies, .discharged]
        case .satisfaction: [.dissatisfied]
        case .faq, .quality, .reconcile: []
        }
    }
}
