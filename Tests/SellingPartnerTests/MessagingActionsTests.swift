import ChannelAmazon
import HelpDesk
import Testing

/// The HAL shape of the recorded sample, with our own values.
@Suite struct MessagingActionsTests {
    private func actions(_ body: String) async throws -> MessagingActions {
        let desk = try ScriptedDesk([.success(.token), .success(.json(body))])
        let answer = try await desk.client.messagingActions(
            of: "305-0000001-0000001", marketplaceID: "A1PA6795UKMFR9", for: desk.account)
        #expect(
            desk.transport.calls.last?.url
                == "https://platform.example.com/messaging/v1/orders/305-0000001-0000001"
                + "?marketplaceIds=A1PA6795UKMFR9")
        return answer
    }

    @Test func detailsJoinTheirAction() async throws {
        let found = try await actions(
            """
            {"_links":{"actions":[{"href":"/x","name":"unexpectedProblem"},{"href":"/y","name":"sendInvoice"},
            {"href":"/z","name":"updateFeedback"}],"self":{"href":"/s"}},
            "_embedded":{"actions":[
            {"name":"unexpectedProblem","title":"Tell of a problem","_embedded":{"schema":{"disabled":false,
            "disabledReason":null,"properties":{"rawMessageBody":{"type":"string","maxLength":1500}}}}},
            {"name":"sendInvoice","title":"Send the invoice","_embedded":{"schema":{"disabled":true,
            "disabledReason":"Already sent.","properties":{"attachments":{"type":"array","maxItems":3}}}}}]}}
            """)
        #expect(found.actions.map(\.name) == ["unexpectedProblem", "sendInvoice"])
        #expect(found.unknownNames == ["updateFeedback"])
        #expect(found.actions.map(\.isDisabled) == [false, true])
        #expect(found.actions.map(\.disabledReason) == [nil, "Already sent."])
        #expect(found.actions.map(\.rule.textLimit) == [1500, nil])
        #expect(found.actions.map(\.rule.mostFiles) == [0, 3])
        #expect(found.actions.map(\.rule.fewestFiles) == [0, 1])
        #expect(found.actions.map(\.title) == ["Tell of a problem", "Send the invoice"])
    }

    @Test(arguments: [
        #"{"_links":{"actions":[],"self":{"href":"/s"}},"_embedded":{"actions":[]}}"#,
        #"{"_links":{"actions":[{"href":"/x"},7,null],"self":{"href":"/s"}}}"#,
    ])
    func nothingAllowedIsAnEmptyList(body: String) async throws {
        #expect(try await actions(body).actions.isEmpty)
    }

    @Test func answerWithoutLinksIsDrift() async throws {
        let failure = await #expect(throws: SyncFailure.self) { try await actions("{}") }
        #expect(failure?.errorClass == .schemaDrift)
    }
}
