package import HelpDesk

/// A thread item in another language, from the engine or from what it said before. Errors:
/// `translationOff`, `translationFailed`, `translationCancelled`.
package struct TranslateMessage: RemoteCall {
    package static let method = "message.translate"
    package typealias Reply = Translation
    package var ticket: TicketID
    package var message: MessageID
    package var to: LanguageCode
    package init(ticket: TicketID, message: MessageID, to: LanguageCode) {
        self.ticket = ticket
        self.message = message
        self.to = to
    }
}

/// A draft in the buyer's language. It only comes back: whoever sends it has read it. Until then
/// the desk holds it to the original's facts. Errors: as `TranslateMessage`.
package struct TranslateDraft: RemoteCall {
    package static let method = "draft.translate"
    package typealias Reply = Translation
    package var ticket: TicketID
    package var text: String
    /// Nil for the buyer's language.
    package var to: LanguageCode?
    package init(ticket: TicketID, text: String, to: LanguageCode? = nil) {
        self.ticket = ticket
        self.text = text
        self.to = to
    }
}

/// Gives up what the caller has translated for a ticket; whoever waits for it is told so at once.
package struct CancelTranslation: RemoteCall {
    package static let method = "translation.cancel"
    package typealias Reply = Done
    package var ticket: TicketID
    package init(ticket: TicketID) { self.ticket = ticket }
}
