import Channels

/// Words of messages that only thank, and of absence notices (`relay-courtesy.toml`).
struct CourtesyTable: Sendable {
    struct Language: Sendable {
        var code: String
        var thanks: PhraseSet
        var polite: PhraseSet
    }

    var longestText: Int
    var refusing: PhraseSet
    var languages: [Language] = []
    var absenceSubjects: PhraseSet
    var absenceTexts: PhraseSet

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["limits", "refuse", "language", "absence"])
        let limits = try file.root.row("limits")
        try limits.finish(["length"])
        longestText = try limits.int("length", in: 1...2000)
        let refuse = try file.root.row("refuse")
        try refuse.finish(["phrases"])
        refusing = PhraseSet(try refuse.strings("phrases", isRequired: true))
        let absence = try file.root.row("absence")
        try absence.finish(["subjects", "texts"])
        absenceSubjects = PhraseSet(try absence.strings("subjects", isRequired: true))
        absenceTexts = PhraseSet(try absence.strings("texts", isRequired: true))
        for row in try file.root.rows("language") {
            try row.finish(["code", "thanks", "polite"])
            languages.append(
                Language(
                    code: try row.string("code"),
                    thanks: PhraseSet(try row.strings("thanks", isRequired: true)),
                    polite: PhraseSet(try row.strings("polite"))))
        }
    }
}
