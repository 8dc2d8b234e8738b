/// A number that reports show. Its raw value is part of the command line's JSON.
package enum FigureKind: String, Hashable, Sendable, Codable, CaseIterable {
    // As Amazon counts answers (helpdesk section 14.1).
    case lateRate = "late-rate"
    case replyRate = "reply-rate-24h"
    case overDay = "over-24h"
    case noResponse = "no-response"
    case exposure
    /// Excused when it was late already: in no rate, and therefore shown apart.
    case excusedLate = "excused-late"
    // How long buyers wait for an answer (14.2, 14.3).
    case firstMedian = "first-response-median"
    case firstP90 = "first-response-p90"
    case firstMean = "first-response-mean"
    case firstWithin1 = "first-response-within-1h"
    case firstWithin4 = "first-response-within-4h"
    case firstWithin12 = "first-response-within-12h"
    case firstWithin24 = "first-response-within-24h"
    case nextMedian = "next-response-median"
    case nextP90 = "next-response-p90"
    case nextMean = "next-response-mean"
    case nextWithin24 = "next-response-within-24h"
    // How long it takes until a ticket rests (14.4), and whether it stays at rest (14.5, 14.6).
    case grossMedian = "resolution-gross-median"
    case grossP90 = "resolution-gross-p90"
    case grossMean = "resolution-gross-mean"
    case netMedian = "resolution-net-median"
    case netP90 = "resolution-net-p90"
    case firstResolveMedian = "first-resolve-median"
    case reopenRate = "reopen-rate"
    case reopenProvisional = "reopen-rate-provisional"
    case oneTouch = "one-touch"
    // Volume and work (14.6).
    case arrivals
    case discharged
    case replies
    case helpReplies = "help-replies"
    case resolves
    case activeHours = "active-hours"
    case dischargedPerHour = "discharged-per-hour"
    case repliesPerHour = "replies-per-hour"
    case resolvesPerHour = "resolves-per-hour"
    case templateShare = "template-share"
    case textShare = "text-share"
    // What is owed at the end of the window (14.6).
    case owedDebts = "owed-debts"
    case owedTickets = "owed-tickets"
    case owedAgeMedian = "owed-age-median"
    case owedAgeP90 = "owed-age-p90"
    case owedAgeHighest = "owed-age-highest"
    // Breaches of the platform's clock (14.7).
    case breachesRaw = "breaches-raw"
    case breachesNet = "breaches-net"
    case breachesBornLate = "breaches-born-late"
    case breachShare = "breach-share"
    case breachQueueShare = "breach-queue-share"
    // Amazon's own signals (14.7).
    case satisfied
    case neutral
    case dissatisfied
    // What people judged (14.7).
    case qualityScore = "quality-score"
    // What buyers ask (14.7).
    case questions
    case questionRatio = "question-ratio"

    /// What a figure's value counts in.
    package enum Unit: String, Hashable, Sendable, Codable {
        /// 0 to 1.
        case share
        case milliseconds
        case count
        case perHour = "per-hour"
        /// 0 to 100.
        case points
        case ratio
    }

    package var unit: Unit {
        switch self {
        case .lateRate, .replyRate, .overDay, .noResponse, .firstWithin1, .firstWithin4,
            .firstWithin12, .firstWithin24, .nextWithin24, .reopenRate, .reopenProvisional,
            .oneTouch, .templateShare, .textShare, .satisfied, .neutral, .dissatisfied:
            .share
        case .firstMedian, .firstP90, .firstMean, .nextMedian, .nextP90, .nextMean, .grossMedian,
            .grossP90, .grossMean, .netMedian, .netP90, .firstResolveMedian, .owedAgeMedian,
            .owedAgeP90, .owedAgeHighest:
            .milliseconds
        case .dischargedPerHour, .repliesPerHour, .resolvesPerHour: .perHour
        case .qualityScore: .points
        case .questionRatio: .ratio
        default: .count
        }
    }

    /// By which instant something falls into a report's window.
    package enum Window: String, Hashable, Sendable, Codable {
        /// When the buyer's message came.
        case start
        /// When somebody acted.
        case act
        /// When an answer was due.
        case due
        /// How things stood when the window ended, or stand now.
        case end
    }

    package var window: Window {
        switch self {
        case .grossMedian, .grossP90, .grossMean, .netMedian, .netP90, .firstResolveMedian,
            .reopenRate, .reopenProvisional, .oneTouch, .discharged, .replies, .helpReplies,
            .resolves, .activeHours, .dischargedPerHour, .repliesPerHour, .resolvesPerHour,
            .templateShare, .textShare, .satisfied, .neutral, .dissatisfied, .qualityScore:
            .act
        case .owedDebts, .owedTickets, .owedAgeMedian, .owedAgeP90, .owedAgeHighest: .end
        case .breachesRaw, .breachesNet, .breachesBornLate, .breachShare, .breachQueueShare: .due
        default: .start
        }
    }

    /// Whether a higher value is worse, so that it may be shown as such; nil for plain volume.
    package var isWorseWhenHigher: Bool? {
        switch self {
        case .replyRate, .firstWithin1, .firstWithin4, .firstWithin12, .firstWithin24,
            .nextWithin24, .oneTouch, .satisfied, .qualityScore:
            false
        case .arrivals, .discharged, .replies, .helpReplies, .resolves, .activeHours,
            .dischargedPerHour, .repliesPerHour, .resolvesPerHour, .templateShare, .textShare,
            .neutral, .questions, .questionRatio:
            nil
        default: true
        }
    }
}

/// A figure of one group, with what it takes to judge it.
package struct FigureValue: Hashable, Sendable, Codable {
    package var kind: FigureKind
    /// In the kind's unit; nil where nothing can be said.
    package var value: Double?
    package var interval: ShareInterval?
    /// How many cases the figure is of.
    package var n: Int
    /// How many of them had not ended.
    package var censored: Int

    package init(
        _ kind: FigureKind, _ value: Double?, n: Int, censored: Int = 0,
        interval: ShareInterval? = nil
    ) {
        self.kind = kind
        self.value = value
        self.n = n
        self.censored = censored
        self.interval = interval
    }
}
