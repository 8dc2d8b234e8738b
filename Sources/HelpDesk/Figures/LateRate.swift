/// The desk's estimate of how Amazon counts answers (helpdesk section 14.1): counts that add up
/// over stores and spans, and the shares that follow from them.
package struct LateRate: Hashable, Sendable, Codable {
    /// Answered, early or late.
    package var answered: Int
    /// Answered more than 24 hours after the message.
    package var answeredLate: Int
    /// Unanswered for more than 24 hours.
    package var unansweredLate: Int
    /// Excused on the platform; in neither part of the share.
    package var excused: Int
    /// Those of them that were excused more than 24 hours after the message.
    package var excusedLate: Int
    /// Unanswered and younger: what may still become late.
    package var exposure: Int

    package init(
        answered: Int = 0, answeredLate: Int = 0, unansweredLate: Int = 0, excused: Int = 0,
        excusedLate: Int = 0, exposure: Int = 0
    ) {
        self.answered = answered
        self.answeredLate = answeredLate
        self.unansweredLate = unansweredLate
        self.excused = excused
        self.excusedLate = excusedLate
        self.exposure = exposure
    }

    /// How long Amazon lets pass, in milliseconds; one more is late.
    package static let limit: Int64 = 86_400_000

    /// Counts one debt: how long it took to its discharge, or has taken until now.
    package mutating func count(_ state: DebtState, took: Int64) {
        switch state {
        case .void: break
        case .excused:
            excused += 1
            if took > Self.limit { excusedLate += 1 }
        case .answered, .answerPending:
            answered += 1
            if took > Self.limit { answeredLate += 1 }
        case .owed, .excusePending:
            if took > Self.limit { unansweredLate += 1 } else { exposure += 1 }
        }
    }

    /// What the share is of.
    package var population: Int { answered + unansweredLate }
    package var late: Int { answeredLate + unansweredLate }
    package var rate: Double? { share(late) }
    /// The share answered within 24 hours.
    package var replyRate: Double? { share(population - late) }
    package var overDay: Double? { share(answeredLate) }
    package var noResponse: Double? { share(unansweredLate) }
    package var interval: ShareInterval? { .wilson(late, of: population) }

    private func share(_ count: Int) -> Double? {
        population > 0 ? Double(count) / Double(population) : nil
    }

    package static func += (left: inout LateRate, right: LateRate) {
        left.answered += right.answered
        left.answeredLate += right.answeredLate
        left.unansweredLate += right.unansweredLate
        left.excused += right.excused
        left.excusedLate += right.excusedLate
        left.exposure += right.exposure
    }
}
