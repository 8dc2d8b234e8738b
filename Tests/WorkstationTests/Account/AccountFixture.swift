import HelpDesk
import SwiftExtensions
import Wire

/// Two stores: one with trouble, one that the app may see little of.
enum AccountFixture {
    static let accounts = [europe, japan]

    private static let germany = "A1PA6795UKMFR9"
    private static let france = "A13V1IB3VIYZZH"

    private static var europe: AccountView {
        AccountView(
            store: "nova-eu",
            participations: StoreParticipations(
                store: "nova-eu",
                marketplaces: [
                    place(germany, "DE"), place(france, "FR", isSuspended: true),
                    place("A1RKKUPIHCS9HS", "ES", isParticipating: false),
                ], businessType: "PRIVATE_LIMITED", sellingPlan: "PROFESSIONAL"),
            tasks: [
                task(.health), task(.settlement), task(.returns, .requested),
                task(.feedback, note: "CANCELLED"), task(.inventory),
                task(.listings, .notPermitted, role: "Product Listing"),
            ],
            health: HealthView(
                createdAt: Fixture.now - .hours(3), badLines: 1,
                lines: [
                    line(germany, .account, "accountStatus", "NORMAL"),
                    line(
                        germany, .metric, "lateShipmentRate", "BAD", "0.041", "0.04", "LESS_THAN",
                        [0.021, 0.024, 0.03, 0.028, 0.035, 0.041]),
                    line(
                        germany, .metric, "orderDefectRate.mfn", "GOOD", "0.0085", "0.01",
                        "LESS_THAN", [0.002, 0.0085]),
                    line(
                        germany, .metric, "validTrackingRate", "GOOD", "0.981", "0.95",
                        "GREATER_THAN", [0.97, 0.975, 0.981]),
                    line(germany, .violation, "listingPolicyViolations", "GOOD", count: 0),
                    line(france, .account, "accountStatus", "AT_RISK"),
                    line(france, .warning, "spammingSellerMessaging", "BAD"),
                    line(
                        france, .metric, "newKindOfRate\u{1B}[2J", "GOOD", "0.5", "0.6", "LESS_THAN"
                    ),
                ]),
            settlement: SettlementView(
                store: "nova-eu", settlementID: "11000020512",
                start: Fixture.now - .days(16), end: Fixture.now - .days(2),
                depositedAt: Fixture.now, total: Money(amount: "1204.40", currency: "EUR"),
                sum: "1204.39", isBalanced: false, lineCount: 182),
            returns: 6, feedback: [2, 1, 4, 0, 0], products: 14, productsWithoutStock: 2)
    }

    private static var japan: AccountView {
        AccountView(
            store: "kumo-jp", participations: nil,
            tasks: [
                task(.health, .notPermitted, role: "Selling Partner Insights"),
                task(.settlement, .notPermitted, role: "Finance and Accounting"),
                task(.inventory, .failed),
            ])
    }

    private static func place(
        _ id: String, _ country: String, isParticipating: Bool = true, isSuspended: Bool = false
    ) -> StoreParticipation {
        StoreParticipation(
            marketplaceID: id, name: "Amazon", countryCode: country, storeName: "Nova Home",
            isParticipating: isParticipating, hasSuspendedListings: isSuspended)
    }

    private static func task(
        _ topic: AccountTopic, _ phase: AccountPhase = .idle, role: String? = nil,
        note: String? = nil
    ) -> AccountTask {
        var task = AccountTask(
            store: "nova-eu", topic: topic, phase: phase, nextRun: Fixture.now + .hours(6))
        task.missingRole = role
        task.lastSuccess = phase == .idle || phase == .requested ? Fixture.now - .hours(3) : nil
        task.platformNote = note
        if phase == .failed {
            task.failure = SyncFailure(
                errorClass: .network, operation: "getInventorySummaries", message: "no answer")
        }
        return task
    }

    private static func line(
        _ place: String, _ kind: HealthEntry.Kind, _ name: String, _ status: String,
        _ value: String? = nil, _ target: String? = nil, _ condition: String? = nil,
        _ trend: [Double] = [], count: Int? = nil
    ) -> HealthLine {
        let entry = HealthEntry(
            marketplaceID: place, kind: kind, name: name, status: status, value: value,
            target: target, condition: condition, count: count)
        return HealthLine(entry: entry, verdict: HealthRules.verdict(on: entry), trend: trend)
    }
}
