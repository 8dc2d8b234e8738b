import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct TicketTranslate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "translate", abstract: "A message of a ticket in another language.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber
    @Option(help: "The message's number; default: the buyer's newest.") var message: Int64?
    @Option(help: "The language to read it in, such as en or zh-Hans.") var to = "en"

    func run() throws {
        let session = try connection.connect()
        let id = TicketID(ticket.value)
        let chosen = try message.map { MessageID($0) } ?? newest(id, session)
        let translation = try connection.saying { () throws(DeskError) in
            try session.call(TranslateMessage(ticket: id, message: chosen, to: LanguageCode(to)))
        }
        guard !connection.json else {
            print(try JSONText.line(translation))
            return
        }
        for line in SafeText.message(translation.text) { print(line) }
    }

    private func newest(_ ticket: TicketID, _ session: CoreSession) throws -> MessageID {
        let detail = try connection.saying { () throws(DeskError) in
            try session.call(ShowTicket(ticket: ticket, refreshOrder: false))
        }
        guard let found = detail.messages.last(where: { $0.message.direction == .inbound }) else {
            throw ValidationError("Ticket \(ticket.rawValue) has no message of the buyer.")
        }
        return found.id
    }
}
