import HelpDesk
import Jobs
import SwiftExtensions
import Testing

@testable import ChannelAmazon

/// Requests as they go out, one by one.
@Suite struct RequestShapeTests {
    private static let order: OrderID = "305-0000001-0000001"
    private static let base = "/messaging/v1/orders/305-0000001-0000001"

    struct Case: Sendable, CustomTestStringConvertible {
        var message: TypedMessage
        var operation: String
        var path: String
        var body: String
        var testDescription: String { message.action }
    }

    static let file = TypedMessage.File(uploadDestinationId: "up-1", fileName: "paper.pdf")
    static let fileText = #""attachments":[{"fileName":"paper.pdf","uploadDestinationId":"up-1"}]"#

    static let cases =
        [
            ("confirmDeliveryDetails", "createConfirmDeliveryDetails"),
            ("confirmOrderDetails", "createConfirmOrderDetails"),
            ("confirmServiceDetails", "createConfirmServiceDetails"),
            ("unexpectedProblem", "createUnexpectedProblem"),
            ("digitalAccessKey", "createDigitalAccessKey"),
            ("confirmCustomizationDetails", "confirmCustomizationDetails"),
        ].map { action, operation in
            Case(
                message: TypedMessage(action: action, text: "Grüße \"x\""), operation: operation,
                path: action, body: #"{"text":"Grüße \"x\""}"#)
        } + [
            Case(
                message: TypedMessage(
                    action: "confirmCustomizationDetails", text: "So?", files: [file]),
                operation: "confirmCustomizationDetails", path: "confirmCustomizationDetails",
                body: "{\(fileText),\"text\":\"So?\"}"),
            Case(
                message: TypedMessage(action: "legalDisclosure", files: [file]),
                operation: "createLegalDisclosure", path: "legalDisclosure",
                body: "{\(fileText)}"),
            Case(
                message: TypedMessage(action: "sendInvoice", files: [file]),
                operation: "sendInvoice", path: "invoice", body: "{\(fileText)}"),
            Case(
                message: TypedMessage(
                    action: "warranty", files: [file],
                    coverage: CoveragePeriod(
                        start: Timestamp(seconds: 1_800_000_000),
                        end: Timestamp(seconds: 1_831_536_000))),
                operation: "CreateWarranty", path: "warranty",
                body: "{\(fileText),\"coverageEndDate\":\"2028-01-15T08:00:00Z\","
                    + "\"coverageStartDate\":\"2027-01-15T08:00:00Z\"}"),
        ]

    @Test(arguments: cases) func messageGoesWhereTheModelSays(_ example: Case) throws {
        let request = try MessagingRequests.message(
            example.message, for: Self.order, "A1PA6795UKMFR9")
        #expect(request.method == "POST")
        #expect(request.operation == example.operation)
        #expect(request.path == "\(Self.base)/messages/\(example.path)")
        #expect(request.query.map(\.name) == ["marketplaceIds"])
        #expect(request.query.map(\.value) == ["A1PA6795UKMFR9"])
        #expect(request.accept == "application/hal+json")
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == example.body)
    }

    @Test func unknownActionIsNotSent() {
        let message = TypedMessage(action: "updateFeedback", text: "x")
        #expect(throws: DeskError.self) {
            try MessagingRequests.message(message, for: Self.order, "A1PA6795UKMFR9")
        }
    }

    @Test func everyActionHasItsRate() {
        for entry in MessagingTable.standard.entries {
            #expect(RateLimitTable.standard.limit(of: entry.operation).burst == 5)
        }
        #expect(MessagingTable.standard.entries.count == 9)
    }

    @Test func uploadKeepsTheSlashesOfItsResource() throws {
        let file = UploadFile(mediaType: "application/pdf", bytes: Array("%PDF-1.7 x".utf8))
        let resource = try #require(MessagingRequests.resource("sendInvoice", Self.order))
        let request = UploadRequests.destination(
            for: file, resource: resource, "A1PA6795UKMFR9")
        #expect(
            request.path
                == "/uploads/2020-11-01/uploadDestinations"
                + "/messaging/v1/orders/305-0000001-0000001/messages/invoice")
        #expect(file.contentMD5.count == 24)
        let sum = request.query.first { $0.name == "contentMD5" }?.value ?? ""
        #expect(!sum.contains("=") && !sum.contains("/") && !sum.contains("+"))
        #expect(request.body == nil && request.method == "POST")
    }

    /// MD5 test suite of RFC 1321, in Base64.
    @Test(arguments: [
        ("", "1B2M2Y8AsgTpgAmY7PhCfg=="), ("abc", "kAFQmDzST7DWlj99KOF/cg=="),
        ("message digest", "+WtpfXy3k41SWi8xqvFh0A=="),
    ])
    func contentMD5IsBase64OfTheDigest(text: String, sum: String) {
        #expect(UploadFile(mediaType: "text/plain", bytes: Array(text.utf8)).contentMD5 == sum)
    }

    @Test func shipmentNamesEverythingThatTheModelWants() {
        let shipment = ShipmentConfirmation(
            packageReference: "1", carrierCode: "Other", carrierName: "Bike",
            trackingNumber: "T1", shippedAt: Timestamp(seconds: 1_800_000_000),
            items: [ShippedItem(itemID: "a", quantity: 2, transparencyCodes: ["c"])],
            isCollectedOnDelivery: true)
        let request = ShipmentRequests.confirmation(shipment, of: Self.order, "A1VC38T7YXB528")
        #expect(request.path == "/orders/v0/orders/305-0000001-0000001/shipmentConfirmation")
        #expect(request.query.isEmpty)
        #expect(
            String(decoding: request.body ?? [], as: UTF8.self)
                == #"{"codCollectionMethod":"DirectPayment","marketplaceId":"A1VC38T7YXB528","#
                + #""packageDetail":{"carrierCode":"Other","carrierName":"Bike","orderItems":"#
                + #"[{"orderItemId":"a","quantity":2,"transparencyCodes":["c"]}],"#
                + #""packageReferenceId":"1","shipDate":"2027-01-15T08:00:00Z","trackingNumber":"T1"}}"#
        )
    }

    @Test func reviewRequestHasNoBody() {
        let request = SolicitationRequests.review(Self.order, "A1PA6795UKMFR9")
        #expect(request.method == "POST" && request.body == nil)
        #expect(
            request.path == "/solicitations/v1/orders/305-0000001-0000001"
                + "/solicitations/productReviewAndSellerFeedback")
    }

    @Test(arguments: [
        #"{"payload":{"uploadDestinationId":"u","url":"http://example.com/x"}}"#,
        #"{"payload":{"uploadDestinationId":"u","url":"file:///etc/passwd"}}"#,
        #"{"payload":{"uploadDestinationId":"u"}}"#,
        #"{"payload":{"url":"https://example.com/x"}}"#,
        #"{"payload":{"uploadDestinationId":"u","url":"https://example.com/x","headers":{"a":"b\r\nc: d"}}}"#,
    ])
    func unfitDestinationIsRefused(answer: String) throws {
        let document = try JSONReader.parse(Array(answer.utf8))
        #expect(UploadRequests.destination(document, at: Timestamp(seconds: 0)) == nil)
    }

    @Test func presignedAddressGetsNoToken() throws {
        let document = try JSONReader.parse(
            Array(
                #"{"payload":{"uploadDestinationId":"u","url":"https://example.com/x?X-Amz-Signature=s","#
                    .utf8)
                + Array(
                    #""headers":{"x-amz-server-side-encryption":"aws:kms","Host":"evil.example"}}}"#
                        .utf8))
        let destination = try #require(
            UploadRequests.destination(document, at: Timestamp(seconds: 0)))
        let call = UploadRequests.put(
            UploadFile(mediaType: "text/plain", bytes: [65]), at: destination,
            timeout: .seconds(1))
        let names = Set(call.headers.map { $0.name.lowercased() })
        #expect(
            names == [
                "content-type", "content-md5", "user-agent", "x-amz-server-side-encryption",
            ])
        #expect(destination.endsAt == Timestamp(seconds: 900))
    }
}
