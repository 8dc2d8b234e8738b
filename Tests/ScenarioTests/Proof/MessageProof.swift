import HelpDesk
import Store

/// Every word of a buyer stands in exactly one message, on a ticket of its store and order.
struct MessageProof {
    let world: ScenarioDesk
    let script: MailScript

    struct Found: Sendable {
        var ticket: TicketID
        var store: StoreID
        var order: OrderID?
    }

    func differences() async throws -> [String] {
        let found = try await marks()
        var problems: [String] = []
        for (mark, word) in script.words.sorted(by: { $0.key < $1.key }) {
            let places = found[mark] ?? []
            guard places.count == 1, let place = places.first else {
                problems.append("\(mark): in \(places.count) messages")
                continue
            }
            if place.store != world.stores[word.store].id {
                problems.append("\(mark): other store")
            }
            if place.order != word.order { problems.append("\(mark): other order") }
        }
        for mark in Set(found.keys).subtracting(script.words.keys).sorted() {
            problems.append("\(mark): nobody wrote that")
        }
        return problems + (try await debts())
    }

    private func marks() async throws -> [String: [Found]] {
        var found: [String: [Found]] = [:]
        var last = TicketID(0)
        while true {
            let after = last
            let page = try await world.database.read { transaction in
                try transaction.ticketNumbers(after: after, limit: 200).map { id in
                    (id, try Self.marks(on: id, transaction))
                }
            }
            guard let end = page.last else { return found }
            last = end.0
            for (mark, place) in page.flatMap(\.1) { found[mark, default: []].append(place) }
        }
    }

    private static func marks(
        on id: TicketID, _ transaction: ReadTransaction
    ) throws -> [(String, Found)] {
        guard let ticket = try transaction.ticket(id) else { return [] }
        let place = Found(ticket: id, store: ticket.store, order: ticket.order)
        return try transaction.messages(of: id).filter { $0.kind == .buyer }.flatMap { message in
            let body = try transaction.messageContent(message.id)?.body ?? ""
            return Marks.all("B", in: body).map { ($0, place) }
        }
    }

    /// Each message made one debt, and none of them is open at the end without a reason.
    private func debts() async throws -> [String] {
        let counts = try await world.database.read { try $0.debtCounts() }
        let all = counts.values.reduce(0, +)
        return all == script.words.count ? [] : ["\(all) debts for \(script.words.count) messages"]
    }
}
