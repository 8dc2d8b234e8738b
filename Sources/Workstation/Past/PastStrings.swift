import Localization

enum PastStrings {
    static func banner(_ moment: String) -> Phrase {
        Phrase(
            "past.banner", "AS OF {moment}: the past, nothing can be changed; :now goes back",
            ["moment": moment])
    }

    static func noTime(_ text: String) -> Phrase {
        Phrase(
            "past.no-time", "\"{text}\" is no past time; try 2026-03-08 23:00, 23:00 or -3h.",
            ["text": text])
    }

    static let back = Phrase("past.back", "This is now again.")
    static let refused = Phrase("past.refused", "The past cannot be changed; :now goes back.")
}
