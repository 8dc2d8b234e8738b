import HelpDesk

/// What one answer means for the call that it belongs to.
enum AnswerVerdict {
    case accepted(PlatformAnswer)
    /// The access token is not taken any more: get another, once.
    case tokenRefused(SyncFailure)
    case throttled(SyncFailure)
    /// May pass by itself.
    case outage(SyncFailure)
    case refused(SyncFailure)

    /// Nil for an accepted answer.
    var failure: SyncFailure? {
        switch self {
        case .accepted: nil
        case .tokenRefused(let failure), .throttled(let failure), .outage(let failure),
            .refused(let failure):
            failure
        }
    }
}

/// Judges answers by status first, then by the platform's words (amazon.md 5.2).
struct AnswerJudge {
    let operation: String

    func verdict(on answer: IncomingAnswer) -> AnswerVerdict {
        if (200..<300).contains(answer.status) { return success(answer) }
        let refusal = PlatformRefusal(answer.body)
        switch answer.status {
        case 401: return .tokenRefused(failure(tokenEnded, answer, refusal))
        case 403: return forbidden(answer, refusal)
        case 429: return .throttled(failure(.throttled, answer, refusal))
        case 500...: return .outage(failure(.platformOutage, answer, refusal))
        default: return .refused(permanent(answer, refusal))
        }
    }

    /// Operations whose good answer has no body in the models.
    private static let bodiless: Set<String> = ["cancelReport"]

    private func success(_ answer: IncomingAnswer) -> AnswerVerdict {
        if let status = SingleShot.doneStatus(operation) { return acceptance(answer, status) }
        if Self.bodiless.contains(operation), answer.body.isEmpty {
            return acceptance(answer, answer.status)
        }
        do {
            let document = try JSONReader.parse(answer.body)
            return .accepted(
                PlatformAnswer(
                    document: document, body: answer.body, requestID: requestID(answer)))
        } catch {
            let isPage = answer.body.first { $0 > 0x20 } == UInt8(ascii: "<")
            let words =
                isPage ? "a page instead of JSON" : "no JSON: \(error.kind) at byte \(error.offset)"
            let isCut = isPage || error.kind == .endsEarly
            let failure = SyncFailure(
                errorClass: isCut ? .platformOutage : .schemaDrift, operation: operation,
                message: words, requestID: requestID(answer))
            return isCut ? .outage(failure) : .refused(failure)
        }
    }

    /// Of a call with an effect the status says that it is done, whatever its body. Another status of
    /// success, or errors in the body, say neither yes nor no.
    private func acceptance(_ answer: IncomingAnswer, _ doneStatus: Int) -> AnswerVerdict {
        let document = try? JSONReader.parse(answer.body)
        let errors = document?["errors"]?.elements ?? []
        guard answer.status == doneStatus, errors.isEmpty else {
            return .outage(failure(.schemaDrift, answer, PlatformRefusal(answer.body)))
        }
        return .accepted(
            PlatformAnswer(
                document: document ?? JSONValue(content: .null, range: 0..<0), body: answer.body,
                requestID: requestID(answer)))
    }

    private func forbidden(_ answer: IncomingAnswer, _ refusal: PlatformRefusal?) -> AnswerVerdict {
        guard let refusal else {
            return .refused(failure(.platformOutage, answer, nil))
        }
        if refusal.says("template combination") {
            return .refused(failure(.badRequest, answer, refusal))
        }
        let meaning = meaning(answer, refusal)
        let failure =
            meaning.map { self.failure($0, answer, refusal) }
            ?? failure(.permissionMissing, answer, refusal)
        return meaning?.trouble == .accessTokenExpired ? .tokenRefused(failure) : .refused(failure)
    }

    private func meaning(
        _ answer: IncomingAnswer, _ refusal: PlatformRefusal
    ) -> CredentialTable.Meaning? {
        CredentialTable.standard.call(status: answer.status, words: refusal.everything)
    }

    private var tokenEnded: CredentialTable.Meaning {
        CredentialTable.Meaning(
            trouble: .accessTokenExpired, errorClass: .authorisationExpired)
    }

    private func failure(
        _ meaning: CredentialTable.Meaning, _ answer: IncomingAnswer, _ refusal: PlatformRefusal?
    ) -> SyncFailure {
        var failure = failure(meaning.errorClass, answer, refusal)
        failure.trouble = meaning.trouble
        return failure
    }

    private func permanent(_ answer: IncomingAnswer, _ refusal: PlatformRefusal?) -> SyncFailure {
        guard let refusal else { return failure(.schemaDrift, answer, nil) }
        switch answer.status {
        case 404: return failure(.notFound, answer, refusal)
        case 413, 415: return failure(.bug, answer, refusal)
        default:
            return meaning(answer, refusal).map { failure($0, answer, refusal) }
                ?? failure(.badRequest, answer, refusal)
        }
    }

    private func failure(
        _ errorClass: SyncErrorClass, _ answer: IncomingAnswer, _ refusal: PlatformRefusal?
    ) -> SyncFailure {
        let words = refusal.map { "\(answer.status) \($0.words)" } ?? "\(answer.status)"
        return SyncFailure(
            errorClass: errorClass, operation: operation, message: words,
            requestID: requestID(answer), retryAfterSeconds: retryAfter(answer), code: refusal?.code
        )
    }

    /// Seconds that the platform asks us to wait; at most an hour is believed. It names seconds or
    /// a date (RFC 9110 section 10.2.3); the date form is left to the usual pauses.
    private func retryAfter(_ answer: IncomingAnswer) -> Double? {
        guard let text = answer.header("retry-after"), let seconds = Double(text),
            seconds.isFinite, seconds > 0
        else { return nil }
        return min(seconds, 3600)
    }

    private func requestID(_ answer: IncomingAnswer) -> String? {
        answer.header("x-amzn-RequestId").map { PlatformText.cleaned($0, limit: 80) }
    }
}
