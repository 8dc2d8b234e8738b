extension ErrorSentences {
    static func library(_ code: String, _ given: [String: String]) -> ErrorWords? {
        let name = ["name": given["name"] ?? "?", "number": given["number"] ?? "?"]
        switch code {
        case "library.own_text":
            return ErrorWords(
                Phrase("error.library-own", "Whoever wrote {name} cannot approve it.", name),
                Phrase("error.library-own.next", "Ask somebody else who approves texts."))
        case "library.settled":
            return ErrorWords(
                Phrase(
                    "error.library-settled", "Version {number} of {name} waits no more.", name),
                Phrase("error.library-settled.next", "Look at its versions again."))
        case "library.unchanged":
            return ErrorWords(
                Phrase(
                    "error.library-unchanged", "Version {number} of {name} says the same.", name),
                Phrase("error.library-unchanged.next", "There is nothing to do."))
        case "library.breaks_rules":
            return ErrorWords(
                Phrase(
                    "error.library-breaks", "The linter blocks it: {rules}.",
                    ["rules": given["rules"] ?? "?"]),
                Phrase("error.library-breaks.next", "Mend the text and save it again."))
        case "library.never_offered":
            return ErrorWords(
                Phrase(
                    "error.library-never-offered",
                    "Version {number} of {name} was never approved.", name),
                Phrase(
                    "error.library-never-offered.next", "Begin the letter with the one in use."))
        case "library.not_now":
            return ErrorWords(
                LibrarySentences.obstacle(given["why"] ?? "", given),
                Phrase("error.library-not-now.next", "Choose another template."))
        default: return macro(code, given)
        }
    }

    private static func macro(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "macro.not_found":
            return ErrorWords(
                Phrase("error.macro-not-found", "There is no such macro in use."),
                Phrase("error.macro-not-found.next", "Look at the list: deskhand macros."))
        case "macro.changed":
            return ErrorWords(
                Phrase(
                    "error.macro-changed",
                    "The macro {name} has changed: version {number} is in use now.",
                    ["name": given["name"] ?? "?", "number": given["number"] ?? "?"]),
                Phrase("error.macro-changed.next", "Look at what it does now, then run it."))
        case "own_word.not_found":
            return ErrorWords(
                Phrase("error.own-word-not-found", "You keep nothing by that name."),
                Phrase("error.own-word-not-found.next", "Look at your list."))
        case "own_word.too_many":
            return ErrorWords(
                Phrase(
                    "error.own-words-too-many", "You keep {limit} already.",
                    ["limit": given["limit"] ?? "?"]),
                Phrase("error.own-words-too-many.next", "Drop one that you no longer need."))
        default: return nil
        }
    }
}
