import HelpDesk
import Logging
import Store
import SwiftExtensions

/// Second half of the intake: what a stored mail becomes. Batches share a transaction for speed; when
/// one mail of a batch does harm, the batch is undone and each mail stands alone.
struct MailIntake: Sendable {
    let desk: Desk

    private static let batch = 50

    /// Stores and settles a batch that a feed handed over.
    func take(
        _ mails: [FetchedMail], cursor: String?, mailbox: MailboxName
    ) async throws -> IntakeCounts {
        let stored = try await MailStore(desk: desk, mailbox: mailbox).store(mails, cursor: cursor)
        var counts = try await settle(stored)
        counts.fetched = stored.count
        return counts
    }

    /// Settles what an earlier run stored and did not get to.
    func settleLeftovers() async throws -> IntakeCounts {
        var counts = IntakeCounts()
        while !Task.isCancelled {
            let waiting = try await desk.database.read { transaction in
                try transaction.rawMailsToSettle(limit: Self.batch).map { raw in
                    StoredMail(raw: raw, bytes: try transaction.rawBytes(digest: raw.digest) ?? [])
                }
            }
            guard !waiting.isEmpty else { break }
            counts = counts + (try await settle(waiting))
        }
        return counts
    }

    func settle(_ mails: [StoredMail]) async throws -> IntakeCounts {
        let reading = MailReading(desk: desk)
        let read = mails.map { reading.read($0) }
        var counts = IntakeCounts()
        guard !read.isEmpty else { return counts }
        do {
            let outcomes = try await desk.act(service: .mailIn) { transaction in
                try read.map { try settle($0, transaction) }
            }
            for outcome in outcomes { counts.note(outcome) }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            for mail in read { counts.note(try await settleAlone(mail)) }
        }
        return counts
    }

    /// A mail that cannot be settled is kept as one that nobody understood, with a provisional debt:
    /// shown, owed, and no obstacle for the mails behind it.
    private func settleAlone(_ mail: ReadMail) async throws -> IntakeOutcome {
        do {
            return try await desk.act(service: .mailIn) { try settle(mail, $0) }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            desk.logger.error(
                "A mail could not be settled and is kept as unparsed.",
                metadata: ["rawMail": "\(mail.raw.id.rawValue)", "error": "\(type(of: error))"])
            return try await desk.act(service: .mailIn) { transaction in
                try MailSettler(desk: desk, mail: mail, transaction: transaction).keepAsUnparsed()
            }
        }
    }

    private func settle(
        _ mail: ReadMail, _ transaction: WriteTransaction
    ) throws -> IntakeOutcome {
        try MailSettler(desk: desk, mail: mail, transaction: transaction).settle()
    }
}
