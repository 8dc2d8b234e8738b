package import HelpDesk
package import Store
import SwiftExtensions
package import Wire

extension ClaimTicket: TicketChange {
    package static let need: Need = .verb(.take)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        try Rights.require(.reply, of: caller)
        do {
            let claim = try AssignmentRules.claim(ticket, by: caller.person)
            guard let claim else { return }
            try transaction.apply(claim)
            try transaction.apply(TicketRules.assigned(ticket))
        } catch let error as DeskError where error.code == .ticketTaken {
            throw try transaction.taken(ticket)
        }
    }
}

extension WriteTransaction {
    /// Who was faster, and by how long.
    func taken(_ ticket: Ticket) throws -> DeskError {
        var arguments: [String: String] = [:]
        if let owner = ticket.owner { arguments["owner"] = try person(owner)?.displayName }
        for record in try events(of: ticket.id).reversed() {
            guard case .ticketAssigned = record.event else { continue }
            arguments["secondsAgo"] = Self.seconds(now - record.at)
            break
        }
        return DeskError(.ticketTaken, arguments)
    }

    /// Tenths matter where two people press a key at once: `0.4`, then `14`.
    private static func seconds(_ elapsed: Duration) -> String {
        let tenths = max(0, elapsed.wholeMilliseconds) / 100
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : String(tenths / 10)
    }
}
