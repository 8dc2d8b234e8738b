import HelpDesk
import MailKit
import Store
import Wire

/// A mail that was set aside, as far as people may see it: read anew from its bytes, since nothing
/// of it was taken into the record.
struct HeldMail {
    private let raw: RawMail
    private let parsed: ParsedMail
    private let releasedBy: String?

    private static let longestText = 65_536
    private static let telling = [
        "From", "Reply-To", "To", "Return-Path", "Date", "Message-ID", "Authentication-Results",
    ]

    init(_ raw: RawMail, _ transaction: ReadTransaction) throws {
        self.raw = raw
        parsed = ParsedMail(parsing: try transaction.rawBytes(digest: raw.digest) ?? [])
        releasedBy = try raw.releasedBy.flatMap { try transaction.person($0)?.displayName }
    }

    var view: QuarantinedMail {
        let reasons = (raw.outcome == .quarantined ? raw.reason : raw.heldReason) ?? ""
        return QuarantinedMail(
            id: raw.id, mailbox: raw.mailbox, store: raw.store, fetchedAt: raw.fetchedAt,
            reasons: reasons.split(separator: " ").map(String.init),
            sender: CleanText.clean(parsed.headers["From"] ?? "").collapsed(limit: 300),
            subject: CleanText.clean(parsed.subject).collapsed(limit: 300),
            byteCount: raw.byteCount, attachmentCount: parsed.attachments.count,
            releasedAt: raw.releasedAt, releasedBy: releasedBy)
    }

    var detail: QuarantinedMailDetail {
        let text = CleanText.clean(parsed.bestText)
        let shown = String(text.prefix(Self.longestText))
        return QuarantinedMailDetail(
            mail: view, headers: headers, text: shown, isTruncated: shown.endIndex < text.endIndex,
            attachments: parsed.attachments.map { CleanText.clean($0.name).collapsed(limit: 255) })
    }

    private var headers: [MailHeaderLine] {
        Self.telling.flatMap { name in
            parsed.headers.values(name).map {
                MailHeaderLine(name: name, value: CleanText.clean($0).collapsed(limit: 2000))
            }
        }
    }
}
