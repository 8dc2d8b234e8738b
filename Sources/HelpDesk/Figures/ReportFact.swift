/// One row behind figures, as the database keeps it: what happened, when, and how long it took.
package struct ReportFact: Hashable, Sendable {
    /// What kind of row it is.
    package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// A buyer message's debt, by its start.
        case debt
        /// What one reply answers, by its start.
        case turn
        /// A ticket that was resolved for the last time, by that instant.
        case resolution
        /// An act of resolving.
        case resolve
        /// A human reply.
        case reply
        /// A debt that a person discharged, by that instant.
        case discharge
        /// A debt that was owed when the window ended.
        case owed
        /// A debt that was not discharged when it was due, by that instant.
        case breach
        /// Somebody's part of the time between start and due of a debt that was breached.
        case share
        /// A buyer's rating.
        case rating
    }

    package var source: Source
    package var ticket: Int64
    /// The debt, message or number that the row is about.
    package var item: Int64
    /// When it began, in milliseconds.
    package var start: Int64
    /// When it ended; nil while it has not.
    package var end: Int64?
    /// Whose it is: the owner, the writer or whoever resolved it.
    package var person: Int64?
    package var state: DebtState?
    /// A turn: the first of its cycle. A resolve: the last of its cycle. A breach or debt: late
    /// when it came. A reply: made with a template.
    package var flag = false
    /// A reply: by somebody who never owned the ticket. A resolve: dealt with in one reply.
    package var mark = false
    /// Resolution: time at rest, time waiting for others. Reply: characters, those of a template.
    /// Breach: time without an owner. Share: the person's time. Rating: its stars.
    package var first: Int64 = 0
    package var second: Int64 = 0

    package init(
        source: Source, ticket: Int64, item: Int64, start: Int64, end: Int64? = nil,
        person: Int64? = nil, state: DebtState? = nil
    ) {
        self.source = source
        self.ticket = ticket
        self.item = item
        self.start = start
        self.end = end
        self.person = person
        self.state = state
    }
}

/// What a figure opens into.
package enum FigureRowSource: Hashable, Sendable {
    case facts(ReportFact.Source)
    /// The hours in which a person did something.
    case hours
    /// Answers that were judged.
    case samples
}

extension FigureKind {
    /// Which rows a figure is worked out from; none for those that are not made from rows.
    package var source: ReportFact.Source? {
        switch self {
        case .lateRate, .replyRate, .overDay, .noResponse, .exposure, .excusedLate, .arrivals:
            .debt
        case .firstMedian, .firstP90, .firstMean, .firstWithin1, .firstWithin4, .firstWithin12,
            .firstWithin24, .nextMedian, .nextP90, .nextMean, .nextWithin24:
            .turn
        case .grossMedian, .grossP90, .grossMean, .netMedian, .netP90, .firstResolveMedian:
            .resolution
        case .reopenRate, .reopenProvisional, .oneTouch, .resolves, .resolvesPerHour: .resolve
        case .replies, .helpReplies, .templateShare, .textShare, .repliesPerHour: .reply
        case .discharged, .dischargedPerHour: .discharge
        case .owedDebts, .owedTickets, .owedAgeMedian, .owedAgeP90, .owedAgeHighest: .owed
        case .breachesRaw, .breachesNet, .breachesBornLate, .breachQueueShare: .breach
        case .breachShare: .share
        case .satisfied, .neutral, .dissatisfied: .rating
        case .activeHours, .qualityScore, .questions, .questionRatio: nil
        }
    }

    /// What a figure opens into: the rows that it is worked out from, and for questions the debts of
    /// the messages that asked them.
    package var opened: FigureRowSource? {
        switch self {
        case .questions, .questionRatio: .facts(.debt)
        case .activeHours: .hours
        case .qualityScore: .samples
        default: source.map(FigureRowSource.facts)
        }
    }

    /// Whether a row of the figure's source is one of the cases the figure is of.
    package func counts(_ fact: ReportFact, now: Int64) -> Bool {
        switch self {
        case .lateRate, .replyRate, .overDay, .noResponse:
            switch fact.state {
            case .answered, .answerPending: true
            case .owed, .excusePending: now - fact.start > LateRate.limit
            default: false
            }
        case .exposure:
            (fact.state == .owed || fact.state == .excusePending)
                && now - fact.start <= LateRate.limit
        case .excusedLate:
            fact.state == .excused && (fact.end ?? now) - fact.start > LateRate.limit
        case .arrivals, .breachesRaw, .questions, .questionRatio: fact.state != .void
        case .firstMedian, .firstP90, .firstWithin1, .firstWithin4, .firstWithin12,
            .firstWithin24:
            fact.flag
        case .firstMean: fact.flag && fact.end != nil
        case .nextMedian, .nextP90, .nextWithin24: !fact.flag
        case .nextMean: !fact.flag && fact.end != nil
        case .reopenRate: now - fact.start >= Self.reopenWindow
        case .reopenProvisional: now - fact.start < Self.reopenWindow
        case .oneTouch: fact.flag
        case .helpReplies: fact.mark
        case .breachesNet: fact.state != .void && fact.state != .excused
        case .breachesBornLate: fact.state != .void && fact.flag
        case .breachQueueShare: fact.state != .void && !fact.flag
        case .textShare: fact.first > 0
        default: true
        }
    }

    /// How long a reopening counts against the resolve before it, in milliseconds.
    package static let reopenWindow: Int64 = 14 * 86_400_000
    /// How long a buyer must stay silent for one reply to have been enough, in milliseconds.
    package static let touchWindow: Int64 = 7 * 86_400_000
}
