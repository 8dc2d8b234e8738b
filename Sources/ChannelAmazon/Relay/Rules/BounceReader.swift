internal import Foundation
import Channels
import HelpDesk
import MailKit

/// Reads reports about mails of ours that did not arrive, or not yet.
enum BounceReader {
    static func isReport(_ mail: RelayMail) -> Bool {
        let isFromDaemon = mail.sender.map { isBounceSender($0, mail) } ?? false
        if isMachineReadable(mail) {
            // A buyer who forwards a report has written a message; only a mail server reports.
            return mail.aliases.isEmpty || isFromDaemon || hasEmptyPath(mail)
        }
        // A report without its machine-readable part is known by its sender; never a buyer's alias.
        guard mail.aliases.isEmpty else { return false }
        return isFromDaemon || mail.parsed.headers["X-Failed-Recipients"] != nil
            || hasEmptyPathAndSubject(mail)
    }

    private static func isMachineReadable(_ mail: RelayMail) -> Bool {
        if mail.parsed.report != nil { return true }
        let type = mail.parsed.headers["Content-Type"]?.lowercased() ?? ""
        return type.contains("multipart/report") && type.contains("delivery-status")
    }

    private static func hasEmptyPath(_ mail: RelayMail) -> Bool {
        mail.parsed.headers["Return-Path"]?.filter { !$0.isWhitespace } == "<>"
    }

    static func read(_ mail: RelayMail) -> BounceNotice {
        let text = mail.parsed.bestText
        let recipient = mail.parsed.report?.recipients.first
        let status =
            recipient.map(\.status).flatMap { $0.isEmpty ? nil : $0 } ?? self.status(in: text)
        return BounceNotice(
            effect: effect(mail, status: status),
            originalMessageID: originalID(mail, text),
            recipient: recipient?.finalRecipient ?? failedRecipient(mail, text),
            status: status)
    }

    private static func isBounceSender(_ sender: MailAddress, _ mail: RelayMail) -> Bool {
        mail.tables.addresses.bounce.localParts.contains(sender.localPart.lowercased())
    }

    private static func hasEmptyPathAndSubject(_ mail: RelayMail) -> Bool {
        guard hasEmptyPath(mail) else { return false }
        let subject = WordFolding.fold(mail.parsed.subject)
        return mail.tables.addresses.bounce.subjects.contains { subject.contains($0) }
    }

    private static func effect(_ mail: RelayMail, status: String?) -> BounceNotice.Effect {
        if let report = mail.parsed.report, !report.recipients.isEmpty {
            return report.isPermanentFailure ? .permanent : .delay
        }
        if let status { return status.hasPrefix("5") ? .permanent : .delay }
        let subject = WordFolding.fold(mail.parsed.subject)
        let isDelay = mail.tables.addresses.bounce.delaySubjects.contains { subject.contains($0) }
        return isDelay ? .delay : .permanent
    }

    private static func originalID(_ mail: RelayMail, _ text: String) -> String? {
        mail.parsed.report?.originalMessageID
            ?? mail.parsed.headers["X-Original-MessageID"].map(withoutBrackets)
            ?? quotedID(in: text) ?? attachedID(mail.parsed)
            ?? mail.parsed.inReplyTo.first ?? mail.parsed.references.last
    }

    /// The Message-ID of a mail that a report quotes in its text.
    private static func quotedID(in text: String) -> String? {
        for line in text.split(separator: "\n") {
            guard let label = line.range(of: "Message-ID:", options: .caseInsensitive) else {
                continue
            }
            let rest = line[label.upperBound...]
            guard let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">")
            else { continue }
            return SafeText.line(String(rest[rest.index(after: open)..<close]))
        }
        return nil
    }

    private static func attachedID(_ mail: ParsedMail) -> String? {
        for attachment in mail.attachments
        where ["message/rfc822", "text/rfc822-headers"].contains(attachment.mediaType) {
            let head = String(decoding: attachment.bytes.prefix(65_536), as: UTF8.self)
            if let id = quotedID(in: head) { return id }
        }
        return nil
    }

    private static func failedRecipient(_ mail: RelayMail, _ text: String) -> String? {
        let named = mail.parsed.headers["X-Failed-Recipients"]
        // Free text may hold anything between blanks; no address is longer (RFC 5321 4.5.3.1.3).
        return AddressWords.addresses(in: named ?? String(text.prefix(4000))).first {
            AddressWords.isPlain($0.address) && $0.address.utf8.count <= 254
        }?.address
    }

    /// The first enhanced status code of a text, a permanent one before others.
    static func status(in text: String) -> String? {
        let codes = text.prefix(8000).split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".")) }
            .filter(isStatus)
        return codes.first { $0.hasPrefix("5") } ?? codes.first
    }

    private static func isStatus(_ code: String) -> Bool {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && ["4", "5"].contains(parts[0])
            && parts.dropFirst().allSatisfy {
                (1...3).contains($0.count) && $0.allSatisfy(\.isNumber)
            }
    }

    private static func withoutBrackets(_ value: String) -> String {
        SafeText.line(value).trimmingCharacters(in: CharacterSet(charactersIn: "<> "))
    }
}
