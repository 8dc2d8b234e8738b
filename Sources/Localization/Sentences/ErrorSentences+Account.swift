extension ErrorSentences {
    /// Sentences about what the platform tells of an account.
    static func account(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "platform.role_missing":
            ErrorWords(
                Phrase(
                    "error.role-missing", "Not permitted: the app lacks the role {role}.",
                    ["role": given["role"] ?? "?"]),
                Phrase(
                    "error.role-missing.next",
                    "Add the role in Seller Central, then authorise the store again."))
        case "order.finances_unknown":
            ErrorWords(
                Phrase("error.finances-unknown", "The order's books could not be read."),
                Phrase("error.finances-unknown.next", "Try again later; see :sync."))
        default: nil
        }
    }
}
