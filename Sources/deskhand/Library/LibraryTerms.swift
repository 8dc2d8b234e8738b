import HelpDesk
import Localization
import Wire

/// Headings and words of the lists of templates and macros.
enum LibraryTerms {
    static let template = Phrase("term.library.template", "Template")
    static let version = Phrase("term.library.version", "Version")
    static let language = Phrase("term.library.language", "Language")
    static let title = Phrase("term.library.title", "Title")
    static let standing = Phrase("term.library.standing", "Standing")
    static let inserted = Phrase("term.library.inserted", "Inserted")
    static let suggested = Phrase("term.library.suggested", "Suggested")
    static let sent = Phrase("term.library.sent", "Sent")
    static let blocked = Phrase("term.library.blocked", "Blocked")
    static let unchanged = Phrase("term.library.unchanged", "Unchanged")
    static let edited = Phrase("term.library.edited", "Edited")
    static let quiet = Phrase("term.library.quiet", "Quiet 72 h")
    static let reopened = Phrase("term.library.reopened", "Reopened")
    static let lowRated = Phrase("term.library.low-rated", "Rated 1-3")
    static let none = Phrase("term.library.none", "No templates.")
    static let noFigures = Phrase(
        "term.library.no-figures", "No template has been used in these days.")
    static let ownFigures = Phrase("term.library.own", "Your own letters only.")
    static let folder = Phrase("term.library.folder", "folder")
    static let overdue = LibrarySentences.overdue
    static let unchangedText = Phrase("term.library.same", "says the same; left alone")

    static func noDictionary(_ language: String) -> Phrase {
        Phrase(
            "term.spelling.none", "No dictionary for {language} is installed.",
            ["language": language])
    }

    static func saved(_ number: Int) -> Phrase {
        Phrase(
            "term.library.saved", "version {number} waits for a second person",
            ["number": "\(number)"])
    }

    static func broken(_ rules: String) -> Phrase {
        Phrase("term.library.broken", "not kept: breaks {rules}", ["rules": rules])
    }

    static func notExported(_ key: String, _ language: String) -> Phrase {
        Phrase(
            "term.library.not-exported", "{key} is left out: {language} is no language.",
            ["key": key, "language": language])
    }

    static func missing(_ names: String) -> Phrase {
        Phrase("term.library.missing", "Missing: {names}", ["names": names])
    }

    static func checked(_ count: Int, _ faults: Int) -> Phrase {
        Phrase(
            "term.library.checked", "{count} read, {faults} not offered.",
            ["count": "\(count)", "faults": "\(faults)"])
    }

    /// What asks for somebody, in words.
    static func marks(_ view: TemplateEntryView, _ words: Words) -> [String] {
        LibrarySentences.marks(
            entry: view.entry, newest: view.newest.state, isInUse: view.offered != nil,
            faults: view.faults, isOverdue: view.isOverdue, isBehind: view.isBehind,
            isUnused: view.isUnused
        ).map { words($0) }
    }
}
