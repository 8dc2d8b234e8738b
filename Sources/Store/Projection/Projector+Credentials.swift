import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func renew(_ renewal: CredentialRenewal) throws {
        try db.run(
            """
            INSERT INTO credential (subject, renewed_at, is_estimated, warned)
            VALUES (?, ?, ?, NULL)
            ON CONFLICT DO UPDATE SET
                renewed_at = excluded.renewed_at, is_estimated = excluded.is_estimated,
                warned = NULL
            """,
            [renewal.subject.name, renewal.at.milliseconds, renewal.isEstimated])
    }

    func warn(_ warning: CredentialWarning) throws {
        let isKnown = try db.changeOne(
            "UPDATE credential SET warned = ? WHERE subject = ?",
            [warning.stage, warning.subject.name])
        guard isKnown else {
            throw DeskError(
                .internalError,
                detail: "The event names credential \(warning.subject.name), which does not exist.")
        }
    }
}
