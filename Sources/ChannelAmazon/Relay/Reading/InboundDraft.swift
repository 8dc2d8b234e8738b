import Channels
import HelpDesk
import LanguageKit
import MailKit
import SwiftExtensions

/// A message while it is being filled: first what all mails have, then what its kind adds.
struct InboundDraft {
    let mail: RelayMail
    var message: InboundMessage

    init(_ mail: RelayMail, rule: String) {
        self.mail = mail
        let time = MailTime(mail.parsed.date, mail.context)
        message = InboundMessage(
            outcome: .ignored, kind: .system, rule: rule, dedupe: DedupeKey(.content, ""),
            platformTime: time.instant, isTimeEstimated: time.isEstimated,
            fetchedAt: mail.context.fetchedAt)
        message.warnings = time.warnings
        message.isAuthenticated = mail.isAuthenticated
        message.subject = SafeText.line(mail.parsed.subject, limit: 1000)
        message.topic = SubjectReader(table: mail.tables.subjects).read(mail.parsed.subject).topic
        message.internetMessageID = mail.parsed.messageID
        message.inReplyTo = mail.parsed.inReplyTo
        message.references = mail.parsed.references
        message.attachments = mail.parsed.attachments.enumerated().map { index, file in
            InboundAttachment(
                index: index, name: SafeText.line(file.name, limit: 255), mediaType: file.mediaType,
                byteCount: file.bytes.count, isInline: file.isInline)
        }
        if mail.parsed.warnings.contains(.textCut) { warn(.textCut) }
    }

    mutating func warn(_ warning: InboundWarning) {
        if !message.warnings.contains(warning) { message.warnings.append(warning) }
    }

    mutating func flag(_ flag: InboundFlag) {
        if !message.flags.contains(flag) { message.flags.append(flag) }
    }

    /// Language, and the keys that make two copies one; asked last, when all else is known.
    func finished() -> InboundMessage {
        var message = message
        let guess = LanguageDetector().guess(message.body, hint: message.marketplace)
        message.language = guess.code
        message.languageConfidence = guess.confidence
        message.contentKey = DedupeKeys.content(message)
        message.dedupe = DedupeKeys.key(message)
        return message
    }
}

/// When the platform took a mail (amazon section 8).
struct MailTime {
    var instant: Timestamp
    var isEstimated: Bool
    var warnings: [InboundWarning] = []

    /// No mail of Amazon's relay is older.
    private static let earliest = Timestamp(seconds: 1_104_537_600)

    init(_ date: Timestamp?, _ context: RelayContext) {
        guard let date, date >= Self.earliest else {
            let received = context.receivedAt.map { min($0, context.fetchedAt) }
            instant = received ?? context.fetchedAt
            isEstimated = true
            warnings = [.dateMissing]
            return
        }
        instant = min(date, context.fetchedAt)
        isEstimated = false
        if date > context.fetchedAt + .seconds(300) { warnings = [.dateInFuture] }
    }
}
