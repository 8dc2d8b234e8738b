import HelpDesk

/// What a refusal means by its status (amazon.md 5.2), written apart from the client's own judge.
enum RefusalClass {
    static func of(status: Int, answer: Json, isMutating: Bool) -> SyncErrorClass {
        let words = (answer["errors"]?.elements?.first?.members ?? [:]).values.compactMap(\.text)
            .joined(separator: " ").lowercased()
        switch status {
        case 401: return .authorisationExpired
        case 403: return words.contains("expired") ? .authorisationExpired : .permissionMissing
        case 404: return .notFound
        case 413, 415: return .bug
        case 429: return .throttled
        case 500...: return .platformOutage
        default: return .badRequest
        }
    }
}
