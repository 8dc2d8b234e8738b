import Foundation
import HelpDesk
package import MailKit
import SwiftExtensions

/// An IMAP mailbox as a source of mails. Its cursor is UIDVALIDITY and UID; a mail's place holds
/// both, so a mailbox that was numbered anew is read again and its copies recognised.
package struct ImapMailFeed: MailFeed {
    private let configuration: ImapFeed.Configuration
    private let random: DeskRandom

    package init(_ configuration: ImapFeed.Configuration, random: DeskRandom = .system) {
        self.configuration = configuration
        self.random = random
    }

    package func run(
        from start: FeedStart, _ handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        let random = random
        let rescanFrom = start.rescanFrom
        let feed = ImapFeed(
            configuration, cursor: start.cursor.flatMap(Self.cursor),
            rescanFrom: { rescanFrom }, random: { random.double(in: $0) })
        defer { feed.stop() }
        try await withTaskCancellationHandler {
            while let event = await feed.next() {
                try await pass(event, on: handle)
            }
        } onCancel: {
            feed.stop()
        }
    }

    private func pass(
        _ event: ImapFeed.Event, on handle: @Sendable (MailFeedEvent) async throws -> Void
    ) async throws {
        switch event {
        case .connected: try await handle(.connected)
        case .rescanning: break
        case .caughtUp: try await handle(.caughtUp)
        case .failed(let error, _): try await handle(.failed(Self.failure(error)))
        case .mails(let mails, let cursor):
            let fetched = mails.map { mail in
                FetchedMail(
                    origin: "uid \(cursor.uidValidity):\(mail.uid)", bytes: mail.bytes)
            }
            try await handle(.mails(fetched, cursor: try Self.text(cursor)))
        }
    }

    private static func cursor(_ text: String) -> ImapCursor? {
        try? JSONDecoder().decode(ImapCursor.self, from: Data(text.utf8))
    }

    private static func text(_ cursor: ImapCursor) throws -> String {
        String(decoding: try JSONEncoder().encode(cursor), as: UTF8.self)
    }

    private static func failure(_ error: ImapError) -> SyncFailure {
        let errorClass: SyncErrorClass =
            switch error.kind {
            case .network, .stopped: .network
            case .authentication, .certificate, .protocolError, .mailboxMissing, .insecure:
                .mailbox
            }
        // A server that is away comes back; one that refuses us waits for somebody.
        let isForPeople = errorClass == .mailbox && error.kind != .protocolError
        return SyncFailure(
            errorClass: errorClass, operation: "imap.\(error.kind.rawValue)",
            message: error.detail, code: isForPeople ? SyncFailure.mailboxRefused : nil)
    }
}
