package import HelpDesk

/// A thread item in another language, from the engine or from what it said before. Errors:
/// `translationOff`, `translationFailed`, `translationCancelled`.
package struct TranslateMessage: RemoteCall {
    package static let method = "message.translate"
    package typealias Reply = Translation
    package var ticket: TicketID
    package var message: MessageID
    package var to: LanguageCode
    /// What `CancelTranslation` calls it by; unlike any other of the same person's.
    package var request: Int64?
    package init(
        ticket: TicketID, message: MessageID, to: LanguageCode, request: Int64? = nil
    ) {
        self.ticket = ticket
        self.message = message
        self.to = to
        self.request = request
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
    /// As in `TranslateMessage`.
    package var request: Int64?
    package init(
        ticket: TicketID, text: String, to: LanguageCode? = nil, request: Int64? = nil
    ) {
        self.ticket = ticket
        self.text = text
        self.to = to
        self.request = request
    }
}

/// Gives up what the caller has translated for a ticket, all of it or the request of that number;
/// whoever waits for it is told so at once, and the engine ends.
package struct CancelTranslation: RemoteCall {
    package static let method = "translation.cancel"
    package typealias Reply = Done
    package var ticket: TicketID
    package var request: Int64?
    package init(ticket: TicketID, request: Int64? = nil) {
        self.ticket = ticket
        self.request = request
    }
}
