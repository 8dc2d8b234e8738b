/// Why a step of `deskhand setup` could not be done, and what to do.
package enum SetupSentences {
    /// The words for a code and its arguments; a code we do not know is named as it is.
    package static func trouble(code: String, arguments given: [String: String]) -> DoctorWords {
        consent(code, given) ?? account(code, given) ?? weather(code, given) ?? mail(code, given)
            ?? DoctorWords(
                Phrase("setup.trouble.other", "Setup met {code}.", ["code": code]),
                Phrase(
                    "setup.trouble.other.next", "Run it again; if it stays, report this line."))
    }

    private static func consent(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "consent-empty":
            DoctorWords(
                Phrase("setup.trouble.consent-empty", "Nothing was pasted."),
                Phrase(
                    "setup.trouble.consent-empty.next",
                    "Paste the whole address of the page that Seller Central led you to."))
        case "consent-not-understood":
            DoctorWords(
                Phrase(
                    "setup.trouble.consent-not-understood",
                    "This is no address, no code and no refresh token."),
                Phrase(
                    "setup.trouble.consent-not-understood.next",
                    "Copy the address line of the browser anew, from https to the end."))
        case "consent-without-code":
            DoctorWords(
                Phrase("setup.trouble.consent-without-code", "The address holds no code."),
                Phrase(
                    "setup.trouble.consent-without-code.next",
                    "Open the link again, confirm there, and paste the address it ends on."))
        case "consent-incomplete":
            DoctorWords(
                Phrase(
                    "setup.trouble.consent-incomplete",
                    "The address does not say whose consent it is."),
                Phrase("setup.trouble.consent-incomplete.next", "Paste the address whole."))
        case "consent-denied":
            DoctorWords(
                Phrase("setup.trouble.consent-denied", "The consent was declined."),
                Phrase(
                    "setup.trouble.consent-denied.next",
                    "Only an owner of the seller account can agree; open the link as one."))
        case "state-foreign":
            DoctorWords(
                Phrase(
                    "setup.trouble.state-foreign",
                    "This answer does not belong to the link that was shown here."),
                Phrase(
                    "setup.trouble.state-foreign.next",
                    "Use the newest link of this store, and paste the answer to that one."))
        case "state-expired":
            DoctorWords(
                Phrase("setup.trouble.state-expired", "The link is older than an hour."),
                Phrase("setup.trouble.state-expired.next", "Run setup again for a new link."))
        case "code-expired":
            DoctorWords(
                Phrase("setup.trouble.code-expired", "The code is older than five minutes."),
                Phrase(
                    "setup.trouble.code-expired.next",
                    "Open the link again and paste the answer at once."))
        case "code-used":
            DoctorWords(
                Phrase("setup.trouble.code-used", "The code was used before; it is good once."),
                Phrase("setup.trouble.code-used.next", "Open the link again for a new code."))
        case "code-refused":
            DoctorWords(
                Phrase(
                    "setup.trouble.code-refused",
                    "Amazon does not take the code: it is too old, was used, or is not whole."),
                Phrase(
                    "setup.trouble.code-refused.next",
                    "Open the link again and paste the whole answer at once."))
        case "redirect-mismatch":
            DoctorWords(
                Phrase(
                    "setup.trouble.redirect-mismatch",
                    "The redirect address is not the one of the consent."),
                Phrase(
                    "setup.trouble.redirect-mismatch.next",
                    "Set amazon.redirect_uri to an address that the application lists."))
        default: nil
        }
    }

    private static func account(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "seller-mismatch":
            DoctorWords(
                Phrase(
                    "setup.trouble.seller-mismatch",
                    "This is the consent of seller {found} (store: {store}), not of {wanted}. "
                        + "Nothing was kept.", given),
                Phrase(
                    "setup.trouble.seller-mismatch.next",
                    "Sign in at Seller Central with the right account and open the link again."))
        case "seller-known":
            DoctorWords(
                Phrase(
                    "setup.trouble.seller-known",
                    "Store {store} has this seller account and region already.", given),
                Phrase(
                    "setup.trouble.seller-known.next",
                    "Add the marketplaces to that store instead."))
        case "token-known":
            DoctorWords(
                Phrase(
                    "setup.trouble.token-known", "Store {store} uses this refresh token already.",
                    given),
                Phrase(
                    "setup.trouble.token-known.next",
                    "Each store and region needs a consent of its own."))
        case "no-marketplace":
            DoctorWords(
                Phrase(
                    "setup.trouble.no-marketplace",
                    "The account sells in none of the store's marketplaces, but in: {found}.",
                    given),
                Phrase(
                    "setup.trouble.no-marketplace.next",
                    "Correct the store's marketplaces, or sign in with the right account."))
        case "authorisation-ended":
            DoctorWords(
                Phrase(
                    "setup.trouble.authorisation-ended",
                    "The authorisation was revoked or is over a year old."),
                Phrase(
                    "setup.trouble.authorisation-ended.next",
                    "An owner authorises again: deskhand setup renew STORE."))
        case "foreign-token":
            DoctorWords(
                Phrase(
                    "setup.trouble.foreign-token",
                    "The refresh token belongs to another application."),
                Phrase(
                    "setup.trouble.foreign-token.next",
                    "Authorise this application, or correct amazon.client_id."))
        case "client-rejected":
            DoctorWords(
                Phrase(
                    "setup.trouble.client-rejected",
                    "Amazon rejects the application's id or secret."),
                Phrase(
                    "setup.trouble.client-rejected.next",
                    "Check amazon.client_id, and paste the newest secret of the application."))
        case "role-missing":
            DoctorWords(
                Phrase("setup.trouble.role-missing", "The application lacks a role."),
                Phrase(
                    "setup.trouble.role-missing.next",
                    "Add the role to the application, then the owner authorises again."))
        case "access-denied":
            DoctorWords(
                Phrase(
                    "setup.trouble.access-denied",
                    "Amazon denies access in every region of the configuration."),
                Phrase(
                    "setup.trouble.access-denied.next",
                    "Check the application's roles; the owner authorises again after a change."))
        case "wrong-region":
            DoctorWords(
                Phrase(
                    "setup.trouble.wrong-region",
                    "The account answers in region {region}, not in {configured}.", given),
                Phrase(
                    "setup.trouble.wrong-region.next",
                    "Correct the store's region, or authorise the account of the right one."))
        case "account-suspended":
            DoctorWords(
                Phrase("setup.trouble.account-suspended", "The seller account is suspended."),
                Phrase(
                    "setup.trouble.account-suspended.next",
                    "See the account health page in Seller Central."))
        case "secret-unreadable":
            DoctorWords(
                Phrase("setup.trouble.secret-unreadable", "A secret's file cannot be used."),
                Phrase(
                    "setup.trouble.secret-unreadable.next",
                    "Check that it exists, has mode 0600 and belongs to this user."))
        default: nil
        }
    }

    private static func weather(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "network":
            DoctorWords(
                Phrase("setup.trouble.network", "Amazon cannot be reached: {detail}.", given),
                Phrase(
                    "setup.trouble.network.next",
                    "Check the network and the firewall, then run setup again."))
        case "throttled":
            DoctorWords(
                Phrase("setup.trouble.throttled", "Amazon asks us to slow down."),
                Phrase("setup.trouble.throttled.next", "Run setup again in some minutes."))
        case "platform-outage":
            DoctorWords(
                Phrase(
                    "setup.trouble.platform-outage", "Amazon has a problem of its own: {detail}.",
                    given),
                Phrase("setup.trouble.platform-outage.next", "Run setup again later."))
        case "clock-skew":
            DoctorWords(
                Phrase(
                    "setup.trouble.clock-skew", "This machine's clock is too far from Amazon's."),
                Phrase("setup.trouble.clock-skew.next", "Turn time synchronisation on."))
        case "unexpected":
            DoctorWords(
                Phrase(
                    "setup.trouble.unexpected", "Amazon gave an unexpected answer: {detail}.",
                    given),
                Phrase(
                    "setup.trouble.unexpected.next",
                    "Run setup again; if it stays, report this line."))
        case "endpoint-missing":
            DoctorWords(
                Phrase(
                    "setup.trouble.endpoint-missing", "There is no usable address for {key}.",
                    given),
                Phrase("setup.trouble.endpoint-missing.next", "Correct it in the configuration."))
        default: nil
        }
    }

    private static func mail(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "mail-not-sent":
            DoctorWords(
                Phrase(
                    "setup.trouble.mail-not-sent", "The test mail could not be sent: {detail}.",
                    given),
                Phrase(
                    "setup.trouble.mail-not-sent.next",
                    "Check the sender's server and login; deskhand doctor names what is wrong."))
        case "mail-not-back":
            DoctorWords(
                Phrase(
                    "setup.trouble.mail-not-back",
                    "The test mail left, but did not come in within {seconds} s.", given),
                Phrase(
                    "setup.trouble.mail-not-back.next",
                    "Check the address, forwards and spam filters; mail from Amazon goes this way."
                ))
        case "mailbox-unreadable":
            DoctorWords(
                Phrase("setup.trouble.mailbox-unreadable", "The mailbox cannot be read."),
                Phrase(
                    "setup.trouble.mailbox-unreadable.next",
                    "Correct its server, login or folder; deskhand doctor names what is wrong."))
        case "no-sender":
            DoctorWords(
                Phrase("setup.trouble.no-sender", "The mailbox has no way to send."),
                Phrase(
                    "setup.trouble.no-sender.next",
                    "Add smtp or sendmail, and from, to the mailbox."))
        default: nil
        }
    }
}
