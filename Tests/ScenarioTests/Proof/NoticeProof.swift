import HelpDesk
import Store

/// Every claim that the platform told of is known, once, and a case on its order.
struct NoticeProof {
    let world: ScenarioDesk
    let script: MailScript

    func differences() async throws -> [String] {
        let mails = try await world.database.read { try $0.rawMailCounts() }
        let notices = mails[.notice, default: 0]
        var problems: [String] = []
        if notices != script.claims.count {
            problems.append("\(notices) notices for \(script.claims.count) claims")
        }
        for outcome in [IntakeOutcome.unparsed, .quarantined, .stored] {
            if let count = mails[outcome], count > 0 {
                problems.append("\(count) mails are \(outcome.rawValue)")
            }
        }
        if mails[.duplicate, default: 0] != script.copies {
            problems.append("\(mails[.duplicate, default: 0]) copies for \(script.copies)")
        }
        return problems + (try await cases())
    }

    /// Claims on one order may be one case that several notices tell of.
    private func cases() async throws -> [String] {
        var claimed: [OrderID: (store: StoreID, notices: Int)] = [:]
        for word in script.claims.values {
            claimed[word.order, default: (world.stores[word.store].id, 0)].notices += 1
        }
        let expected = claimed
        return try await world.database.read { transaction in
            try expected.sorted { $0.key < $1.key }.compactMap { order, claim in
                let known = try transaction.cases(order: order, store: claim.store)
                    .filter { $0.kind.rawValue.hasPrefix("a-to-z") }
                guard !(1...claim.notices).contains(known.count) else { return nil }
                return "\(order): \(known.count) cases for \(claim.notices) claims"
            }
        }
    }
}
