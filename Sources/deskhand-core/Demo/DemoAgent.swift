import Core
import Foundation
import HelpDesk
import SwiftExtensions
import Wire

/// Works the queue without a screen, through the same calls as the workstation: takes the most
/// urgent inquiry, answers from the best template, goes on.
struct DemoAgent {
    let desk: Desk
    let until: Timestamp

    func work() async throws {
        let me = try await desk.hello(
            Hello(client: "demo", wantsEvents: false), unixUser: NSUserName()
        ).me
        while DemoClock.now() < until {
            try await answerNext(as: me)
            try await Task.sleep(for: .milliseconds(400))
        }
    }

    private func answerNext(as me: Principal) async throws {
        let list = try await desk.perform(ListTickets(queue: .unassigned, limit: 1), as: me)
        guard let row = list.rows.first, row.ticket.owedDebts > 0 else { return }
        do {
            _ = try await desk.perform(ClaimTicket(ticket: row.id), as: me)
            try await answer(row.id, as: me)
        } catch let error as DeskError {
            // A ticket that cannot be answered stays with this agent and is not tried again.
            _ = error
        }
    }

    private func answer(_ ticket: TicketID, as me: Principal) async throws {
        let templates = try await desk.perform(ListTemplates(ticket: ticket), as: me).templates
            .filter { $0.obstacle == nil }
        let detail = try await desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: true), as: me)
        for candidate in templates.prefix(5) {
            let filled = try await desk.perform(
                RenderTemplate(template: candidate.template.key, ticket: ticket), as: me)
            guard filled.missing.isEmpty else { continue }
            let reply = try await desk.perform(
                SendReply(
                    ticket: ticket, basis: detail.row.ticket.lastItem, text: filled.text,
                    template: candidate.template.key), as: me)
            if case .queued = reply { return }
        }
    }
}
