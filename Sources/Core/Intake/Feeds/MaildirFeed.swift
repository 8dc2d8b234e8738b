import HelpDesk
package import MailKit
import SwiftExtensions

/// A Maildir as a source of mails: the file's unique name is its place, and the database knows which
/// were stored, so no cursor is needed.
package struct MaildirFeed: MailFeed {
    private static let batch = 50
    private static let batchBytes: Int64 = 16 << 20

    private let maildir: Maildir
    private let sweepEvery: Duration

    package init(_ maildir: Maildir, sweepEvery: Duration = .seconds(60)) {
        self.maildir = maildir
        self.sweepEvery = sweepEvery
    }

    package func run(
        from start: FeedStart, _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        var seen: Set<String> = []
        let watch: MaildirWatch
        do {
            watch = try MaildirWatch(maildir, sweepEvery: sweepEvery)
        } catch {
            try await handle(.failed(Self.failure(error)))
            throw error
        }
        defer { watch.stop() }
        try await handle(.connected)
        for await _ in watch.changes {
            try await look(start, &seen, handle)
        }
    }

    private func look(
        _ start: FeedStart, _ seen: inout Set<String>,
        _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        do {
            var batch: [FetchedMail] = []
            var bytes: Int64 = 0
            var trouble: SyncFailure?
            for entry in try await unknown(try maildir.scan(skipping: seen), start, &seen) {
                let content: [UInt8]
                do throws(MaildirError) {
                    content = try maildir.read(entry)
                } catch {
                    // A file that vanished between scan and read was taken away by its owner; any
                    // other trouble is told, and the file tried again at the next look.
                    if !error.isMissing { trouble = trouble ?? Self.failure(error, of: entry) }
                    continue
                }
                batch.append(FetchedMail(origin: entry.key, bytes: content))
                bytes += entry.size
                guard batch.count >= Self.batch || bytes >= Self.batchBytes else { continue }
                try await deliver(&batch, &seen, handle)
                bytes = 0
            }
            try await deliver(&batch, &seen, handle)
            try await handle(trouble.map(MailFeedEvent.failed) ?? .caughtUp)
        } catch let error as MaildirError {
            try await handle(.failed(Self.failure(error)))
        }
    }

    /// The entries that the database does not know, asked about all at once; the others are seen.
    private func unknown(
        _ entries: [MaildirEntry], _ start: FeedStart, _ seen: inout Set<String>
    ) async throws -> [MaildirEntry] {
        guard !entries.isEmpty else { return [] }
        let known = try await start.known(entries.map(\.key))
        let new = entries.filter { $0.modified >= start.oldest && !known.contains($0.key) }
        seen.formUnion(entries.map(\.key))
        seen.subtract(new.map(\.key))
        return new
    }

    private func deliver(
        _ batch: inout [FetchedMail], _ seen: inout Set<String>,
        _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        guard !batch.isEmpty else { return }
        try await handle(.mails(batch, cursor: nil))
        for mail in batch { seen.insert(mail.origin) }
        batch.removeAll(keepingCapacity: true)
    }

    /// What is wrong, and with which mail: somebody has to go and look at that file.
    private static func failure(_ error: MaildirError, of entry: MaildirEntry? = nil) -> SyncFailure
    {
        let name = entry.map { ": " + CleanText.clean($0.key).collapsed(limit: 80) } ?? ""
        return SyncFailure(
            errorClass: .mailbox, operation: "maildir.\(error.step.rawValue)",
            message: error.reason + name)
    }
}
