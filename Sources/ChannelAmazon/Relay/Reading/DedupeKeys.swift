import Channels
import HelpDesk
import SwiftExtensions

/// What makes two mails one message (helpdesk section 3.1).
enum DedupeKeys {
    /// Copies that arrive within this time without a token are one message (amazon section 2.6).
    static let windowSeconds: Int64 = 600

    /// The platform's token first. Copies of one relay mail have different Message-IDs, so relay mail
    /// without a token goes by its content; all other mail by its Message-ID.
    static func key(_ message: InboundMessage) -> DedupeKey {
        if let token = message.tokens.message { return DedupeKey(.token, token) }
        let isRelayed = message.alias != nil || message.outcome == .ownCopy
        if !isRelayed, let id = message.internetMessageID { return DedupeKey(.messageID, id) }
        let window = message.platformTime.seconds / windowSeconds
        return DedupeKey(.content, "\(message.contentKey).\(window)")
    }

    /// Alias, order, words and files; no header that differs from copy to copy.
    static func content(_ message: InboundMessage) -> String {
        let words = WordFolding.fold(message.body).filter { !$0.isWhitespace }
        let files = message.attachments.map { "\($0.mediaType):\($0.byteCount)" }
        let parts = [
            message.alias.map { "\($0.localPart)@\($0.host)" } ?? "",
            message.order?.rawValue ?? "", message.ownCopy?.recipientName ?? "",
            message.alias == nil ? message.subject : "", words, files.joined(separator: ","),
        ]
        return ContentDigest.hex(parts.joined(separator: "\u{1}"))
    }
}
