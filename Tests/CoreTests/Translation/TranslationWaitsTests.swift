import HelpDesk
import Testing

@testable import Core

@Suite struct TranslationWaitsTests {
    private func key(_ person: Int64) -> TranslationWaits.Key {
        TranslationWaits.Key(ticket: TicketID(1), person: PersonID(person))
    }

    /// Neither one person nor everybody together starts engines without end.
    @Test func soManyEnginesWorkAtOnce() async throws {
        let waits = TranslationWaits(most: 2, perPerson: 1)
        let (one, two, three) = (key(1), key(2), key(3))
        let text = try await waits.wait(one) {
            let own = await #expect(throws: DeskError.self) {
                _ = try await waits.wait(one) { "" }
            }
            #expect(own?.code == .translationFailed && own?.arguments["reason"] == "busy")
            return try await waits.wait(two) {
                let more = await #expect(throws: DeskError.self) {
                    _ = try await waits.wait(three) { "" }
                }
                #expect(more?.code == .translationFailed)
                return "done"
            }
        }
        #expect(text == "done")
        #expect(try await waits.wait(one) { "again" } == "again")
    }
}
