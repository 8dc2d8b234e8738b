/// Sentences for classes of sync failures, each with its own remedy. Where the doctor finds the same,
/// the remedy is in its words, so that nobody looks for two things to do.
package enum SyncSentences {
    /// The words for a failure of one call: of a mailbox what the doctor says of it.
    package static func words(errorClass: String, operation: String) -> ErrorWords {
        if errorClass == "not-found", operation == "getOrder" { return noSuchOrder }
        let usual = words(errorClass: errorClass)
        guard let code = mailboxCode(operation) else { return usual }
        let said = DoctorSentences.words(code: code, arguments: ["detail": "-", "path": "-"])
        // Only what needs no detail stands alone as a sentence.
        let problem = said.meaning.arguments.isEmpty ? said.meaning : usual.problem
        return ErrorWords(problem, said.nextStep ?? usual.nextStep)
    }

    /// The platform was asked for an order and knows none.
    package static var noSuchOrder: ErrorWords {
        ErrorWords(
            Phrase("sync.not-found", "The platform knows no such order of this store."),
            Phrase("sync.not-found.next", "Check the number; a buyer may have mistyped it."))
    }

    /// The doctor's finding behind a step of a mailbox; nil for calls to a platform.
    private static func mailboxCode(_ operation: String) -> String? {
        switch operation {
        case "imap.network": "mailbox.network"
        case "imap.authentication": "mailbox.login_refused"
        case "imap.certificate": "mailbox.certificate"
        case "imap.protocol": "mailbox.protocol"
        case "imap.mailbox_missing": "mailbox.folder_missing"
        case "imap.insecure": "mailbox.insecure"
        case let step where step.hasPrefix("maildir."): "mailbox.maildir_unreadable"
        default: nil
        }
    }

    /// What the doctor advises.
    private static func remedy(_ code: String) -> Phrase {
        let said = DoctorSentences.words(code: code, arguments: [:])
        return said.nextStep ?? said.meaning
    }

    package static func words(errorClass: String) -> ErrorWords {
        authorisation(errorClass) ?? weather(errorClass)
            ?? ErrorWords(
                Phrase("sync.bug", "Deskhand made a mistake in this sync."),
                Phrase("sync.bug.next", "Tell whoever runs the desk; other stores go on."))
    }

    private static func authorisation(_ errorClass: String) -> ErrorWords? {
        switch errorClass {
        case "authorisation-expired":
            ErrorWords(
                Phrase("sync.auth", "The store's authorisation is no longer valid."),
                remedy("amazon.authorisation_ended"))
        case "client-rejected":
            ErrorWords(
                Phrase("sync.client", "Amazon rejects the application's own secret."),
                remedy("amazon.client_rejected"))
        case "permission-missing":
            ErrorWords(
                Phrase("sync.permission", "The application lacks a role for this."),
                remedy("amazon.role_missing"))
        case "account-suspended":
            ErrorWords(
                Phrase("sync.suspended", "The seller account is suspended."),
                remedy("amazon.suspended"))
        default: nil
        }
    }

    private static func weather(_ errorClass: String) -> ErrorWords? {
        switch errorClass {
        case "throttled":
            ErrorWords(
                Phrase("sync.throttled", "The platform asks us to slow down."),
                Phrase("sync.throttled.next", "Nothing to do; it goes on by itself."))
        case "network":
            ErrorWords(
                Phrase("sync.network", "The network or the name service failed."),
                Phrase("sync.network.next", "It tries again by itself; check the connection."))
        case "mailbox":
            ErrorWords(
                Phrase("sync.mailbox", "The mailbox cannot be read."),
                Phrase("sync.mailbox.next", "Check its password and folder; see deskhand doctor."))
        case "schema-drift":
            ErrorWords(
                Phrase("sync.drift", "The platform's answer has changed its shape."),
                Phrase("sync.drift.next", "The record is kept; update Deskhand."))
        case "platform-outage":
            ErrorWords(
                Phrase("sync.outage", "The platform has a problem of its own."),
                Phrase("sync.outage.next", "Nothing to do; it tries again by itself."))
        case "not-found", "bad-request":
            ErrorWords(
                Phrase("sync.refused", "The platform does not accept the request."),
                Phrase("sync.refused.next", "Check store and marketplace in the configuration."))
        default: nil
        }
    }
}
