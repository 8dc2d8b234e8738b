/// The calls of Notifications v1. What belongs to the application needs its own token, what belongs
/// to a seller the seller's.
enum NotificationRequests {
    static let scope = "sellingpartnerapi::notifications"
    private static let base = "/notifications/v1"
    private static let application = SellingPartnerRequest.Grant.application(scope: scope)

    static func destinations() -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getDestinations", path: "\(base)/destinations", grant: application)
    }

    static func destination(_ id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getDestination", path: "\(base)/destinations/\(FormText.escaped(id))",
            grant: application)
    }

    static func createDestination(name: String, queue arn: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "createDestination", method: "POST", path: "\(base)/destinations",
            body: RequestJSON.object([
                ("name", .text(name)),
                (
                    "resourceSpecification",
                    .object([("sqs", .object([("arn", .text(arn))]))])
                ),
            ]).bytes, grant: application)
    }

    static func deleteDestination(_ id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "deleteDestination", method: "DELETE",
            path: "\(base)/destinations/\(FormText.escaped(id))", grant: application)
    }

    static func subscription(_ type: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getSubscription", path: "\(base)/subscriptions/\(FormText.escaped(type))")
    }

    static func createSubscription(
        _ type: String, payloadVersion: String, destinationID: String
    ) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "createSubscription", method: "POST",
            path: "\(base)/subscriptions/\(FormText.escaped(type))",
            body: RequestJSON.object([
                ("payloadVersion", .text(payloadVersion)), ("destinationId", .text(destinationID)),
            ]).bytes)
    }

    static func deleteSubscription(_ type: String, id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "deleteSubscriptionById", method: "DELETE",
            path: "\(base)/subscriptions/\(FormText.escaped(type))/\(FormText.escaped(id))",
            grant: application)
    }

    static func test(
        _ type: String, destinationID: String, payloadVersion: String
    ) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "sendTestNotification", method: "POST",
            path: "\(base)/subscriptions/\(FormText.escaped(type))/testNotification",
            body: RequestJSON.object([
                ("destinationId", .text(destinationID)),
                ("testNotification", .object([("payloadVersion", .text(payloadVersion))])),
            ]).bytes)
    }
}
