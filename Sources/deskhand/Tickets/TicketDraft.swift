import ArgumentParser
import CoreClient
import Glibc
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct TicketDraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Have the engine draft an answer; nothing is sent or kept.",
        discussion: """
            Waits until the engine is done. The text is a proposal: 'deskhand ticket reply' judges it \
            like any other, and asks for a person's word where nobody changed it.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    /// A little longer than the longest time that an engine may be given.
    private static let mostLooks = 1300
    private static let pause: UInt32 = 250_000

    func run() throws {
        let session = try connection.connect()
        let id = TicketID(ticket.value)
        var progress = try connection.saying { () throws(DeskError) in
            try session.call(AskDraft(ticket: id))
        }
        var looks = 0
        while progress == .running {
            guard looks < Self.mostLooks else {
                throw CommandFailure(
                    DeskError(.draftFailed, ["reason": "timed-out"]), words: connection.words)
            }
            looks += 1
            usleep(Self.pause)
            progress = try connection.saying { () throws(DeskError) in
                try session.call(FetchDraft(ticket: id))
            }
        }
        switch progress {
        case .running: break
        case .failed(let error): throw CommandFailure(error, words: connection.words)
        case .done(let draft):
            guard !connection.json else { return print(try JSONText.line(draft)) }
            for line in SafeText.message(draft.text) { print(line) }
        }
    }
}
