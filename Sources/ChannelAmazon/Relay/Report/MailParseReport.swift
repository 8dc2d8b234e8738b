internal import Foundation
package import Channels
import HelpDesk

/// One line of `deskhand mail parse --json`. The keys are part of the command line's contract.
package struct MailParseReport: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case buyerMessage = "buyer-message"
        case systemNotice = "system-notice"
        case bounce, spoof
        case ownCopy = "own-copy"
        case other
    }

    package var file: String
    package var kind: Kind
    package var marketplace: String?
    package var orderID: String?
    package var asin: String?
    package var buyerName: String?
    package var relayAddress: String?
    package var lang: String
    package var body: String
    /// Names of the files that came with the mail.
    package var attachments: [String]
    package var category: String
    package var threadKey: String?
    package var messageKey: String
    package var warnings: [String]

    package init(file: String, _ message: InboundMessage) {
        self.file = file
        kind = Self.kind(of: message)
        marketplace = message.marketplace?.rawValue
        orderID = message.order?.rawValue
        asin = message.items.first?.asin
        buyerName = message.buyerName
        relayAddress = message.alias?.address
        lang = message.language.rawValue
        body = message.body
        attachments = message.attachments.map { $0.name.isEmpty ? "unnamed" : $0.name }
        category = message.category.rawValue
        threadKey = message.threadKeys.first?.value
        messageKey = message.dedupe.value
        warnings =
            message.warnings.map(\.rawValue) + message.spoofReasons.map(\.rawValue)
            + message.flags.filter { $0 == .automaticHeaders || $0 == .absenceWords }.map(
                \.rawValue)
    }

    /// The report as one line of JSON, keys in the contract's order.
    package func jsonLine() -> String {
        let pairs: [(String, String)] = [
            ("file", Self.text(file)), ("kind", Self.text(kind.rawValue)),
            ("marketplace", Self.text(marketplace)), ("order_id", Self.text(orderID)),
            ("asin", Self.text(asin)), ("buyer_name", Self.text(buyerName)),
            ("relay_address", Self.text(relayAddress)), ("lang", Self.text(lang)),
            ("body", Self.text(body)), ("attachments", Self.list(attachments)),
            ("category", Self.text(category)), ("thread_key", Self.text(threadKey)),
            ("message_key", Self.text(messageKey)), ("warnings", Self.list(warnings)),
        ]
        return "{" + pairs.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// An opt-out reaches people as Amazon's notice, although it undoes a delivery.
    private static func kind(of message: InboundMessage) -> Kind {
        switch message.outcome {
        case .bounce: message.bounce?.effect == .buyerOptedOut ? .systemNotice : .bounce
        case .notice: .systemNotice
        case .ownCopy: .ownCopy
        case .quarantined: .spoof
        case .message, .duplicate: .buyerMessage
        case .unparsed: message.alias == nil && message.flags.isEmpty ? .other : .buyerMessage
        case .ignored, .stored: .other
        }
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map { text($0) }.joined(separator: ",") + "]"
    }

    private static func text(_ value: String?) -> String {
        guard let value else { return "null" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    private enum CodingKeys: String, CodingKey {
        case file, kind, marketplace, asin, lang, body, attachments, category, warnings
        case orderID = "order_id"
        case buyerName = "buyer_name"
        case relayAddress = "relay_address"
        case threadKey = "thread_key"
        case messageKey = "message_key"
    }
}
