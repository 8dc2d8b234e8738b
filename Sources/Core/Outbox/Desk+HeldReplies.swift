import HelpDesk
import Store
import Wire

extension Desk {
    /// A reply in the outbox. One that is held comes with what the linter says of it now: whoever
    /// is to release it must see what keeps it back.
    func view(of item: OutboxItem, _ transaction: ReadTransaction) throws -> OutboxView {
        let view = try transaction.view(of: item)
        guard item.state == .held, let ticket = try transaction.ticket(item.ticket) else {
            return view
        }
        var told = view
        told.findings = try findings(in: view.body, of: item, on: ticket, transaction)
        return told
    }
}
