import ChannelAmazon
import HelpDesk
import Testing

/// When a call that changes something is sent again, and when it must not be.
@Suite struct SendOnceTests {
    private static let message = TypedMessage(action: "unexpectedProblem", text: "A delay.")

    private func send(_ script: [ScriptedTransport.Step]) async throws -> (SendOutcome, Int) {
        let desk = try ScriptedDesk(script)
        let outcome = await desk.client.send(
            Self.message, about: "305-0000001-0000001", marketplaceID: "A1PA6795UKMFR9",
            for: desk.account)
        return (outcome, desk.transport.calls.filter { $0.url.contains("/messages/") }.count)
    }

    private static func answers(_ answers: IncomingAnswer...) -> [ScriptedTransport.Step] {
        [.success(.token)] + answers.map { .success($0) }
    }

    @Test(arguments: ["{}", #"{"errors":[]}"#, "", "<html>"])
    func createdIsDoneWhateverTheBody(body: String) async throws {
        let (outcome, posts) = try await send(Self.answers(.json(body, status: 201)))
        #expect(outcome == .done(requestID: "req-1"))
        #expect(posts == 1)
    }

    @Test(arguments: [
        IncomingAnswer.refusal(500, "InternalFailure", "oops"),
        .refusal(503, "ServiceUnavailable", "x"), .json("<html>Gateway</html>", status: 504),
        .json("{}", status: 200), .json("<html>Welcome</html>", status: 200),
        .refusal(201, "InternalFailure", "half done"), .json("", status: 302),
    ])
    func unclearAnswerIsUnknownAndNotRepeated(answer: IncomingAnswer) async throws {
        let (outcome, posts) = try await send(Self.answers(answer, .json("{}", status: 201)))
        guard case .unknown = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(posts == 1)
    }

    @Test(arguments: [TransportFailure.timedOut, .broken("reset"), .cancelled, .answerTooLarge])
    func lostAnswerIsUnknownAndNotRepeated(failure: TransportFailure) async throws {
        let (outcome, posts) = try await send(
            [.success(.token), .failure(failure), .success(.json("{}", status: 201))])
        guard case .unknown = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(posts == 1)
    }

    @Test func nothingLeftWithoutAConnection() async throws {
        let (outcome, posts) = try await send(
            [.success(.token), .failure(.unreachable("refused"))])
        guard case .refused(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.errorClass == .network)
        #expect(posts == 1)
    }

    @Test(arguments: [
        (IncomingAnswer.refusal(400, "InvalidInput", "no"), SyncErrorClass.badRequest),
        (
            .refusal(403, "Unauthorized", "Invalid amazonOrderId and template combination."),
            .badRequest
        ),
        (
            .refusal(403, "Unauthorized", "Access to requested resource is denied."),
            .permissionMissing
        ),
        (.refusal(404, "NotFound", "no"), .notFound), (.refusal(413, "InvalidInput", "no"), .bug),
        (.refusal(415, "InvalidInput", "no"), .bug),
    ])
    func clearRefusalIsOne(answer: IncomingAnswer, expected: SyncErrorClass) async throws {
        let (outcome, posts) = try await send(Self.answers(answer, .json("{}", status: 201)))
        guard case .refused(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.errorClass == expected)
        #expect(posts == 1)
    }

    @Test func refusedForItsRateItGoesOutAgain() async throws {
        let (outcome, posts) = try await send(
            Self.answers(
                .refusal(429, "QuotaExceeded", "slow"), .refusal(429, "QuotaExceeded", "slow"),
                .json("{}", status: 201)))
        #expect(outcome == .done(requestID: "req-1"))
        #expect(posts == 3)
    }

    @Test func endedTokenIsReplacedOnce() async throws {
        let ended = IncomingAnswer.refusal(
            403, "Unauthorized", "Access to requested resource is denied.",
            "The access token you provided has expired.")
        let (outcome, posts) = try await send(
            Self.answers(ended, .token, .json("{}", status: 201)))
        #expect(outcome == .done(requestID: "req-1"))
        #expect(posts == 2)
        let (second, _) = try await send(Self.answers(ended, .token, ended))
        guard case .refused(let failure) = second else {
            Issue.record("\(second)")
            return
        }
        #expect(failure.errorClass == .authorisationExpired)
    }

    @Test func messageAgainstItsRuleNeverLeaves() async throws {
        let desk = try ScriptedDesk([.success(.token)])
        let outcome = await desk.client.send(
            TypedMessage(action: "sendInvoice"), about: "305-0000001-0000001",
            marketplaceID: "A1PA6795UKMFR9", for: desk.account)
        guard case .refused(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(failure.message.contains("dispatch.files_missing"))
        #expect(desk.transport.calls.isEmpty)
    }
}
