package import HelpDesk
import Store
package import Wire

extension VerifyRecord: DeskCall {
    package static let need: Need = .right(.auditRead, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> RecordReport {
        try caller.requireWholeDesk()
        return try await RecordKeeper(desk: desk).verify()
    }
}

extension VerifyDesk: DeskCall {
    package static let need: Need = .right(.auditRead, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> InvariantReport {
        try caller.requireWholeDesk()
        return try await DeskVerification(desk: desk).run()
    }
}

extension ListCheckpoints: DeskCall {
    package static let need: Need = .right(.auditRead, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try caller.requireWholeDesk()
        if signs { try await RecordKeeper(desk: desk).sign() }
        let length = Int64(min(max(limit, 1), 1_000))
        return try await desk.database.read { transaction in
            let newest = try transaction.newestCheckpoint()?.number ?? 0
            return Reply(checkpoints: try transaction.checkpoints(after: newest - length))
        }
    }
}

extension ListEntries: DeskCall {
    package static let need: Need = .right(.auditRead, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try caller.requireWholeDesk()
        let length = min(max(limit, 1), 1_000)
        return try await desk.database.read { transaction in
            Reply(
                log: try transaction.logName(),
                entries: try transaction.entries(after: after, limit: length)
                    .map(AuditEntry.init))
        }
    }
}

extension AuditEntry {
    /// A stored entry for programs outside.
    init(_ entry: StoredEntry) {
        self.init(
            seq: entry.sequence, at: entry.at, counter: entry.counter, actor: entry.actor,
            session: entry.session, request: entry.request, kind: entry.kind,
            ticket: entry.ticket, payload: entry.payload, previous: entry.previous,
            hash: entry.hash)
    }
}

extension Principal {
    /// The record is of every store. Throws `notAllowed`.
    func requireWholeDesk() throws(DeskError) {
        guard scope == .all else { throw DeskError(.notAllowed, ["needs": "all-stores"]) }
    }
}
