import HelpDesk

/// Sync failures that are about one of our credentials, named by what is wrong with it.
extension SyncSentences {
    private static var pageCircle: ErrorWords {
        ErrorWords(
            Phrase("sync.circle", "The platform sends pages that were read already."),
            Phrase(
                "sync.circle.next",
                "The search begins anew by itself; if it stays so, tell the platform's support."))
    }

    private static let told: Set<String> = [
        "authorisation-ended", "foreign-token", "client-rejected", "role-missing",
        "access-denied", "clock-skew", "account-suspended", "secret-unreadable",
    ]

    /// The words for a failure's class, or for its trouble or its code where that says more.
    package static func words(
        errorClass: String, operation: String = "", trouble: String?, code: String? = nil
    ) -> ErrorWords {
        if code == SyncFailure.pageCircle { return pageCircle }
        guard let trouble, told.contains(trouble) else {
            return words(errorClass: errorClass, operation: operation)
        }
        let said = SetupSentences.trouble(code: trouble, arguments: [:])
        return ErrorWords(said.meaning, said.nextStep ?? words(errorClass: errorClass).nextStep)
    }
}
