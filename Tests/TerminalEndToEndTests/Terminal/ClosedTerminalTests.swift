import Foundation
import Testing

extension TerminalScenarios {
    /// The connection breaks while somebody writes.
    @Suite struct ClosedTerminalTests {
        private static let text = "Guten Tag, Ersatz ist unterwegs."

        @Test func aReplyIsThereAtTheNextStart() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing(Self.text)
            try await hangUp(seat)
            try await findAgain(stage)
            await stage.close()
        }

        @Test func aReplyIsThereAtTheNextStartEvenIfTheCoreWasAway() async throws {
            let stage = try await Stage.open(.kai)
            let seat = try await stage.composing("Guten")
            stage.killCore()
            try await seat.sees("The core is away")
            try seat.type(Self.text.dropFirst("Guten".count).description)
            try await seat.sees(Self.text)
            try await hangUp(seat)
            try await stage.startCore()
            try await findAgain(stage, after: "Drafts kept from last time: #1.")
            await stage.close()
        }

        /// Closes the terminal and waits for the program's end: no process may stay and spin.
        private func hangUp(_ seat: Seat) async throws {
            let program = try seat.foreground()
            try seat.hangUp()
            try await eventually("the workstation ends with its terminal", within: .seconds(5)) {
                kill(program, 0) != 0
            }
        }

        private func findAgain(_ stage: Stage, after news: String? = nil) async throws {
            let seat = try await stage.seat()
            try await seat.sees(Letter.kai.name)
            if let news { try await seat.sees(news) }
            try seat.press("r")
            try await seat.sees("the draft is in the composer") { screen in
                screen.contains(Self.text) && screen.contains("Reply to \(Letter.kai.name)")
            }
        }
    }
}
