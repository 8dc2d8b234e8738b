/// What the doctor says about the configuration and what does not answer.
extension DoctorSentences {
    static func config(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "config.ok":
            DoctorWords(
                Phrase("doctor.config.ok", "The configuration is complete and understood."))
        case "config.missing":
            DoctorWords(
                Phrase(
                    "doctor.config.missing", "There is no configuration file at the usual places."),
                Phrase(
                    "doctor.config.missing.next",
                    "Run deskhand setup, or name the file with --config."))
        case "config.unreadable":
            DoctorWords(
                Phrase(
                    "doctor.config.unreadable", "This file or folder cannot be read: {detail}.",
                    given),
                Phrase(
                    "doctor.config.unreadable.next",
                    "Check that it exists and that this user may read it."))
        case "config.syntax":
            DoctorWords(
                Phrase("doctor.config.syntax", "This is not valid TOML: {detail}.", given),
                Phrase("doctor.config.syntax.next", "Correct the line named here."))
        case "config.unknown_key":
            DoctorWords(
                Phrase(
                    "doctor.config.unknown_key", "The key {key} is not known ({detail}).", given),
                Phrase("doctor.config.unknown_key.next", "Correct the name or remove the line."))
        case "config.missing_key":
            DoctorWords(
                Phrase(
                    "doctor.config.missing_key", "The key {key} is missing; it needs {detail}.",
                    given),
                Phrase(
                    "doctor.config.missing_key.next",
                    "Add the key; docs/Configuration.md describes it."))
        case "config.wrong_type":
            DoctorWords(
                Phrase(
                    "doctor.config.wrong_type",
                    "The value of {key} has the wrong type; it must be {detail}.", given),
                Phrase("doctor.config.wrong_type.next", "Correct the value."))
        case "config.bad_value":
            DoctorWords(
                Phrase(
                    "doctor.config.bad_value", "The value of {key} is not usable: {detail}.", given),
                Phrase("doctor.config.bad_value.next", "Correct the value."))
        case "config.duplicate":
            DoctorWords(
                Phrase(
                    "doctor.config.duplicate", "The name {detail} is given twice ({key}).", given),
                Phrase("doctor.config.duplicate.next", "Give each its own name."))
        case "config.insecure_endpoint":
            DoctorWords(
                Phrase(
                    "doctor.config.insecure_endpoint",
                    "The address of {key} is not encrypted: {detail}.", given),
                Phrase(
                    "doctor.config.insecure_endpoint.next", "Use the encrypted form of the address."
                ))
        case "config.unknown_reference":
            DoctorWords(
                Phrase(
                    "doctor.config.unknown_reference",
                    "{key} names something that nothing defines: {detail}.", given),
                Phrase("doctor.config.unknown_reference.next", "Define it, or correct the name."))
        default: nil
        }
    }

    static func network(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "network.timed_out":
            DoctorWords(
                Phrase("doctor.network.timed_out", "No answer within {seconds} s.", given),
                Phrase("doctor.network.timed_out.next", "Check host, port and firewall."))
        default: nil
        }
    }

    static func machine(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "machine.slow":
            DoctorWords(
                Phrase(
                    "doctor.machine.slow", "The file system did not answer within {seconds} s.",
                    given),
                Phrase("doctor.machine.slow.next", "Check the drive; a network drive may hang."))
        default: nil
        }
    }
}
