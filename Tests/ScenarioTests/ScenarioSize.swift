import Foundation
import SwiftExtensions

/// How large a run of the scenario is; everything else of it is the same code.
struct ScenarioSize: Sendable {
    var name: String
    var stores: Int
    var days: Int
    var orders: Int
    /// Mails that reach the mailboxes, copies included.
    var mails: Int
    /// How far the clock moves at a time.
    var tick: Duration
    /// Share of calls and connections that meet a fault.
    var faultShare = 0.1
    var seed: UInt64 = 20_260_307

    static let small = ScenarioSize(
        name: "small", stores: 2, days: 3, orders: 300, mails: 500, tick: .minutes(30))
    static let full = ScenarioSize(
        name: "full", stores: 6, days: 30, orders: 20_000, mails: 30_000, tick: .minutes(15))

    /// The full size when `DESKHAND_SCENARIO=full` asks for it.
    static var wanted: ScenarioSize {
        ProcessInfo.processInfo.environment["DESKHAND_SCENARIO"] == "full" ? .full : .small
    }
}
