import ChannelAmazon
import HelpDesk
import Jobs
import SwiftExtensions
import Testing

/// Every row of the error table, through the whole client.
@Suite struct AnswerJudgeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var answer: IncomingAnswer
        var expected: SyncErrorClass
        /// Exchanges that the client makes before it gives up, token exchanges included.
        var calls: Int
        var testDescription: String { "\(answer.status) \(expected.rawValue)" }
    }

    static let rows: [Row] = [
        Row(
            answer: .refusal(400, "InvalidInput", "Invalid Input"), expected: .badRequest, calls: 2),
        Row(
            answer: .refusal(
                400, "InvalidInput",
                "Application does not have access to one or more requested data elements"),
            expected: .permissionMissing, calls: 2),
        Row(
            answer: .refusal(
                403, "Unauthorized",
                "Application do not have access to some or all requested resource"),
            expected: .permissionMissing, calls: 2),
        Row(answer: .refusal(401, "Unauthorized", "no"), expected: .authorisationExpired, calls: 4),
        Row(
            answer: .refusal(
                403, "Unauthorized", "Access to requested resource is denied.",
                "The access token you provided has expired."),
            expected: .authorisationExpired, calls: 4),
        Row(
            answer: .refusal(403, "Unauthorized", "Access to requested resource is denied."),
            expected: .permissionMissing, calls: 2),
        Row(
            answer: .refusal(
                403, "Unauthorized", "Invalid amazonOrderId and template combination."),
            expected: .badRequest, calls: 2),
        Row(
            answer: .refusal(403, "Unauthorized", "The seller account is suspended."),
            expected: .accountSuspended, calls: 2),
        Row(answer: .refusal(404, "NotFound", "no such order"), expected: .notFound, calls: 2),
        Row(answer: .refusal(409, "Conflict", "exists"), expected: .badRequest, calls: 2),
        Row(answer: .refusal(413, "InvalidInput", "too big"), expected: .bug, calls: 2),
        Row(answer: .refusal(415, "InvalidInput", "type"), expected: .bug, calls: 2),
        Row(answer: .refusal(429, "QuotaExceeded", "slow down"), expected: .throttled, calls: 3),
        Row(answer: .refusal(500, "InternalFailure", "oops"), expected: .platformOutage, calls: 5),
        Row(answer: .refusal(503, "ServiceUnavailable", "x"), expected: .platformOutage, calls: 5),
        Row(
            answer: .json("<html>Gateway</html>", status: 504), expected: .platformOutage, calls: 5),
        Row(answer: .json("<html>Sorry</html>"), expected: .platformOutage, calls: 5),
        Row(answer: .json("<html>No</html>", status: 404), expected: .schemaDrift, calls: 2),
        Row(answer: .json("<html>No</html>", status: 302), expected: .schemaDrift, calls: 2),
        Row(answer: .json(#"{"order":{"orderId"#), expected: .platformOutage, calls: 5),
        Row(answer: .json(""), expected: .platformOutage, calls: 5),
        Row(answer: .json("{order: 1}"), expected: .schemaDrift, calls: 2),
        Row(answer: .json("[]"), expected: .schemaDrift, calls: 2),
        Row(answer: .json(#"{"order":null}"#), expected: .schemaDrift, calls: 2),
        Row(answer: .json(#"{"errors":7}"#, status: 400), expected: .schemaDrift, calls: 2),
    ]

    @Test(arguments: rows) func refusalHasItsClassAndItsRetries(row: Row) async throws {
        let script: [ScriptedTransport.Step] = Array(
            repeating: .success(row.answer), count: 8)
        let desk = try ScriptedDesk(Self.withTokens(script))
        let failure = try await desk.failureOfGetOrder()
        #expect(failure.errorClass == row.expected)
        #expect(failure.operation == "getOrder")
        #expect(failure.requestID == "req-1")
        #expect(desk.transport.calls.count == row.calls)
    }

    /// The token endpoint answers first and, after a refused token, once more.
    private static func withTokens(
        _ script: [ScriptedTransport.Step]
    ) -> [ScriptedTransport.Step] {
        guard case .success(let answer)? = script.first else { return script }
        let isTokenTrouble =
            answer.status == 401 || String(decoding: answer.body, as: UTF8.self).contains("expired")
        return isTokenTrouble
            ? [.success(.token), script[0], .success(.token), script[0]]
            : [.success(.token)] + script
    }

    @Test(arguments: [
        (TransportFailure.timedOut, SyncErrorClass.network, 5),
        (.unreachable("ConnectionRefused"), .network, 5),
        (.answerTooLarge, .schemaDrift, 2), (.cancelled, .network, 2),
    ])
    func noAnswerHasItsClassAndItsRetries(
        failure: TransportFailure, expected: SyncErrorClass, calls: Int
    ) async throws {
        let desk = try ScriptedDesk(
            [.success(.token)] + Array(repeating: .failure(failure), count: 8))
        #expect(try await desk.failureOfGetOrder().errorClass == expected)
        #expect(desk.transport.calls.count == calls)
    }

    @Test func waitsGrowAndStayBounded() async throws {
        let desk = try ScriptedDesk(
            [.success(.token)]
                + Array(repeating: .success(.refusal(500, "InternalFailure", "oops")), count: 8))
        _ = try await desk.failureOfGetOrder()
        #expect(desk.clock.slept.count == 3)
        #expect(desk.clock.slept.allSatisfy { $0 <= .seconds(4) })
    }

    @Test func throttledWaitIsTheRefillInterval() async throws {
        let desk = try ScriptedDesk([
            .success(.token), .success(.refusal(429, "QuotaExceeded", "slow down")),
            .success(.refusal(404, "NotFound", "no such order")),
        ])
        _ = try await desk.failureOfGetOrder()
        #expect(desk.clock.slept.reduce(.zero, +) >= .milliseconds(2000))
    }

    @Test func errorWordsAreCleanedOfAddressesTokensAndControls() async throws {
        let desk = try ScriptedDesk([
            .success(.token),
            .success(
                .refusal(
                    400, "InvalidInput",
                    "bad\\u001b[31m \\u202eaddress someone@example.com Atza|IwEBIexample")),
        ])
        let message = try await desk.failureOfGetOrder().message
        #expect(message == "400 InvalidInput: bad[31m address [address] [hidden]")
    }

    @Test func everyCallCarriesTheHeadersThatThePlatformDemands() async throws {
        let desk = try ScriptedDesk([
            .success(.token), .success(.refusal(404, "NotFound", "no such order")),
        ])
        _ = try await desk.failureOfGetOrder()
        let call = try #require(desk.transport.calls.last)
        let headers = Dictionary(uniqueKeysWithValues: call.headers.map { ($0.name, $0.value) })
        #expect(headers["x-amz-access-token"] == "Atza|one")
        #expect(headers["x-amz-date"] == "20270115T080000Z")
        #expect(headers["user-agent"] == SellingPartnerClient.userAgent)
        #expect(
            call.url
                == "https://platform.example.com/orders/2026-01-01/orders/305-0000001-0000001"
                + "?includedData=BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,"
                + "PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS")
    }

    @Test func namedRateTakesThePlaceOfThePublishedOne() async throws {
        let desk = try ScriptedDesk([
            .success(.token),
            .success(
                .json(
                    #"{"errors":[{"code":"NotFound","message":"","details":""}]}"#, status: 404,
                    headers: [("x-amzn-RateLimit-Limit", "2.0")])),
        ])
        _ = try await desk.failureOfGetOrder()
        let rate = try #require(desk.limiter.export().first).bucket.limit.ratePerSecond
        #expect(rate > 1.9 && rate < 2)
    }
}
