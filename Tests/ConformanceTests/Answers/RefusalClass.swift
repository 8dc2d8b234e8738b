import HelpDesk

/// What a refusal means by its status (amazon.md 5.2), written apart from the client's own judge.
enum RefusalClass {
    /// How a refusal ends: after trouble on the platform's side a call that changes something may
    /// have taken effect.
    static func outcome(of operation: ClientOperation, status: Int, answer: Json) -> Outcome {
        let errorClass = of(status: status, answer: answer)
        return operation.isMutating && status >= 500 ? .unknown(errorClass) : .failed(errorClass)
    }

    private static func of(status: Int, answer: Json) -> SyncErrorClass {
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
