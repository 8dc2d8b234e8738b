import ChannelAmazon
import HelpDesk
import SwiftExtensions

/// When each topic of an account is looked at, and after what failure how soon again.
enum AccountPlan {
    /// Reports are kept by the platform for 90 days (amazon.md section 4).
    static let settlementsBack = Duration.days(89)
    /// A report that takes longer than this is given up.
    static let longestMaking = Duration.hours(6)
    private static let longestReturns = Duration.days(59)
    private static let usualReturns = Duration.days(30)

    static func interval(_ topic: AccountTopic) -> Duration {
        switch topic {
        case .participation, .health, .feedback: .hours(24)
        case .settlement, .returns: .hours(12)
        case .inventory, .listings: .hours(2)
        }
    }

    /// What a topic's report is asked for; nil for topics without one that can be asked for.
    static func order(
        _ task: AccountTask, marketplaceIDs: [String], at now: Timestamp
    ) -> ReportOrder? {
        guard task.topic != .settlement, let type = task.topic.reportType else { return nil }
        var order = ReportOrder(type: type, marketplaceIDs: Array(marketplaceIDs.prefix(25)))
        switch task.topic {
        case .returns:
            // Returns change after they were asked for, so spans overlap widely.
            order.dataStart = now - (task.lastSuccess == nil ? longestReturns : usualReturns)
            order.dataEnd = now
        case .feedback:
            order.dataStart = now - .days(task.lastSuccess == nil ? 365 : 60)
            order.dataEnd = now
        default: break
        }
        return order
    }

    /// Until the report is looked for again.
    static func patience(requestedAt: Timestamp, at now: Timestamp) -> Duration {
        now - requestedAt < .minutes(5) ? .seconds(30) : .minutes(2)
    }

    static func pause(after failure: SyncFailure) -> Duration {
        let named = Duration.milliseconds(Int64((failure.retryAfterSeconds ?? 0) * 1000))
        let usual: Duration =
            switch failure.errorClass {
            case .throttled: .seconds(20)
            case .network, .platformOutage, .mailbox: .minutes(5)
            case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended:
                .hours(1)
            case .schemaDrift, .notFound, .badRequest, .bug: .hours(6)
            }
        return max(named, usual)
    }
}
