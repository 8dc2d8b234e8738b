/// What the checklist of `deskhand setup` says of each thing.
extension SetupSentences {
    /// The words for an item of the checklist; the next step is nothing when it is done.
    package static func item(code: String, arguments given: [String: String]) -> DoctorWords {
        house(code, given) ?? store(code, given) ?? rest(code, given)
            ?? DoctorWords(
                Phrase("setup.item.other", "{code}", ["code": code]),
                Phrase("setup.item.other.next", "Update both programs to the same version."))
    }

    private static func house(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "config-open":
            DoctorWords(
                Phrase("setup.item.config-open", "There is no usable configuration yet."),
                Phrase("setup.item.config-open.next", "Run deskhand setup."))
        case "core-done":
            DoctorWords(Phrase("setup.item.core-done", "The data folder is there and private."))
        case "core-open":
            DoctorWords(
                Phrase(
                    "setup.item.core-open", "The data folder is missing or not private."),
                Phrase(
                    "setup.item.core-open.next", "Run deskhand setup; doctor says what is wrong."))
        case "keys-done":
            DoctorWords(Phrase("setup.item.keys-done", "The key that seals contents is there."))
        case "keys-open":
            DoctorWords(
                Phrase("setup.item.keys-open", "There is no key yet."),
                Phrase("setup.item.keys-open.next", "Run deskhand setup; keep the key in a backup.")
            )
        case "amazon-done":
            DoctorWords(Phrase("setup.item.amazon-done", "The Amazon application is named."))
        case "amazon-open":
            DoctorWords(
                Phrase("setup.item.amazon-open", "No Amazon application is named yet."),
                Phrase(
                    "setup.item.amazon-open.next",
                    "Have client id, secret and application id at hand, and run deskhand setup."))
        case "application-open":
            DoctorWords(
                Phrase(
                    "setup.item.application-open",
                    "The application's id is missing, so no consent link can be made."),
                Phrase("setup.item.application-open.next", "Run deskhand setup and name it."))
        case "secret-open":
            DoctorWords(
                Phrase("setup.item.secret-open", "The application's secret cannot be used."),
                Phrase("setup.item.secret-open.next", "Run deskhand setup rotate-secret."))
        default: nil
        }
    }

    private static func store(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "store-none":
            DoctorWords(
                Phrase("setup.item.store-none", "There is no store yet."),
                Phrase("setup.item.store-none.next", "Run deskhand setup and add one."))
        case "store-done":
            DoctorWords(Phrase("setup.item.store-done", "The store is authorised."))
        case "store-mail-only":
            DoctorWords(
                Phrase("setup.item.store-mail-only", "The store has mail only, no orders."))
        case "store-pending":
            DoctorWords(
                Phrase("setup.item.store-pending", "The store waits for its owner's consent."),
                Phrase(
                    "setup.item.store-pending.next",
                    "Run deskhand setup, open its link, and paste the answer."))
        case "store-unauthorised":
            DoctorWords(
                Phrase("setup.item.store-unauthorised", "The store's token cannot be used."),
                Phrase(
                    "setup.item.store-unauthorised.next", "Run deskhand setup renew {store}.", given
                ))
        default: nil
        }
    }

    private static func rest(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "mailbox-none":
            DoctorWords(
                Phrase("setup.item.mailbox-none", "There is no mailbox yet."),
                Phrase("setup.item.mailbox-none.next", "Run deskhand setup and add one."))
        case "mailbox-done":
            DoctorWords(Phrase("setup.item.mailbox-done", "The mailbox was tried and works."))
        case "mailbox-untried":
            DoctorWords(
                Phrase("setup.item.mailbox-untried", "The mailbox was not tried yet."),
                Phrase("setup.item.mailbox-untried.next", "Run deskhand setup, or deskhand doctor.")
            )
        case "mailbox-failing":
            DoctorWords(
                Phrase(
                    "setup.item.mailbox-failing", "The mailbox did not work: {trouble}.", given),
                Phrase("setup.item.mailbox-failing.next", "Run deskhand doctor."))
        case "checklist-done":
            DoctorWords(Phrase("setup.item.checklist-done", "Seller Central is set as it must be."))
        case "checklist-open":
            DoctorWords(
                Phrase(
                    "setup.item.checklist-open",
                    "{done} of {all} things in Seller Central are confirmed.", given),
                Phrase("setup.item.checklist-open.next", "Run deskhand setup and go through them."))
        case "round-trip-done":
            DoctorWords(Phrase("setup.item.round-trip-done", "A test mail came back."))
        case "round-trip-open":
            DoctorWords(
                Phrase("setup.item.round-trip-open", "No test mail was sent there yet."),
                Phrase("setup.item.round-trip-open.next", "Run deskhand setup."))
        case "round-trip-failed":
            DoctorWords(
                Phrase(
                    "setup.item.round-trip-failed", "The last test mail failed: {trouble}.", given),
                Phrase("setup.item.round-trip-failed.next", "Run deskhand setup again."))
        case "people-done":
            DoctorWords(Phrase("setup.item.people-done", "{count} people are known.", given))
        case "people-open":
            DoctorWords(
                Phrase("setup.item.people-open", "Nobody but the admins is known yet."),
                Phrase("setup.item.people-open.next", "Run deskhand setup, or deskhand people add.")
            )
        default: nil
        }
    }
}
