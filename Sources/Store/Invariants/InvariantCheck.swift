import GRDB
import HelpDesk
import SwiftExtensions

/// Looks at all rules on one unchanging state of the desk.
struct InvariantCheck {
    let original: Database
    let copy: Database
    let key: ContentKey
    let files: ContentFiles
    let now: Timestamp
    let surroundings: InvariantSurroundings

    func report() throws -> InvariantReport {
        var ledger = LogLedger()
        var scan = try PersonalDataScan(original, surroundings)
        let rebuilt = try Rebuild(
            original: original, copy: copy, key: key, files: files,
            visit: { record, payload in
                ledger.note(record)
                scan.look(at: payload, place: "entry \(record.sequence.rawValue)")
            }
        ).report()
        let rows = RowInvariants(
            db: original, key: key, files: files, now: now, answering: try answering())
        scan.look(at: surroundings.places)
        let results = [
            try rows.oneDebtEach(), try provenDebts(ledger), try rows.restOwesNothing(),
            try fixedDeadlines(ledger), try honestEnds(rows, ledger), try rows.seenDebts(),
            try rows.oneReplyEach(), try nothingTwice(ledger), try recordedChanges(ledger),
            foldedRows(rebuilt), try rows.ageless(), try heardWarnings(rows, ledger), scan.result,
            try rows.oneReckoning(),
        ]
        return InvariantReport(
            results: results.sorted { $0.invariant.rawValue < $1.invariant.rawValue },
            entries: Int64(rebuilt.eventCount))
    }

    /// Whose role, or the configuration, lets them read and answer.
    private func answering() throws -> [PersonID] {
        let reader = ReadTransaction(original, key: key, files: files)
        let versions = try reader.roleVersions()
        return try reader.people().filter { person in
            let rights: RightSet =
                surroundings.configured.contains(person.unixUser)
                ? .everything
                : versions.first { $0.role == person.role }?.rights ?? person.role.builtInRights
            return person.isActive && person.role != .service && rights.allows(.read)
                && rights.allows(.reply)
        }.map(\.id)
    }

    private func honestEnds(
        _ rows: RowInvariants, _ ledger: LogLedger
    ) throws -> InvariantResult {
        var result = ledger.ends
        for subject in try rows.repliesInThread() { result.add(subject) }
        return result
    }

    private func heardWarnings(
        _ rows: RowInvariants, _ ledger: LogLedger
    ) throws -> InvariantResult {
        var result = try rows.heardWarnings()
        for subject in ledger.unheard { result.add(subject) }
        return result
    }

    private func provenDebts(_ ledger: LogLedger) throws -> InvariantResult {
        var result = ledger.moves
        try original.each("SELECT id, state, proof FROM debt ORDER BY id") { fields in
            let id: DebtID = try fields.id()
            let state = try fields.text()
            let proof = try fields.optionalText()
            guard let account = ledger.debts[id] else { return }
            if account.state.rawValue != state {
                result.add(
                    "debt \(id.rawValue) is \(state), by its events \(account.state.rawValue)")
            } else if state != "owed", proof == nil {
                result.add("debt \(id.rawValue) is \(state) without a proof")
            }
        }
        return result
    }

    private func fixedDeadlines(_ ledger: LogLedger) throws -> InvariantResult {
        var result = InvariantResult(.fixedDeadlines)
        try original.each("SELECT id, platform_due FROM debt ORDER BY id") { fields in
            let id: DebtID = try fields.id()
            let due = try fields.time()
            guard let account = ledger.debts[id], account.due != due else { return }
            result.add("debt \(id.rawValue) due \(due.iso8601), created for \(account.due.iso8601)")
        }
        return result
    }

    private func nothingTwice(_ ledger: LogLedger) throws -> InvariantResult {
        var result = ledger.sends
        try original.each(
            """
            SELECT min(id), max(id) FROM outbox
            WHERE state IN ('sending', 'accepted', 'unknown', 'confirmed')
            GROUP BY idempotency_key HAVING count(*) > 1
            """
        ) { result.add("replies \(try $0.number()) and \(try $0.number()) have one key") }
        return result
    }

    /// Rows without the entry that made them, and entries whose row is gone.
    private func recordedChanges(_ ledger: LogLedger) throws -> InvariantResult {
        var result = InvariantResult(.recordedChanges)
        for kind in BornRow.allCases {
            var missing = ledger.born[kind] ?? []
            try original.each("SELECT id FROM \(kind.rawValue) ORDER BY id") { fields in
                let id = try fields.number()
                if missing.remove(id) == nil { result.add("\(kind.rawValue) \(id) has no entry") }
            }
            for id in missing.sorted() { result.add("\(kind.rawValue) \(id) has no row") }
        }
        return result
    }

    private func foldedRows(_ rebuilt: RebuildReport) -> InvariantResult {
        var result = InvariantResult(.foldedRows)
        for (table, difference) in rebuilt.differences.sorted(by: { $0.key < $1.key }) {
            result.add("\(table): \(difference)")
        }
        return result
    }
}
