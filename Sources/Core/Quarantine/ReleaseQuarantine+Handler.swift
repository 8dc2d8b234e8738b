package import HelpDesk
import Logging
import Store
package import Wire

extension ReleaseQuarantine: DeskCall {
    package static let need: Need = .verb(.quarantine)

    private static let longestReason = 500

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let reason = CleanText.clean(reason).collapsed()
        guard !reason.isBlank, reason.count <= Self.longestReason else {
            throw DeskError(.badRequest, ["field": "reason"])
        }
        try await desk.requireStore(store, for: caller)
        let stored = try await desk.database.read { transaction in
            let raw = try held(caller, transaction)
            return StoredMail(
                raw: raw, bytes: try transaction.rawBytes(digest: raw.digest) ?? [])
        }
        // Clocks start where they would have started: with the platform's own time.
        // Who names the store of a mail says nothing of its origin: then all checks still count.
        let isGenuine = stored.raw.reason != MailSettler.noStore
        let read = try aimed(MailReading(desk: desk).read(stored, isReleased: isGenuine), desk)
        do {
            return try await settle(read, reason, desk, caller, isPlain: false)
        } catch let error as DeskError {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            desk.logger.error(
                "A released mail could not be settled and is kept as unparsed.",
                metadata: ["rawMail": "\(mail.rawValue)", "error": "\(type(of: error))"])
            return try await settle(read, reason, desk, caller, isPlain: true)
        }
    }

    private func held(_ caller: Principal, _ transaction: ReadTransaction) throws -> RawMail {
        let raw = try transaction.heldMail(mail, to: caller)
        guard raw.outcome == .quarantined else {
            throw DeskError(.quarantineReleased, ["mail": String(mail.rawValue)])
        }
        return raw
    }

    /// The mail with the store that the person named, where its own headers name none.
    private func aimed(_ read: ReadMail, _ desk: Desk) throws -> ReadMail {
        var read = read
        if let store {
            guard let profile = desk.settings.store(store) else {
                throw DeskError(.storeOutOfScope, ["store": store.rawValue])
            }
            read.stores = [profile]
            read.addressed = store
        }
        guard !read.stores.isEmpty else {
            throw needsStore
        }
        return read
    }

    private var needsStore: DeskError {
        DeskError(.quarantineNeedsStore, ["mail": String(mail.rawValue)])
    }

    /// Release and what the mail becomes stand in one transaction, under the person's name.
    private func settle(
        _ read: ReadMail, _ reason: String, _ desk: Desk, _ caller: Principal, isPlain: Bool
    ) async throws -> Reply {
        try await desk.act(as: caller) { transaction in
            _ = try held(caller, transaction)
            try transaction.record(
                .rawMailReleased(RawMailRelease(rawMail: mail, reason: reason)))
            let settler = MailSettler(desk: desk, mail: read, transaction: transaction)
            let outcome = try isPlain ? settler.keepAsUnparsed() : settler.settle()
            // Released, and still nobody knows for whom.
            if outcome == .quarantined, try settler.resolvedStore() == nil { throw needsStore }
            return Reply(outcome: outcome, ticket: try transaction.rawMail(mail)?.ticket)
        }
    }
}
