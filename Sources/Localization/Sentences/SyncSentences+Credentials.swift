/// Sync failures that are about one of our credentials, named by what is wrong with it.
extension SyncSentences {
    private static let told: Set<String> = [
        "authorisation-ended", "foreign-token", "client-rejected", "role-missing",
        "access-denied", "clock-skew", "account-suspended", "secret-unreadable",
    ]

    /// The words for a failure's class, or for its trouble where that says more.
    package static func words(
        errorClass: String, operation: String = "", trouble: String?
    ) -> ErrorWords {
        guard let trouble, told.contains(trouble) else {
            return words(errorClass: errorClass, operation: operation)
        }
        let said = SetupSentences.trouble(code: trouble, arguments: [:])
        return ErrorWords(said.meaning, said.nextStep ?? words(errorClass: errorClass).nextStep)
    }
}
