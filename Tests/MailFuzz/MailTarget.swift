import Channels
import ChannelAmazon
import HelpDesk
import MailKit
import SwiftExtensions
import TerminalCore

/// The whole way of a mail from bytes to a screen, with what must hold at its end.
package struct MailTarget: Sendable {
    private let reader: RelayMailReader
    private let context = RelayContext(
        fetchedAt: Timestamp(seconds: 1_784_000_000), storeAddresses: ["desk+nova@desk.example"])

    package init() throws { reader = try RelayMailReader.standard() }

    /// What the input broke; nil when all holds.
    package func complaint(about bytes: [UInt8], checksTwice: Bool = false) -> String? {
        let mail = ParsedMail(parsing: bytes)
        let message = reader.read(mail, context: context)
        if checksTwice {
            guard ParsedMail(parsing: bytes) == mail else { return "parsed differently again" }
            guard reader.read(bytes, context: context) == message else {
                return "read differently again"
            }
        }
        return parsing(mail, bytes.count) ?? reading(message) ?? report(message)
            ?? files(mail, bytes.count) ?? screen(message)
    }

    /// Parses, classifies and extracts, as the intake does.
    package func read(_ bytes: [UInt8]) {
        _ = reader.read(ParsedMail(parsing: bytes), context: context)
    }

    private func parsing(_ mail: ParsedMail, _ size: Int) -> String? {
        guard mail.headers.all.allSatisfy({ Cleanness.isLine($0.value) }) else {
            return "a header holds a control or direction character"
        }
        let addresses = [mail.from, mail.replyTo, mail.sender, mail.to, mail.cc, mail.deliveredTo]
        guard
            addresses.joined().allSatisfy({
                Cleanness.isLine($0.name) && Cleanness.isLine($0.address)
            })
        else { return "an address holds a control or direction character" }
        guard Cleanness.isText(mail.text ?? "", allowsDirection: true) else {
            return "the text holds a control character"
        }
        let html = mail.html.map(HTMLText.plain) ?? ""
        // An entity of two letters and a semicolon gives at most six bytes; a charset at most three
        // bytes for one.
        guard html.utf8.count <= 4 * size + 4096 else { return "HTML text grew out of bounds" }
        guard (mail.text ?? "").utf8.count <= 4 * size + 4096 else { return "the text grew" }
        guard mail.warnings.count < 200, mail.attachments.count <= 200 else {
            return "more warnings or files than the limits allow"
        }
        return nil
    }

    private func reading(_ message: InboundMessage) -> String? {
        for (name, value) in fields(of: message) {
            guard Cleanness.isLine(value) else {
                return "\(name) holds a control or direction character"
            }
            guard value.utf8.count <= 16 << 10 else { return "\(name) is too long" }
        }
        guard
            Cleanness.isText(message.body, allowsDirection: false),
            Cleanness.isText(message.ownCopy?.text ?? "", allowsDirection: false)
        else { return "the body holds a control or direction character" }
        guard message.body.utf8.count <= 8 << 20 else { return "the body is too long" }
        guard message.platformTime <= context.fetchedAt else { return "a time in the future" }
        guard (0...1).contains(message.languageConfidence) else { return "an odd confidence" }
        return message.outcome == .stored || message.rule.isEmpty ? "no verdict" : nil
    }

    private func fields(of message: InboundMessage) -> [(name: String, value: String)] {
        let single: [(String, String?)] = [
            ("subject", message.subject), ("topic", message.topic),
            ("buyer's name", message.buyerName), ("alias", message.alias?.address),
            ("alias local part", message.alias?.localPart),
            ("alias suffix", message.alias?.suffix), ("alias host", message.alias?.host),
            ("thread token", message.tokens.thread), ("message token", message.tokens.message),
            ("case id", message.tokens.caseID), ("dedupe key", message.dedupe.value),
            ("content key", message.contentKey), ("link", message.noResponseNeededURL),
            ("bounced id", message.bounce?.originalMessageID),
            ("bounced recipient", message.bounce?.recipient),
            ("bounce status", message.bounce?.status),
            ("recipient's name", message.ownCopy?.recipientName),
            ("message id", message.internetMessageID),
        ]
        return single.compactMap { name, value in value.map { (name, $0) } }
            + message.items.flatMap { [("asin", $0.asin), ("title", $0.title ?? "")] }
            + message.threadKeys.map { ("thread key", $0.value) }
            + message.attachments.flatMap { [("file", $0.name), ("media type", $0.mediaType)] }
    }

    private func report(_ message: InboundMessage) -> String? {
        let line = MailParseReport(file: "x", message).jsonLine()
        return line.utf8.contains { $0 < 0x20 } ? "the report breaks its line" : nil
    }

    private func files(_ mail: ParsedMail, _ size: Int) -> String? {
        var total = 0
        for file in mail.attachments {
            total += file.bytes.count
            let name = FileName.cleaned(file.name)
            guard name == file.name, !name.contains("/"), !name.contains("\\"),
                !name.hasPrefix("."), name.count <= 120, Cleanness.isLine(name)
            else { return "an unsafe file name" }
            let kind = FileSniffer.kind(of: file.bytes)
            _ = FileDanger.of(kind, name: name)
            if let picture = PictureSize(of: file.bytes), picture.width < 0 || picture.height < 0 {
                return "a picture of negative size"
            }
        }
        // Mails inside mails are written out anew, which folds and completes their headers.
        return total <= 8 * size + (1 << 20) ? nil : "the files grew out of bounds"
    }

    private func screen(_ message: InboundMessage) -> String? {
        let lines =
            [SafeText.line(message.subject), SafeText.line(message.buyerName ?? "")]
            + SafeText.message(String(message.body.prefix(4000)))
        return lines.allSatisfy(Cleanness.isLine) ? nil : "the screen would get a control character"
    }
}

/// What may not reach a field or a screen.
enum Cleanness {
    static func isLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !isControl($0) && !isDirection($0) }
    }

    static func isText(_ text: String, allowsDirection: Bool) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if scalar == "\n" || scalar == "\t" { return true }
            return !isControl(scalar) && (allowsDirection || !isDirection(scalar))
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }

    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
