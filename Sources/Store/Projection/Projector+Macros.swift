import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func macro(_ event: LibraryEvent, _ record: EventRecord) throws {
        switch event {
        case .macroSaved(let version):
            try retire(version.name, from: .waiting)
            try db.run(
                "INSERT INTO macro_version (macro, number, payload, state) VALUES (?, ?, ?, ?)",
                [
                    version.name.rawValue, version.number, try JSONText.text(version),
                    TemplateState.waiting.rawValue,
                ])
        case .macroSettled(let verdict):
            if verdict.isApproved { try retire(verdict.name, from: .offered) }
            try settle(verdict, at: record.at)
        case .macroRetired(let name): try retire(name, from: .offered)
        default: break
        }
    }

    private func retire(_ name: MacroName, from state: TemplateState) throws {
        try db.run(
            "UPDATE macro_version SET state = 'earlier' WHERE macro = ? AND state = ?",
            [name.rawValue, state.rawValue])
    }

    private func settle(_ verdict: MacroVerdict, at instant: Timestamp) throws {
        let state: TemplateState = verdict.isApproved ? .offered : .refused
        let isKnown = try db.changeOne(
            """
            UPDATE macro_version SET state = ?, settled_by = ?, settled_at = ?, reason = ?
            WHERE macro = ? AND number = ? AND state = 'waiting'
            """,
            [
                state.rawValue, verdict.by.rawValue, instant.milliseconds, verdict.reason,
                verdict.name.rawValue, verdict.number,
            ])
        guard isKnown else { throw Self.unknown("macro version", Int64(verdict.number)) }
    }
}
