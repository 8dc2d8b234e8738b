/// What went wrong and what to do about it.
package struct ErrorWords: Hashable, Sendable {
    package var problem: Phrase
    package var nextStep: Phrase

    init(_ problem: Phrase, _ nextStep: Phrase) {
        self.problem = problem
        self.nextStep = nextStep
    }
}

/// Sentences for the desk's error codes, for the screen and the command line alike.
package enum ErrorSentences {
    /// The words for a code and its arguments; a code we do not know is named as it is.
    package static func words(code: String, arguments: [String: String]) -> ErrorWords {
        access(code, arguments)
            ?? ticket(code, arguments)
            ?? life(code, arguments)
            ?? reply(code, arguments)
            ?? engine(code, arguments)
            ?? clock(code, arguments)
            ?? record(code, arguments)
            ?? quality(code) ?? wall(code)
            ?? conversation(code, arguments)
            ?? routing(code, arguments)
            ?? collision(code, arguments)
            ?? translation(code, arguments)
            ?? library(code, arguments)
            ?? setup(code, arguments)
            ?? unknown(code)
    }

    private static func unknown(_ code: String) -> ErrorWords {
        ErrorWords(
            Phrase("error.other", "The desk refused this ({code}).", ["code": code]),
            Phrase("error.other.next", "Tell whoever runs the desk; the core's log says more."))
    }

    private static func access(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "access.not_allowed":
            ErrorWords(
                Phrase("error.not-allowed", "Your role does not allow this."),
                Phrase("error.not-allowed.next", "Ask a supervisor to do it."))
        case "access.unknown_user":
            ErrorWords(
                Phrase(
                    "error.unknown-user", "The desk does not know the user {user}.",
                    ["user": given["user"] ?? "?"]),
                Phrase(
                    "error.unknown-user.next", "Ask to be added by: {admins}.",
                    ["admins": given["admins"] ?? "root"]))
        case "access.store_out_of_scope":
            ErrorWords(
                Phrase("error.out-of-scope", "This store is not among yours."),
                Phrase("error.out-of-scope.next", "Ask an admin to add the store to your scope."))
        default: rights(code, given) ?? account(code, given)
        }
    }

    private static func ticket(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "ticket.not_found":
            ErrorWords(
                Phrase("error.ticket-not-found", "There is no such ticket for you."),
                Phrase("error.ticket-not-found.next", "Check the number, or search with /."))
        case "ticket.taken": taken(given)
        case "ticket.debt_owed":
            ErrorWords(
                Phrase("error.debt-owed", "An answer is still owed, so this stays open."),
                Phrase("error.debt-owed.next", "Answer it, or excuse it if no answer is needed."))
        case "ticket.excuse_too_late":
            ErrorWords(
                Phrase(
                    "error.excuse-late",
                    "It is too late to wait for the mark: the answer stays owed."),
                Phrase(
                    "error.excuse-late.next",
                    "Tick it on Amazon first, then excuse it in one step (--at-once)."))
        case "ticket.state_refused":
            ErrorWords(
                Phrase("error.state-refused", "The ticket's state does not allow this."),
                Phrase("error.state-refused.next", "Reopen the ticket first, then try again."))
        case "ticket.case_open":
            ErrorWords(
                Phrase(
                    "error.case-open", "A return, claim or wish still waits, so this stays open."),
                Phrase("error.case-open.next", "Deal with it on Amazon, then mark it as handled."))
        case "case.not_found":
            ErrorWords(
                Phrase("error.case-not-found", "There is no such case for you."),
                Phrase("error.case-not-found.next", "Open the ticket; its card lists the cases."))
        case "case.state_refused":
            ErrorWords(
                Phrase("error.case-state", "The case is not in a state for this."),
                Phrase("error.case-state.next", "Open the ticket again and look at its card."))
        case "contact.buyer_opted_out":
            ErrorWords(
                Phrase(
                    "error.opted-out",
                    "The buyer takes no unasked messages. Answers may still go out."),
                Phrase("error.opted-out.next", "Wait until the buyer writes, then answer."))
        case "contact.store_restricted":
            ErrorWords(
                Phrase(
                    "error.restricted",
                    "Amazon lets this store send no unasked messages. Answers may go out."),
                Phrase("error.restricted.next", "Wait until the restriction ends."))
        case "ticket.hold_needs_review":
            ErrorWords(
                Phrase("error.hold-review", "A hold needs a review time within seven days."),
                Phrase("error.hold-review.next", "Choose a time, such as 3h or 2d."))
        case "person.not_found":
            ErrorWords(
                Phrase("error.person-not-found", "The desk knows nobody by that name."),
                Phrase("error.person-not-found.next", "Pick a person from the list with a."))
        case "order.not_found" where given["asked"] != nil: SyncSentences.noSuchOrder
        case "order.not_found":
            ErrorWords(
                Phrase("error.order-not-found", "The desk has no such order."),
                Phrase("error.order-not-found.next", "It may come with the next sync; see :sync."))
        default: nil
        }
    }

    private static func taken(_ given: [String: String]) -> ErrorWords {
        ErrorWords(
            Phrase(
                "error.taken", "{owner} took this ticket {seconds} s ago.",
                ["owner": given["owner"] ?? "?", "seconds": given["secondsAgo"] ?? "?"]),
            Phrase("error.taken.next", "Take the next one, or ask a supervisor to move it."))
    }

    private static func conversation(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "wire.bad_request", "wire.unknown_method":
            ErrorWords(
                Phrase("error.bad-request", "The core did not understand this program."),
                Phrase("error.bad-request.next", "Update both programs to the same version."))
        case "wire.version_mismatch":
            ErrorWords(
                Phrase("error.version", "The core runs another version of Deskhand."),
                Phrase("error.version.next", "Start the newer deskhand again."))
        case "wire.core_unreachable":
            ErrorWords(
                Phrase("error.unreachable", "The core does not answer."),
                Phrase("error.unreachable.next", "Check that deskhand serve is running."))
        case "wire.core_stopping":
            ErrorWords(
                Phrase("error.stopping", "The core is just stopping."),
                Phrase("error.stopping.next", "Try again when it is back."))
        case "internal":
            ErrorWords(
                Phrase(
                    "error.internal", "Something broke in the core (reference {reference}).",
                    ["reference": given["reference"] ?? "-"]),
                Phrase("error.internal.next", "Nothing was changed. The core's log has the rest."))
        default: nil
        }
    }
}
