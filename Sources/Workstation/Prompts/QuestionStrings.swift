import Localization

enum QuestionStrings {
    static let quitTitle = Phrase("question.quit", "Leave Deskhand?")
    static let quitText = Phrase(
        "question.quit-text", "A reply is open or about to leave. Drafts stay kept.")
    static let quitNotes = Phrase(
        "question.quit-notes", "A note is not saved yet; leaving loses it.")
    static let stay = Phrase("question.stay", "stay")
    static let leave = Phrase("question.leave", "leave")
    static let discardTitle = Phrase("question.discard", "Throw this draft away?")
    static let discardText = Phrase("question.discard-text", "Its text is gone for good then.")
    static let keep = Phrase("question.keep", "keep it")
    static let discard = Phrase("question.throw-away", "throw it away")
    static let backToText = Phrase("question.back", "back to the text")
    static let confirmWarning = Phrase("question.confirm", "it is right as it is")
    static let staleTitle = Phrase("question.stale", "Not sent: there is something new")
    static let staleText = Phrase(
        "question.stale-text", "These came in after you began. Read them before you send.")
    static let readThem = Phrase("question.read", "read, then go on")
    static let sendAnyway = Phrase("question.send-anyway", "send anyway, with a reason")
    static let excuseTitle = Phrase("question.excuse", "Is it ticked on Amazon?")
    static let excuseText = Phrase(
        "question.excuse-text", "The clock runs on until Amazon knows that no answer is needed.")
    static let notYet = Phrase("question.not-yet", "not yet")
    static let copyLink = Phrase("question.copy-link", "copy the link")
    static let isTicked = Phrase("question.ticked", "yes, I ticked it")

    static func warnings(_ count: Int) -> Phrase {
        Phrase("question.warnings", "Confirm each warning ({count} left)", ["count": "\(count)"])
    }
}
