import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Numbers that no calendar knows are refused at the door; nothing behind it traps on them.
@Suite struct AbsurdInstantTests {
    @Test(arguments: [
        #"{"queue":"all","offset":0,"limit":1,"asOf":INSTANT}"#,
        #"{"queue":"all","offset":INSTANT,"limit":INSTANT}"#,
    ])
    func aList(_ parameters: String) async throws {
        try await answers("ticket.list", parameters)
    }

    @Test(arguments: ["kpi", "faq", "agents", "forecast", "reconcile", "quality"])
    func aReport(_ kind: String) async throws {
        try await answers(
            "report.run",
            #"{"request":{"kind":"\#(kind)","from":INSTANT,"to":\#(Int64.max),"by":[]}}"#)
        try await answers(
            "report.run", #"{"request":{"kind":"\#(kind)","from":0,"to":INSTANT,"by":[]}}"#)
    }

    @Test func anAct() async throws {
        try await answers("ticket.snooze", #"{"ticket":1,"until":INSTANT}"#)
        try await answers("ticket.hold", #"{"ticket":1,"reason":"r","reviewAt":INSTANT}"#)
        try await answers("ticket.note", #"{"ticket":1,"text":"t","due":INSTANT}"#)
        try await answers("presence.set", #"{"presence":"away","until":INSTANT}"#)
        try await answers("breach.list", #"{"from":INSTANT,"to":\#(Int64.max)}"#)
        try await answers(
            "policy.window", #"{"window":{"marketplace":"DE","from":INSTANT,"seconds":INSTANT}}"#)
    }

    /// One answer to each, the edges of the years and of the type among them.
    private func answers(_ method: String, _ parameters: String) async throws {
        let world = try await World.make()
        _ = try await world.question()
        let instants: [Int64] = [
            .min, .min + 1, .max, .max - 1, -62_135_596_800_001, -62_135_596_800_000,
            253_402_300_799_999, 253_402_300_800_000, 0, -1,
        ]
        for instant in instants {
            let given = parameters.split(separator: "INSTANT", omittingEmptySubsequences: false)
                .joined(separator: String(instant))
            let line = #"{"jsonrpc":"2.0","id":7,"method":"\#(method)","params":\#(given)}"#
            let answer = await world.desk.answer(line: Array(line.utf8), as: world.sue)
            let text = String(decoding: answer, as: UTF8.self)
            #expect(text.contains("\"id\":7"), "\(given)")
            #expect(!text.contains("unknown_method"), "\(text)")
        }
    }
}
