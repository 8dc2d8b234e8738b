import MailKit

/// Finds the row of the notices' table that a mail belongs to.
enum NoticeMatch {
    static func row(for mail: RelayMail, among outcomes: Set<NoticeTable.Outcome>)
        -> NoticeTable.Row?
    {
        guard mail.isTrustedNotice else { return nil }
        let rows = mail.tables.notices.rows.filter { outcomes.contains($0.outcome) }
        if let type = mail.platformType, mail.tables.notices.knows(type) {
            return rows.first { row in row.types.contains { $0.matches(type) } }
        }
        // Without a type only Amazon's own hosts speak, and never where a buyer would be answered.
        guard mail.aliases.isEmpty else { return nil }
        let words = Words(mail)
        return rows.first { fits($0, mail, words) }
    }

    private struct Words {
        let text: WordText
        let sender: String

        init(_ mail: RelayMail) {
            text = WordText(mail.parsed.bestText)
            sender =
                mail.sender.map { String($0.localPart.lowercased().prefix { $0 != "+" }) } ?? ""
        }
    }

    private static func fits(_ row: NoticeTable.Row, _ mail: RelayMail, _ words: Words) -> Bool {
        row.senders.contains(words.sender)
            || row.subjects.contains { $0.matches(mail.parsed.subject, mail.subjectWords) }
            || row.texts.contains { $0.isIn(words.text) }
    }
}
