import Localization

enum LibraryStrings {
    static let name = Phrase("library.name", "Templates")
    /// What an empty part says, with what would fill it.
    static func nothing(_ part: LibraryPane.Part) -> Phrase {
        switch part {
        case .care: Phrase("library.nothing", "Nothing asks for anybody here.")
        case .templates:
            Phrase(
                "library.no-templates",
                "No templates yet: deskhand templates save or import brings some.")
        case .macros:
            Phrase("library.no-macros-yet", "No macros yet: deskhand macros save makes one.")
        }
    }
    static let nobody = Phrase("library.nobody", "nobody")
    static let folder = Phrase("library.folder", "the folder")
    static let preview = Phrase("library.preview", "With the open ticket's values:")
    static let figures = Phrase("library.figures", "Last 180 days")
    static let notForYou = Phrase(
        "library.not-for-you", "Only who reads tickets or keeps templates sees them here.")
    static let onlyKeepers = Phrase("library.only-keepers", "Only who keeps templates does this.")
    static let notYours = Phrase("library.not-yours", "This version is not for you to settle.")
    static let noneSelected = Phrase("library.none-selected", "Nothing is selected.")
    static let noTicket = Phrase("library.no-ticket", "Open a ticket first; its values fill it in.")
    static let settled = Phrase("library.settled", "Settled.")
    static let macros = Phrase("library.macros", "Macros")
    static let noMacros = Phrase("library.no-macros", "No macro fits this ticket.")
    static let macroDone = Phrase("library.macro-done", "Done, all of it.")
    static let runTitle = Phrase("library.run-title", "What the macro does")
    static let refusedTitle = Phrase("library.refused-title", "Refused, so nothing is done")
    static let runIt = Phrase("library.run-it", "do it all")
    static let leaveIt = Phrase("library.leave-it", "leave it")
    static let retireTitle = Phrase("library.retire-title", "Take this macro out of use?")
    static let retireText = Phrase(
        "library.retire-text", "Nobody can run it then; to bring it back, a second person approves."
    )
    static let keepIt = Phrase("library.keep-it", "keep it")
    static let retireIt = Phrase("library.retire-it", "take it out")
    static let notShown = Phrase(
        "library.not-shown", "There is a newer version; read it before you settle it.")
    static let noSnippet = Phrase(
        "library.no-snippet", "No snippet of yours has the name before the cursor.")
    static let noSnippets = Phrase("library.no-snippets", "You keep no snippets: :snippet NAME.")
    static let kept = Phrase("library.kept", "Kept.")
    static let learned = Phrase("library.learned", "Kept among your words.")
    static let noWord = Phrase("library.no-word", "No unknown word is marked here.")
    static let nothingToKeep = Phrase("library.nothing-to-keep", "There is no paragraph here.")
    static let nameNeeded = Phrase("library.name-needed", "Say a name: :snippet NAME.")

    static func part(_ part: LibraryPane.Part) -> Phrase {
        switch part {
        case .care: Phrase("library.part.care", "To do")
        case .templates: Phrase("library.part.templates", "All templates")
        case .macros: Phrase("library.part.macros", "Macros")
        }
    }

    static func owner(_ name: String) -> Phrase {
        Phrase("library.owner", "kept by {name}", ["name": name])
    }

    static func review(_ day: String) -> Phrase {
        Phrase("library.review", "to be looked at by {day}", ["day": day])
    }

    static func counts(
        _ number: Int, inserted: Int, suggested: Int, sent: Int, blocked: Int
    ) -> Phrase {
        Phrase(
            "library.counts",
            "v{number}: inserted {inserted} ({suggested} suggested) · sent {sent} · blocked {blocked}",
            [
                "number": "\(number)", "inserted": "\(inserted)", "suggested": "\(suggested)",
                "sent": "\(sent)",
                "blocked": "\(blocked)",
            ])
    }

    static func shares(
        unchanged: String, quiet: String, reopened: String, lowRated: String
    ) -> Phrase {
        Phrase(
            "library.shares",
            "unchanged {unchanged} · quiet {quiet} · reopened {reopened} · rated low {low}",
            [
                "unchanged": unchanged, "quiet": quiet, "reopened": reopened, "low": lowRated,
            ])
    }
}
