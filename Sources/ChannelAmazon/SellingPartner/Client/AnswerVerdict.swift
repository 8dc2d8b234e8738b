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
        case 401: return .tokenRefused(failure(.authorisationExpired, answer, refusal))
        case 403: return forbidden(answer, refusal)
        case 429: return .throttled(failure(.throttled, answer, refusal))
        case 500...: return .outage(failure(.platformOutage, answer, refusal))
        default: return .refused(permanent(answer, refusal))
        }
    }

    private func success(_ answer: IncomingAnswer) -> AnswerVerdict {
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

    private func forbidden(_ answer: IncomingAnswer, _ refusal: PlatformRefusal?) -> AnswerVerdict {
        guard let refusal else {
            return .refused(failure(.platformOutage, answer, nil))
        }
        if refusal.says("expired") || refusal.says("access token", "invalid") {
            return .tokenRefused(failure(.authorisationExpired, answer, refusal))
        }
        if refusal.says("template combination") {
            return .refused(failure(.badRequest, answer, refusal))
        }
        let isSuspended = refusal.says("suspended") || refusal.says("deactivated")
        return .refused(
            failure(isSuspended ? .accountSuspended : .permissionMissing, answer, refusal))
    }

    private func permanent(_ answer: IncomingAnswer, _ refusal: PlatformRefusal?) -> SyncFailure {
        guard let refusal else { return failure(.schemaDrift, answer, nil) }
        switch answer.status {
        case 404: return failure(.notFound, answer, refusal)
        case 413, 415: return failure(.bug, answer, refusal)
        default:
            let isRole =
                refusal.says("not have access", "data element")
                || refusal.says("not have access", "resource")
            return failure(isRole ? .permissionMissing : .badRequest, answer, refusal)
        }
    }

    private func failure(
        _ errorClass: SyncErrorClass, _ answer: IncomingAnswer, _ refusal: PlatformRefusal?
    ) -> SyncFailure {
        let words = refusal.map { "\(answer.status) \($0.words)" } ?? "\(answer.status)"
        return SyncFailure(
            errorClass: errorClass, operation: operation, message: words,
            requestID: requestID(answer))
    }

    private func requestID(_ answer: IncomingAnswer) -> String? {
        answer.header("x-amzn-RequestId").map { PlatformText.cleaned($0, limit: 80) }
    }
}
