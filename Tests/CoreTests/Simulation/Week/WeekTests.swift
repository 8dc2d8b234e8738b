import Core
import Foundation
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// A week with twelve agents on two continents, from a seed: shifts over the nights in which clocks
/// change, a moody mail server, commits that fail, a core that dies, a machine's clock that steps.
/// At the end every rule holds and nothing was lost, late unannounced or told to nobody. A week takes
/// minutes, so it is for whoever sets DESKHAND_WEEK.
@Suite(
    .serialized, .enabled(if: ProcessInfo.processInfo.environment["DESKHAND_WEEK"] != nil),
    .timeLimit(.minutes(30)))
struct WeekTests {
    /// Weeks that hold a change of the clocks in one of the zones: America forward, Europe forward,
    /// Europe back, America back.
    @Test(arguments: [
        "2026-03-06T00:00:00Z", "2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z",
        "2026-10-30T00:00:00Z",
    ])
    func aWeek(_ start: String) async throws {
        let start = try #require(Timestamp(iso8601: start))
        var week = try await Week(start: start, seed: UInt64(start.seconds))
        while week.world.clock.now < start + .days(7) { try await week.step() }
        try await week.end()
        try await week.check()
        week.checkThatMuchHappened()
    }
}
