@testable import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

@Suite struct NotificationTests {
    private func read(_ text: String) throws -> PlatformNotification {
        try #require(NotificationReader.notification(Array(text.utf8)))
    }

    private func orderChange(_ status: String) -> String {
        """
        {"NotificationVersion":"1.0","NotificationType":"ORDER_CHANGE","EventTime":"x",
         "Payload":{"OrderChangeNotification":{"NotificationLevel":"OrderLevel",
          "SellerId":"A1","AmazonOrderId":"305-1-1","OrderChangeType":"OrderStatusChange",
          "Summary":{"MarketplaceId":"M","OrderStatus":"\(status)","NewField":[1,2]}}},
         "NotificationMetadata":{"NotificationId":"n-1"}}
        """
    }

    @Test(arguments: [
        ("Canceled", OrderStatus.cancelled), ("CANCELLED", .cancelled),
        ("PartiallyShipped", .partiallyShipped), ("SHIPPED", .shipped), ("Odd", .unknown),
    ])
    func orderChangesKnowBothVersionsOfStatusNames(word: String, status: OrderStatus) throws {
        let notification = try read(orderChange(word))
        #expect(notification.id == "n-1")
        #expect(notification.sellerID == "A1")
        #expect(notification.subject == .order("305-1-1", status: status))
    }

    @Test func namesMayBeginSmall() throws {
        let notification = try read(
            """
            {"notificationVersion":"2020-09-04","notificationType":"REPORT_PROCESSING_FINISHED",
             "payload":{"reportProcessingFinishedNotification":{"sellerId":"A1",
              "reportId":"545","reportType":"GET_X","processingStatus":"DONE"}},
             "notificationMetadata":{"notificationId":"n-2"}}
            """)
        #expect(notification.subject == .report(id: "545", type: "GET_X"))
        #expect(notification.id == "n-2")
    }

    @Test func wrappedNotificationIsUnwrapped() throws {
        let inner = orderChange("Shipped").replacing("\n", with: " ")
        let escaped = inner.replacing("\"", with: "\\\"")
        let notification = try read("{\"Type\":\"Notification\",\"Message\":\"\(escaped)\"}")
        #expect(notification.subject == .order("305-1-1", status: .shipped))
    }

    @Test func unknownTypesAndMissingPartsAreTolerated() throws {
        #expect(
            try read("{\"NotificationType\":\"NEW_THING\",\"Payload\":{}}").subject
                == .other("NEW_THING"))
        #expect(
            try read("{\"NotificationType\":\"ORDER_CHANGE\"}").subject == .other("ORDER_CHANGE"))
        #expect(
            try read(
                "{\"NotificationType\":\"ACCOUNT_STATUS_CHANGED\",\"Payload\":"
                    + "{\"AccountStatusChangeNotification\":{\"MarketplaceId\":\"M\"}}}"
            ).subject == .accountStatus(marketplaceID: "M"))
        #expect(NotificationReader.notification(Array("hello".utf8)) == nil)
        #expect(NotificationReader.notification(Array("{}".utf8)) == nil)
    }

    @Test func destinationNeedsTheApplicationsTokenAndSubscriptionTheSellers() async throws {
        try await PretendDesk.run { desk in
            let arn = "arn:aws:sqs:eu-west-1:000000000000:desk"
            let destination = try await desk.client.createDestination(
                name: "desk", queue: arn, for: desk.account)
            #expect(destination.queueARN == arn)
            #expect(
                try await desk.client.notificationDestinations(for: desk.account)
                    == [destination])
            let type = "ORDER_CHANGE"
            #expect(try await desk.client.subscription(to: type, for: desk.account) == nil)
            let made = try await desk.client.subscribe(
                to: type, destinationID: destination.id, for: desk.account)
            #expect(try await desk.client.subscription(to: type, for: desk.account) == made)
            try await desk.client.sendTestNotification(
                of: type, destinationID: destination.id, for: desk.account)
            #expect(desk.platform.trialNotifications == ["1.0"])
            try await desk.client.unsubscribe(from: type, id: made.id, for: desk.account)
            #expect(try await desk.client.subscription(to: type, for: desk.account) == nil)
            // One token for the application and one for the seller.
            #expect(desk.platform.log.filter { $0.operation == "token" }.count == 2)
        }
    }

    @Test func secondDestinationForAQueueIsAConflict() async throws {
        try await PretendDesk.run { desk in
            let arn = "arn:aws:sqs:eu-west-1:000000000000:desk"
            _ = try await desk.client.createDestination(
                name: "desk", queue: arn, for: desk.account)
            await #expect(throws: SyncFailure.self) {
                _ = try await desk.client.createDestination(
                    name: "again", queue: arn, for: desk.account)
            }
        }
    }
}
