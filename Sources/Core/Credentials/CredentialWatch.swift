import HelpDesk
import Logging
import Store
import SwiftExtensions
import Wire

/// Warns of credentials that end soon. What was warned of is on record, so a restart, a long pause
/// or a clock that jumps never warns twice and never forgets.
struct CredentialWatch: Sendable {
    let desk: Desk

    /// Warns of what has come near; returns when something comes near next.
    @discardableResult
    func runDue() async throws -> Timestamp? {
        let known = try await desk.database.read { try $0.credentials() }
        let due = known.filter { isOurs($0) && warning(for: $0) != nil }
        if !due.isEmpty { try await warn(due.map(\.subject)) }
        let now = desk.clock.now
        return known.filter(isOurs)
            .compactMap { CredentialCalendar.nextStage(of: $0, after: now) }.min()
    }

    private func warn(_ subjects: [CredentialSubject]) async throws {
        let warnings = try await desk.act(service: .credentials) { transaction in
            let warnings = try subjects.compactMap { subject in
                try transaction.credential(subject).flatMap {
                    CredentialCalendar.warning(for: $0, now: transaction.now)
                }
            }
            for warning in warnings { try transaction.record(.credentialWarned(warning)) }
            return warnings
        }
        for warning in warnings {
            desk.logger.warning(
                "A credential ends.",
                metadata: [
                    "credential": "\(warning.subject.name)", "due": "\(warning.dueAt.iso8601)",
                ])
        }
    }

    private func warning(for record: CredentialRecord) -> CredentialWarning? {
        CredentialCalendar.warning(for: record, now: desk.clock.now)
    }

    /// A store that is not configured any more needs no consent.
    private func isOurs(_ record: CredentialRecord) -> Bool {
        record.subject.store.map { desk.settings.store($0) != nil } ?? true
    }
}

extension ReadTransaction {
    /// What was warned of and is still so, for each store; the application's secret concerns all.
    func credentialNotices() throws -> [CredentialNotice] {
        try credentials().compactMap { record in
            record.warned.map {
                CredentialNotice(subject: record.subject, dueAt: record.dueAt, stage: $0)
            }
        }
    }
}

extension SyncHealth {
    /// Keeps the notices that concern this store, beside its orders' health.
    mutating func add(_ notices: [CredentialNotice]) {
        let concerned = notices.filter { ($0.subject.store ?? store) == store }
        if kind == .orders, !concerned.isEmpty { self.notices = concerned }
    }
}
