import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Testing

@Suite struct LoginWithAmazonTests {
    @Test(arguments: [
        (400, "invalid_grant", SyncErrorClass.authorisationExpired),
        (401, "invalid_client", .clientRejected),
        (400, "unauthorized_client", .authorisationExpired),
        (400, "invalid_scope", .bug), (400, "unsupported_grant_type", .bug),
        (500, "server_error", .platformOutage), (429, "slow_down", .throttled),
        (400, "something_new", .schemaDrift),
    ])
    func refusalHasItsClass(status: Int, name: String, expected: SyncErrorClass) async throws {
        let body = #"{"error":"\#(name)","error_description":"why not","request_id":"lwa-7"}"#
        let desk = try ScriptedDesk([
            .success(IncomingAnswer(status: status, body: Array(body.utf8)))
        ])
        let failure = try await desk.failureOfGetOrder()
        #expect(failure.errorClass == expected)
        #expect(failure.operation == "lwa.token")
        #expect(failure.message == "\(status) \(name): why not")
        #expect(failure.requestID == "lwa-7")
    }

    /// The sync log also has the exchange: people look there first when a store is parked.
    @Test func everyExchangeIsALineOfTheLog() async throws {
        let body = #"{"error":"invalid_grant","error_description":"bad Atzr|refresh-of-nova"}"#
        let desk = try ScriptedDesk([
            .success(IncomingAnswer(status: 400, body: Array(body.utf8)))
        ])
        _ = try await desk.failureOfGetOrder()
        let line = try #require(desk.logins.all.first)
        #expect(desk.logins.all.count == 1)
        #expect(line.store == "nova-eu")
        #expect(line.operation == "lwa.token")
        #expect(line.status == 400)
        #expect(line.errorClass == .authorisationExpired)
        #expect(line.byteCount == body.utf8.count)
        #expect(!line.message.contains("refresh-of-nova"))
    }

    @Test(arguments: [
        "{}", "[]", "null", #"{"access_token":7,"expires_in":3600}"#,
        #"{"access_token":"Atza|x"}"#, #"{"access_token":"a\r\nb","expires_in":3600}"#,
        #"{"access_token":"","expires_in":3600}"#, #"{"access_token":"x","expires_in":"soon"}"#,
    ])
    func answerWithoutUsableTokenIsDrift(body: String) async throws {
        let desk = try ScriptedDesk([.success(.json(body))])
        #expect(try await desk.failureOfGetOrder().errorClass == .schemaDrift)
    }

    @Test(arguments: ["-1e400", "1e300", "-5", "0"])
    func oddLifetimesDoNotTrap(lifetime: String) async throws {
        let desk = try ScriptedDesk([
            .success(.json(#"{"access_token":"x","expires_in":\#(lifetime)}"#)),
            .success(.refusal(404, "NotFound", "no such order")),
        ])
        _ = try await desk.failureOfGetOrder()
    }

    @Test func secretsStayOutOfDescriptionsAndFailures() async throws {
        let echo =
            #"{"error":"invalid_grant","error_description":"bad Atzr|refresh-of-nova given"}"#
        let desk = try ScriptedDesk([
            .success(IncomingAnswer(status: 400, body: Array(echo.utf8)))
        ])
        let failure = try await desk.failureOfGetOrder()
        #expect(!"\(failure)".contains("refresh-of-nova"))
        var dumped = ""
        dump(desk.account, to: &dumped)
        #expect(!dumped.contains("refresh-of-nova"))
        #expect(!"\(desk.account.refreshToken)".contains("refresh-of-nova"))
    }

    @Test func formCarriesTheGrant() async throws {
        let desk = try ScriptedDesk([.success(.token)])
        _ = try await desk.failureOfGetOrder()
        let call = try #require(desk.transport.calls.first)
        #expect(call.method == "POST")
        #expect(call.url == "https://login.example.com/auth/o2/token")
        #expect(
            String(decoding: call.body ?? [], as: UTF8.self)
                == "grant_type=refresh_token&refresh_token=Atzr%7Crefresh-of-nova"
                + "&client_id=client-of-the-desk&client_secret=hush-hush")
    }

    @Test func unreadableSecretFileIsTheOwnersMatter() async throws {
        struct Missing: Error {}
        var desk = try ScriptedDesk([])
        desk = desk.with(refreshToken: Secret { throw Missing() })
        let failure = try await desk.failureOfGetOrder()
        #expect(failure.errorClass == .clientRejected)
        #expect(desk.transport.calls.isEmpty)
    }

    /// Many calls at once fetch one token; the script has only one to give.
    @Test func oneExchangeServesEveryoneWhoWaits() async throws {
        let missing = IncomingAnswer.refusal(404, "NotFound", "no such order")
        let desk = try ScriptedDesk(
            [.success(.token)] + Array(repeating: .success(missing), count: 20))
        await withTaskGroup(of: SyncErrorClass?.self) { group in
            for _ in 0..<20 {
                group.addTask { try? await desk.failureOfGetOrder().errorClass }
            }
            for await errorClass in group { #expect(errorClass == .notFound) }
        }
        let exchanges = desk.transport.calls.filter { $0.method == "POST" }
        #expect(exchanges.count == 1)
    }
}
