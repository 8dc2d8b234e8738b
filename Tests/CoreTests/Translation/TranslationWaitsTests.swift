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

    /// A late end of an older request leaves the newer one; one that came first ends its own.
    @Test func aNumberEndsItsOwnRequestAlone() async throws {
        let waits = TranslationWaits()
        let one = key(1)
        let text = try await waits.wait(one, request: 2) {
            waits.cancel(one, request: 1)
            return "done"
        }
        #expect(text == "done")
        let early = await #expect(throws: DeskError.self) {
            _ = try await waits.wait(one, request: 1) { "" }
        }
        #expect(early?.code == .translationCancelled)
        let own = await #expect(throws: DeskError.self) {
            _ = try await waits.wait(one, request: 3) {
                waits.cancel(one, request: 3)
                return ""
            }
        }
        #expect(own?.code == .translationCancelled)
        // Without a number it is all of them.
        let all = await #expect(throws: DeskError.self) {
            _ = try await waits.wait(one, request: 4) {
                waits.cancel(one)
                return ""
            }
        }
        #expect(all?.code == .translationCancelled)
    }
}
