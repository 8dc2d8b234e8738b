import ChannelAmazon
import HelpDesk
import Testing

/// The HAL shape of the recorded sample, with our own values.
@Suite struct MessagingActionsTests {
    private func actions(_ body: String) async throws -> [MessagingAction] {
        let desk = try ScriptedDesk([.success(.token), .success(.json(body))])
        let answer = try await desk.client.messagingActions(
            of: "305-0000001-0000001", marketplaceID: "A1PA6795UKMFR9", for: desk.account)
        #expect(
            desk.transport.calls.last?.url
                == "https://platform.example.com/messaging/v1/orders/305-0000001-0000001"
                + "?marketplaceIds=A1PA6795UKMFR9")
        return answer.actions
    }

    @Test func detailsJoinTheirAction() async throws {
        let found = try await actions(
            """
            {"_links":{"actions":[{"href":"/x","name":"unexpectedProblem"},{"href":"/y","name":"sendInvoice"},
            {"href":"/z","name":"updateFeedback"}],"self":{"href":"/s"}},
            "_embedded":{"actions":[
            {"name":"unexpectedProblem","title":"Tell of a problem","_embedded":{"schema":{"disabled":false,
            "disabledReason":null,"properties":{"rawMessageBody":{"type":"string","maxLength":2000}}}}},
            {"name":"sendInvoice","title":"Send the invoice","_embedded":{"schema":{"disabled":true,
            "disabledReason":"Already sent.","properties":{"attachments":{"type":"array"}}}}}]}}
            """)
        #expect(found.map(\.name) == ["unexpectedProblem", "sendInvoice", "updateFeedback"])
        #expect(found.map(\.isDisabled) == [false, true, false])
        #expect(found.map(\.disabledReason) == [nil, "Already sent.", nil])
        #expect(found.map(\.textLimit) == [2000, nil, nil])
        #expect(found.map(\.title) == ["Tell of a problem", "Send the invoice", nil])
    }

    @Test(arguments: [
        #"{"_links":{"actions":[],"self":{"href":"/s"}},"_embedded":{"actions":[]}}"#,
        #"{"_links":{"actions":[{"href":"/x"},7,null],"self":{"href":"/s"}}}"#,
    ])
    func nothingAllowedIsAnEmptyList(body: String) async throws {
        #expect(try await actions(body).isEmpty)
    }

    @Test func answerWithoutLinksIsDrift() async throws {
        let failure = await #expect(throws: SyncFailure.self) { try await actions("{}") }
        #expect(failure?.errorClass == .schemaDrift)
    }
}
