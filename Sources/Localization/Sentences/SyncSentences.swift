/// Sentences for classes of sync failures, each with its own remedy.
package enum SyncSentences {
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
                Phrase("sync.auth.next", "An owner authorises again with deskhand setup."))
        case "client-rejected":
            ErrorWords(
                Phrase("sync.client", "Amazon rejects the application's own secret."),
                Phrase("sync.client.next", "Renew the client secret and its file."))
        case "permission-missing":
            ErrorWords(
                Phrase("sync.permission", "The application lacks a role for this."),
                Phrase("sync.permission.next", "Add the role in Seller Central, then authorise."))
        case "account-suspended":
            ErrorWords(
                Phrase("sync.suspended", "The seller account is suspended."),
                Phrase("sync.suspended.next", "See the account health page in Seller Central."))
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
