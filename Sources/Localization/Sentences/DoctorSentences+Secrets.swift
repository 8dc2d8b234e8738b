/// What the doctor says about the files of secrets that a configuration names.
extension DoctorSentences {
    static func secrets(_ code: String, _ given: [String: String]) -> DoctorWords? {
        switch code {
        case "config.secret_missing":
            DoctorWords(
                Phrase(
                    "doctor.config.secret_missing",
                    "The secret of {key} is not there: {detail}.", given),
                Phrase(
                    "doctor.config.secret_missing.next", "Put the secret into that file, mode 0600."
                ))
        case "config.secret_unreadable":
            DoctorWords(
                Phrase(
                    "doctor.config.secret_unreadable",
                    "The secret of {key} cannot be read: {detail}.", given),
                Phrase(
                    "doctor.config.secret_unreadable.next",
                    "Give the file to the core's account, mode 0600."))
        case "config.secret_empty":
            DoctorWords(
                Phrase(
                    "doctor.config.secret_empty", "The file of {key} is empty: {detail}.", given),
                Phrase("doctor.config.secret_empty.next", "Put the secret into that file."))
        case "config.no_credentials_directory":
            DoctorWords(
                Phrase(
                    "doctor.config.no_credentials_directory",
                    "systemd hands over no credentials, so {key} has none: {detail}.", given),
                Phrase(
                    "doctor.config.no_credentials_directory.next",
                    "Start the core by its unit with LoadCredential, or name a file."))
        case "config.secret_exposed":
            DoctorWords(
                Phrase(
                    "doctor.config.secret_exposed",
                    "Others can read the secret of {key}: {detail}.", given),
                Phrase(
                    "doctor.config.secret_exposed.next",
                    "Run chmod 600 on the file, then renew the secret."))
        default: nil
        }
    }
}
