import CoreClient
package import HelpDesk
import Wire

/// What the composer asks of the engine that proposes answers.
package enum DraftingCall: Hashable, Sendable {
    case ask(TicketID)
    case fetch(TicketID)
    case cancel(TicketID)

    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .ask(let ticket): try connection.send(AskDraft(ticket: ticket))
        case .fetch(let ticket): try connection.send(FetchDraft(ticket: ticket))
        case .cancel(let ticket): try connection.send(CancelDraft(ticket: ticket))
        }
    }

    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .ask: .drafting(try Incoming.decode(line, for: AskDraft.self))
        case .fetch: .drafting(try Incoming.decode(line, for: FetchDraft.self))
        case .cancel: .done
        }
    }
}
