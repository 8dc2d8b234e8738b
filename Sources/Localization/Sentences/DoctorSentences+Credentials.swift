/// What the doctor says about credentials, the wizard's work and the data tables.
extension DoctorSentences {
    static func credentials(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "consent.ok":
            DoctorWords(
                Phrase("doctor.consent.ok", "The authorisation is good until {date}.", given))
        case "consent.due":
            DoctorWords(
                Phrase(
                    "doctor.consent.due", "The authorisation ends in {days} days ({date}).", given),
                Phrase(
                    "doctor.consent.due.next", "An owner renews it with deskhand setup renew."))
        case "consent.overdue":
            DoctorWords(
                Phrase(
                    "doctor.consent.overdue", "The authorisation ended {days} days ago ({date}).",
                    given),
                Phrase(
                    "doctor.consent.overdue.next",
                    "An owner renews it now with deskhand setup renew."))
        case "consent.unknown":
            DoctorWords(
                Phrase(
                    "doctor.consent.unknown", "Nobody knows since when the authorisation is good."),
                Phrase(
                    "doctor.consent.unknown.next",
                    "Renew it with deskhand setup renew, so that its end is known."))
        case "secret.ok":
            DoctorWords(
                Phrase("doctor.secret.ok", "The client secret is good until {date}.", given))
        case "secret.due":
            DoctorWords(
                Phrase(
                    "doctor.secret.due", "The client secret ends in {days} days ({date}).", given),
                Phrase(
                    "doctor.secret.due.next",
                    "Make a new one at Amazon and run deskhand setup rotate-secret."))
        case "secret.overdue":
            DoctorWords(
                Phrase(
                    "doctor.secret.overdue", "The client secret ended {days} days ago ({date}).",
                    given),
                Phrase(
                    "doctor.secret.overdue.next",
                    "Make a new one at Amazon now and run deskhand setup rotate-secret."))
        case "secret.unknown":
            DoctorWords(
                Phrase("doctor.secret.unknown", "Nobody knows how old the client secret is."),
                Phrase(
                    "doctor.secret.unknown.next",
                    "Rotate it with deskhand setup rotate-secret, so that its end is known."))
        default: nil
        }
    }

    static func setup(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "setup.complete":
            DoctorWords(Phrase("doctor.setup.complete", "Everything of the checklist is done."))
        case "setup.open":
            DoctorWords(
                Phrase(
                    "doctor.setup.open",
                    "{count} things of the checklist are open, first: {first}.",
                    given),
                Phrase("doctor.setup.open.next", "See deskhand setup --check, then run setup."))
        case "setup.unreadable":
            DoctorWords(
                Phrase("doctor.setup.unreadable", "What setup kept cannot be read."),
                Phrase(
                    "doctor.setup.unreadable.next",
                    "Move the file away and run deskhand setup again; nothing else is lost."))
        case "round_trip.ok":
            DoctorWords(
                Phrase("doctor.round_trip.ok", "A test mail came back {days} days ago.", given))
        case "round_trip.old":
            DoctorWords(
                Phrase(
                    "doctor.round_trip.old", "The last test mail came back {days} days ago.", given),
                Phrase("doctor.round_trip.old.next", "Send one again with deskhand setup."))
        case "round_trip.failed":
            DoctorWords(
                Phrase("doctor.round_trip.failed", "The last test mail did not come back."),
                Phrase(
                    "doctor.round_trip.failed.next",
                    "Check addresses, forwards and filters, then run deskhand setup."))
        case "tables.ok":
            DoctorWords(
                Phrase(
                    "doctor.tables.ok", "{count} tables of the platform, version {version}.", given)
            )
        default: nil
        }
    }
}
