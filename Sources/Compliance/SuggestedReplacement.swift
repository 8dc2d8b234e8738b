import HelpDesk

/// What one key puts in place of a finding that no detector knows better: an invitation to answer
/// in the thread where a way round it stood, and nothing where a link or a code did.
enum SuggestedReplacement {
    static func text(for rule: String, language: LanguageCode?) -> String? {
        switch rule {
        case "CON-01", "CON-02", "CON-03", "CON-05": invitation(in: language)
        case "LNK-01", "LNK-03", "CON-09": ""
        default: nil
        }
    }

    private static func invitation(in language: LanguageCode?) -> String {
        switch language?.rawValue.prefix(2) {
        case "de": "(antworten Sie bitte auf diese Nachricht)"
        case "fr": "(merci de répondre à ce message)"
        case "it": "(risponda pure a questo messaggio)"
        case "es": "(responda a este mensaje)"
        case "ja": "(このメッセージにご返信ください)"
        case "zh": "（请直接回复本消息）"
        default: "(please reply to this message)"
        }
    }
}
