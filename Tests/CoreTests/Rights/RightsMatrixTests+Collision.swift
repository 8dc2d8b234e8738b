import Core
import HelpDesk
import Wire

extension RightsMatrixTests {
    static let collisionRows: [Row] = [
        row { _, ticket, _ in BeatPresence(viewing: ticket) },
        row { _, ticket, _ in
            BeatPresence(
                writing: .init(ticket: ticket, activity: .composing, characters: 0))
        },
        row(stranger: .fine) { _, _, _ in ListPresence() },
        row { _, ticket, _ in ListPresence(ticket: ticket) },
        row { _, ticket, _ in TakeOverCompose(ticket: ticket, reason: "The buyer waits.") },
    ]
}
