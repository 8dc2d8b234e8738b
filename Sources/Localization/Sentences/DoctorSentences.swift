/// What the doctor found, and what to do about it; nothing when all is well.
package struct DoctorWords: Hashable, Sendable {
    package var meaning: Phrase
    package var nextStep: Phrase?

    init(_ meaning: Phrase, _ nextStep: Phrase? = nil) {
        self.meaning = meaning
        self.nextStep = nextStep
    }
}

/// Sentences for the findings of `deskhand doctor`.
package enum DoctorSentences {
    /// The words for a code and its arguments; a code we do not know is named as it is.
    package static func words(code: String, arguments given: [String: String]) -> DoctorWords {
        for area in areas {
            if let words = area(code, given) { return words }
        }
        return DoctorWords(
            Phrase("doctor.other", "The doctor found {code}.", ["code": code]),
            Phrase("doctor.other.next", "Update both programs to the same version."))
    }

    private static let areas: [@Sendable (String, [String: String]) -> DoctorWords?] = [
        config, secrets, data, key, database, disk, socket, clock, zones, templates, lintRules,
        audit,
        mailbox, origin, sender,
        amazon, network, machine, credentials, setup,
    ]

    /// The word for a level: `ok`, `warn` or `error`.
    package static func level(_ level: String) -> Phrase {
        switch level {
        case "ok": Phrase("doctor.level.ok", "ok")
        case "warn": Phrase("doctor.level.warn", "warning")
        default: Phrase("doctor.level.error", "error")
        }
    }

    /// The last line of the report.
    package static func summary(errors: Int, warnings: Int) -> Phrase {
        Phrase(
            "doctor.summary", "Errors: {errors}. Warnings: {warnings}.",
            ["errors": String(errors), "warnings": String(warnings)])
    }
}
