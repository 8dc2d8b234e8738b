import ChannelAmazon
import HelpDesk
import Jobs

extension ClientOperation {
    static let messaging = [
        ClientOperation(
            id: "getMessagingActionsForOrder", path: "/messaging/v1",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                return { try await $0.actions(of: order, marketplace) }
            },
            asked: { parameters in
                guard let order = parameters["amazonOrderId"]?.text else { return nil }
                // The cases name no marketplace, though the parameter is required.
                return { try await $0.actions(of: OrderID(order), "ATVPDKIKX0DER") }
            },
            unused: [
                "_links.self": "a link back",
                "_links.actions[].href": "paths follow from names, never from links",
                "_embedded": "words about an action; without them its name alone is known",
            ])
    ]
}

extension ConformanceDesk {
    fileprivate func actions(of order: OrderID, _ marketplace: String) async throws -> Reading {
        let answer = try await client.messagingActions(
            of: order, marketplaceID: marketplace, for: account)
        return Reading((answer.actions, answer.unknownNames))
    }
}
