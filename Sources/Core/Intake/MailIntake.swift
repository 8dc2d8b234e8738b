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

    /// Settles what an earlier run stored and did not get to: in one mailbox, or in all. One that
    /// cannot be settled now stays stored for the next start and stands in nobody's way.
    func settleLeftovers(of mailbox: MailboxName? = nil) async throws -> IntakeCounts {
        var counts = IntakeCounts()
        var position = RawMailID(0)
        while !Task.isCancelled {
            let after = position
            let raws = try await desk.database.read { transaction in
                try transaction.rawMailsToSettle(after: after, limit: Self.batch)
            }
            guard let last = raws.last else { break }
            position = last.id
            let wanted = raws.filter { mailbox == nil || $0.mailbox == mailbox }
            counts = counts + (try await settleLeftovers(wanted))
        }
        return counts
    }

    private func settleLeftovers(_ raws: [RawMail]) async throws -> IntakeCounts {
        do {
            return try await settle(try await stored(raws))
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return try await settleOneByOne(raws)
        }
    }

    private func settleOneByOne(_ raws: [RawMail]) async throws -> IntakeCounts {
        var counts = IntakeCounts()
        for raw in raws {
            do {
                counts = counts + (try await settle(try await stored([raw])))
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                desk.logger.error(
                    "A mail of an earlier run could not be settled and waits on.",
                    metadata: ["rawMail": "\(raw.id.rawValue)", "error": "\(type(of: error))"])
            }
        }
        return counts
    }

    private func stored(_ raws: [RawMail]) async throws -> [StoredMail] {
        try await desk.database.read { transaction in
            try raws.map { raw in
                StoredMail(raw: raw, bytes: try transaction.rawBytes(digest: raw.digest) ?? [])
            }
        }
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
        let dated = try mail.dated(in: transaction)
        return try MailSettler(desk: desk, mail: dated, transaction: transaction).settle()
    }
}
