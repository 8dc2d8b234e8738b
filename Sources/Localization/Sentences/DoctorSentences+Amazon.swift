/// What the doctor says about the platform.
extension DoctorSentences {
    static func amazon(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "amazon.login_ok":
            DoctorWords(
                Phrase("doctor.amazon.login_ok", "Amazon accepts the store's authorisation."))
        case "amazon.authorisation_ended":
            DoctorWords(
                Phrase(
                    "doctor.amazon.authorisation_ended",
                    "The store's authorisation was revoked or is over a year old."),
                Phrase(
                    "doctor.amazon.authorisation_ended.next",
                    "An owner authorises it again: deskhand setup renew STORE."))
        case "amazon.foreign_token":
            DoctorWords(
                Phrase(
                    "doctor.amazon.foreign_token",
                    "The refresh token belongs to another application."),
                Phrase(
                    "doctor.amazon.foreign_token.next",
                    "Authorise this application, or correct amazon.client_id."))
        case "amazon.client_rejected":
            DoctorWords(
                Phrase(
                    "doctor.amazon.client_rejected",
                    "Amazon rejects the application's id or secret; secrets end after 180 days."),
                Phrase(
                    "doctor.amazon.client_rejected.next",
                    "Make a new secret at Amazon and run deskhand setup rotate-secret."))
        case "amazon.secret_unreadable":
            DoctorWords(
                Phrase(
                    "doctor.amazon.secret_unreadable",
                    "The token or client secret file cannot be used."),
                Phrase(
                    "doctor.amazon.secret_unreadable.next",
                    "Put the secret into its file, mode 0600."))
        case "amazon.endpoint_missing":
            DoctorWords(
                Phrase(
                    "doctor.amazon.endpoint_missing", "There is no usable address for {key}.", given
                ),
                Phrase("doctor.amazon.endpoint_missing.next", "Add it to the [amazon] table."))
        case "amazon.network":
            DoctorWords(
                Phrase("doctor.amazon.network", "Amazon cannot be reached: {detail}.", given),
                Phrase(
                    "doctor.amazon.network.next",
                    "Check the network, the name service and the firewall."))
        case "amazon.throttled":
            DoctorWords(
                Phrase(
                    "doctor.amazon.throttled", "Amazon asks us to slow down ({operation}).", given),
                Phrase(
                    "doctor.amazon.throttled.next",
                    "Nothing to do; run the doctor again in some minutes."))
        case "amazon.outage":
            DoctorWords(
                Phrase(
                    "doctor.amazon.outage", "Amazon has a problem of its own ({operation}).", given),
                Phrase("doctor.amazon.outage.next", "Nothing to do; run the doctor again later."))
        case "amazon.suspended":
            DoctorWords(
                Phrase("doctor.amazon.suspended", "The seller account is suspended."),
                Phrase(
                    "doctor.amazon.suspended.next", "See the account health page in Seller Central."
                ))
        case "amazon.unexpected":
            DoctorWords(
                Phrase(
                    "doctor.amazon.unexpected",
                    "Amazon gave an unexpected answer ({operation}): {detail}.", given),
                Phrase(
                    "doctor.amazon.unexpected.next", "Run it again; if it stays, report this line.")
            )
        case "amazon.access_ok":
            DoctorWords(
                Phrase(
                    "doctor.amazon.access_ok",
                    "The store can be reached through its regional endpoint."))
        case "amazon.wrong_region":
            DoctorWords(
                Phrase(
                    "doctor.amazon.wrong_region",
                    "The account answers in region {region}, not in the configured one.", given),
                Phrase(
                    "doctor.amazon.wrong_region.next", "Correct the store's region and its token."))
        case "amazon.clock_skew":
            DoctorWords(
                Phrase(
                    "doctor.amazon.clock_skew", "Amazon refuses the calls: this clock is wrong."),
                Phrase("doctor.amazon.clock_skew.next", "Switch time synchronisation on."))
        case "amazon.access_denied":
            DoctorWords(
                Phrase("doctor.amazon.access_denied", "Amazon denies access to the store."),
                Phrase(
                    "doctor.amazon.access_denied.next",
                    "Check that region and token belong together, then authorise again."))
        case "amazon.marketplace_unknown":
            DoctorWords(
                Phrase(
                    "doctor.amazon.marketplace_unknown",
                    "The marketplace {marketplace} is not known.", given),
                Phrase(
                    "doctor.amazon.marketplace_unknown.next",
                    "Use one of the codes of docs/Configuration.md."))
        case "amazon.marketplace_missing":
            DoctorWords(
                Phrase(
                    "doctor.amazon.marketplace_missing",
                    "The account does not sell in {marketplace}.", given),
                Phrase(
                    "doctor.amazon.marketplace_missing.next",
                    "Remove it from the store, or join the marketplace."))
        case "amazon.listings_suspended":
            DoctorWords(
                Phrase(
                    "doctor.amazon.listings_suspended", "Listings in {marketplace} are suspended.",
                    given),
                Phrase(
                    "doctor.amazon.listings_suspended.next",
                    "See the account health page in Seller Central."))
        case "amazon.role_ok":
            DoctorWords(
                Phrase("doctor.amazon.role_ok", "The role {role} is there.", given))
        case "amazon.role_missing":
            DoctorWords(
                Phrase("doctor.amazon.role_missing", "The role {role} is missing.", given),
                Phrase(
                    "doctor.amazon.role_missing.next",
                    "Add the role to the application, then the owner authorises again."))
        case "amazon.role_untested":
            DoctorWords(
                Phrase(
                    "doctor.amazon.role_untested",
                    "The role {role} could not be tried: no order is known yet.", given),
                Phrase(
                    "doctor.amazon.role_untested.next",
                    "Run the doctor again after the first orders came in."))
        default: nil
        }
    }
}
