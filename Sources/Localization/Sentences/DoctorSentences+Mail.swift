/// What the doctor says about mailboxes and senders.
extension DoctorSentences {
    static func mailbox(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "mailbox.ok":
            DoctorWords(
                Phrase("doctor.mailbox.ok", "The mailbox can be read."))
        case "mailbox.maildir_missing":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.maildir_missing",
                    "The Maildir {path} is missing, or has no new and cur.", given),
                Phrase(
                    "doctor.mailbox.maildir_missing.next",
                    "Check the path, or let the mail system make it."))
        case "mailbox.maildir_unreadable":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.maildir_unreadable",
                    "The Maildir {path} cannot be read: {reason}.", given),
                Phrase(
                    "doctor.mailbox.maildir_unreadable.next", "Let the core's user read the folder."
                ))
        case "mailbox.network":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.network", "The mail server cannot be reached: {detail}.", given),
                Phrase("doctor.mailbox.network.next", "Check host, port and firewall."))
        case "mailbox.login_refused":
            DoctorWords(
                Phrase("doctor.mailbox.login_refused", "The mail server refuses user or password."),
                Phrase(
                    "doctor.mailbox.login_refused.next",
                    "Put the current password into its file; check the user name."))
        case "mailbox.certificate":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.certificate",
                    "The mail server's certificate is not acceptable: {detail}.", given),
                Phrase(
                    "doctor.mailbox.certificate.next",
                    "Check the host name; renew the certificate on the server."))
        case "mailbox.insecure":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.insecure", "The login would go unprotected: {detail}.", given),
                Phrase(
                    "doctor.mailbox.insecure.next",
                    "Use imaps://, or a server that offers STARTTLS."))
        case "mailbox.protocol":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.protocol",
                    "The mail server does not speak IMAP as it should: {detail}.", given),
                Phrase(
                    "doctor.mailbox.protocol.next",
                    "Check host and port; the server's log says more."))
        case "mailbox.folder_missing":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.folder_missing", "The mail server has no INBOX for this user."),
                Phrase("doctor.mailbox.folder_missing.next", "Check the account on the server."))
        case "mailbox.secret_unreadable":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.secret_unreadable",
                    "The mailbox's password or token file cannot be used."),
                Phrase(
                    "doctor.mailbox.secret_unreadable.next",
                    "Put the secret into its file, mode 0600."))
        case "mailbox.oauth_refused":
            DoctorWords(
                Phrase(
                    "doctor.mailbox.oauth_refused", "No access token can be had: {reason}.", given),
                Phrase(
                    "doctor.mailbox.oauth_refused.next", "Renew the refresh token of the mailbox."))
        default: nil
        }
    }

    static func origin(_ code: String, _ given: [String: String]) -> DoctorWords? {
        if code == "origin.no_address" {
            return DoctorWords(
                Phrase(
                    "doctor.origin.no_address",
                    "The store {store} shares its mailbox and has no address of its own: mail of a new "
                        + "buyer waits in quarantine, since nothing says whose it is.", given),
                Phrase(
                    "doctor.origin.no_address.next",
                    "Set address of the store to the one that Amazon sends its buyers' messages to."
                ))
        }
        guard code == "origin.unproven" else { return nil }
        return DoctorWords(
            Phrase(
                "doctor.origin.unproven",
                "No mail server is named whose checks count, so nothing proves a copy of an answer "
                    + "written in Seller Central; such copies wait in quarantine."),
            Phrase(
                "doctor.origin.unproven.next",
                "Set auth_results of the mailbox to the name in front of the first ; in the "
                    + "Authentication-Results headers that your own server adds."))
    }

    static func sender(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "sender.ok":
            DoctorWords(
                Phrase("doctor.sender.ok", "Mail can be sent."))
        case "sender.none":
            DoctorWords(
                Phrase("doctor.sender.none", "A store uses this mailbox, but it cannot send."),
                Phrase(
                    "doctor.sender.none.next",
                    "Add smtp or sendmail to the mailbox to answer buyers."))
        case "sender.network":
            DoctorWords(
                Phrase(
                    "doctor.sender.network", "The sending server cannot be reached: {detail}.",
                    given),
                Phrase("doctor.sender.network.next", "Check host, port and firewall."))
        case "sender.login_refused":
            DoctorWords(
                Phrase(
                    "doctor.sender.login_refused",
                    "The sending server refuses user or password (code {code}).", given),
                Phrase(
                    "doctor.sender.login_refused.next",
                    "Put the current password into its file; check the user name."))
        case "sender.certificate":
            DoctorWords(
                Phrase(
                    "doctor.sender.certificate",
                    "The sending server's certificate is not acceptable: {detail}.", given),
                Phrase(
                    "doctor.sender.certificate.next",
                    "Check the host name; renew the certificate on the server."))
        case "sender.insecure":
            DoctorWords(
                Phrase(
                    "doctor.sender.insecure", "The login would go unprotected: {detail}.", given),
                Phrase(
                    "doctor.sender.insecure.next", "Use smtps://, or a server that offers STARTTLS."
                ))
        case "sender.unavailable":
            DoctorWords(
                Phrase(
                    "doctor.sender.unavailable", "The sending server turns us away (code {code}).",
                    given),
                Phrase(
                    "doctor.sender.unavailable.next",
                    "Ask whoever runs the server whether this machine may send."))
        case "sender.secret_unreadable":
            DoctorWords(
                Phrase(
                    "doctor.sender.secret_unreadable",
                    "The sender's password or token file cannot be used."),
                Phrase(
                    "doctor.sender.secret_unreadable.next",
                    "Put the secret into its file, mode 0600."))
        case "sender.oauth_refused":
            DoctorWords(
                Phrase(
                    "doctor.sender.oauth_refused", "No access token can be had: {reason}.", given),
                Phrase(
                    "doctor.sender.oauth_refused.next", "Renew the refresh token of the mailbox."))
        case "sender.command_invalid":
            DoctorWords(
                Phrase(
                    "doctor.sender.command_invalid",
                    "The sendmail command cannot be understood: {reason}.", given),
                Phrase(
                    "doctor.sender.command_invalid.next",
                    "Write the program's whole path and close all quotes."))
        case "sender.unapproved":
            DoctorWords(
                Phrase(
                    "doctor.sender.unapproved",
                    "{bounced} of the last {all} replies came back.", given),
                Phrase(
                    "doctor.sender.unapproved.next",
                    "Check in Seller Central's Messaging Permissions that the sender is approved.")
            )
        case "sender.command_missing":
            DoctorWords(
                Phrase(
                    "doctor.sender.command_missing",
                    "The sendmail command's program cannot be run: {path}.", given),
                Phrase("doctor.sender.command_missing.next", "Install it, or correct the path."))
        default: nil
        }
    }
}
