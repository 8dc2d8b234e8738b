import HelpDesk
import Jobs
import SwiftExtensions
import Testing

@testable import ChannelAmazon

/// Records in the shape of the models' sandbox cases, with our own values.
@Suite struct OrderReaderTests {
    static let full = """
        {"orderId":"250-1000001-1000001","orderAliases":[{"aliasId":"A-1","aliasType":"SELLER_ORDER_ID"}],
        "createdTime":"2027-01-10T02:30:00Z","lastUpdatedTime":"2027-01-10T06:45:00.250Z",
        "programs":["PRIME"],"associatedOrders":[],
        "salesChannel":{"channelName":"AMAZON","marketplaceId":"A1VC38T7YXB528","marketplaceName":"Amazon.co.jp"},
        "buyer":{"buyerName":"Test Buyer","buyerEmail":"b1@marketplace.amazon.co.jp","buyerCompanyName":"Test KK"},
        "recipient":{"deliveryAddress":{"name":"Test Buyer","city":"Tokyo","postalCode":"000-0000",
        "countryCode":"JP","extendedFields":{"streetName":"x"},"addressType":"RESIDENTIAL"}},
        "proceeds":{"grandTotal":{"amount":"19940.00","currencyCode":"JPY"},
        "breakdowns":[{"type":"ITEM","subtotal":{"amount":"19940","currencyCode":"JPY"}}]},
        "payment":{"paymentExecutions":[{"paymentMethod":"Card"}]},"tax":{"taxInvoicing":{}},
        "fulfillment":{"fulfillmentStatus":"PARTIALLY_SHIPPED","fulfilledBy":"MERCHANT",
        "fulfillmentServiceLevel":"STANDARD","shipByWindow":{"latestDateTime":"2027-01-11T00:00:00Z"},
        "deliverByWindow":{"earliestDateTime":"2027-01-12T00:00:00Z","latestDateTime":"2027-01-14T00:00:00Z"}},
        "orderItems":[{"orderItemId":"25010000000001","quantityOrdered":2,"measurement":{"unit":"COUNT","value":1},
        "product":{"asin":"B0TEST0001","title":"ランプ","sellerSku":"LAMP-JP","condition":{"conditionType":"NEW"},
        "price":{"unitPrice":{"amount":"9970","currencyCode":"JPY"},"priceDesignation":"BUSINESS_PRICE"}},
        "expense":{"pointsCost":{}},"promotion":{"breakdowns":[]},
        "cancellation":{"cancellationRequest":{"requester":"BUYER","cancelReason":"CHANGED_MIND"}},
        "fulfillment":{"quantityFulfilled":1,"quantityUnfulfilled":1,"packing":{"giftOption":{}}}}],
        "packages":[{"packageReferenceId":"P-1","createdTime":"2027-01-10T09:00:00Z",
        "packageStatus":{"status":"IN_TRANSIT","detailedStatus":"OUT_FOR_DELIVERY"},"carrier":"Yamato",
        "shipTime":"2027-01-10T10:00:00Z","shippingService":"S","trackingNumber":"T-1",
        "packageItems":[{"orderItemId":"25010000000001","quantity":1}]}]}
        """

    private func read(
        _ text: String, asked: [OrderBlock] = OrderBlock.shown
    ) throws -> (FetchedOrder, [String: Int]) {
        var reader = OrderReader(store: "nova-fe")
        let order = try reader.order(try JSONReader.parse(Array(text.utf8)), asked: asked)
        return (order, reader.drift.counts)
    }

    @Test func everyPartOfAnOrderIsRead() throws {
        let (fetched, drift) = try read(Self.full)
        let order = fetched.order
        #expect(drift.isEmpty)
        #expect(order.id == "250-1000001-1000001")
        #expect(order.marketplace == "JP")
        #expect(order.status == .partiallyShipped)
        #expect(order.platformStatus == "PARTIALLY_SHIPPED")
        #expect(order.updatedAt == Timestamp(iso8601: "2027-01-10T06:45:00.250Z"))
        #expect(order.total == Money(amount: "19940", currency: "JPY"))
        #expect(order.shipBy == Timestamp(iso8601: "2027-01-11T00:00:00Z"))
        #expect(order.deliverFrom == Timestamp(iso8601: "2027-01-12T00:00:00Z"))
        #expect(order.deliverBy == Timestamp(iso8601: "2027-01-14T00:00:00Z"))
        #expect(order.items.first?.isCancelRequested == true)
        #expect(order.items.first?.quantityShipped == 1)
        #expect(order.items.first?.unitPrice == Money(amount: "9970", currency: "JPY"))
        #expect(order.packages.first?.detailedStatus == "OUT_FOR_DELIVERY")
        #expect(fetched.contact?.buyerEmail == "b1@marketplace.amazon.co.jp")
        #expect(fetched.contact?.city == "Tokyo")
        #expect(fetched.order.withheld == nil)
        #expect(order.facts?.sellerNumber == "A-1")
        #expect(order.facts?.serviceLevel == "STANDARD")
        #expect(
            order.facts?.amounts == [
                OrderFacts.Amount(name: "ITEM", money: Money(amount: "19940", currency: "JPY"))
            ])
        #expect(order.facts?.items.first?.condition == "NEW")
        #expect(order.facts?.items.first?.giftWrap == "")
        #expect(order.facts?.items.first?.cancelReason == "CHANGED_MIND")
    }

    @Test func everyBlockThatRolesAllowIsRead() throws {
        let (fetched, drift) = try read(
            """
            {"orderId":"1","createdTime":"2027-01-10T02:30:00Z","lastUpdatedTime":"2027-01-10T02:30:00Z",
            "salesChannel":{"channelName":"AMAZON"},
            "associatedOrders":[{"orderId":"305-0000001-0000001","associationType":"REPLACEMENT_ORIGINAL_ID"}],
            "payment":{"paymentExecutions":[{"paymentMethod":"CreditCard","cardBrand":"Visa",
            "paymentAmount":{"amount":"10.50","currencyCode":"EUR"},"authorizationCode":"secret"}]},
            "tax":{"taxRegistrations":[{"legalName":"Test GmbH","taxRegistrationNumber":"DE1"}],
            "taxInvoicing":{"buyerInvoicePreference":"BUSINESS","invoiceStatus":"PENDING"}},
            "fulfillmentOrders":[{"fulfillmentOrderId":"FO-1"},{"fulfillmentOrderId":"FO-2"}],
            "orderItems":[{"orderItemId":"7","quantityOrdered":1,"product":{"serialNumbers":["S1","S2"],
            "customization":{"customizedUrl":"https://x.example/z"}},
            "expense":{"pointsCost":{"pointsGranted":{"pointsNumber":12}}},
            "promotion":{"breakdowns":[{"promotionId":"PAWS-10"}]},
            "fulfillment":{"packing":{"giftOption":{"giftMessage":"Liebe Grüße","giftWrapLevel":"L1"}}},
            "tax":{"taxCollections":[{"model":"MarketplaceFacilitator","responsibleParty":"Amazon"}]}}]}
            """)
        let facts = try #require(fetched.order.facts)
        #expect(facts.associated.map(\.order) == ["305-0000001-0000001"])
        #expect(
            facts.payments == [
                OrderFacts.Amount(
                    name: "CreditCard Visa", money: Money(amount: "10.50", currency: "EUR"))
            ])
        #expect(facts.invoiceWish == "BUSINESS")
        #expect(facts.invoiceStatus == "PENDING")
        #expect(facts.fulfillmentOrders == ["FO-1", "FO-2"])
        let item = try #require(facts.items.first)
        #expect(item.serialNumbers == ["S1", "S2"])
        #expect(item.isCustomised)
        #expect(item.points == 12)
        #expect(item.promotions == ["PAWS-10"])
        #expect(item.giftWrap == "L1")
        #expect(item.taxCollector == "MarketplaceFacilitator Amazon")
        #expect(drift.isEmpty)
        let kept = "\(fetched.order)"
        for word in ["secret", "Test GmbH", "DE1", "Liebe"] {
            #expect(!kept.contains(word), "nothing of a person stands in an event")
        }
    }

    @Test func oddFactsKeepNoOrderFromAnybody() throws {
        let (fetched, drift) = try read(
            """
            {"orderId":"1","createdTime":"2027-01-10T02:30:00Z","lastUpdatedTime":"2027-01-10T02:30:00Z",
            "salesChannel":{"channelName":"AMAZON"},"associatedOrders":[7,{"orderId":3}],
            "payment":{"paymentExecutions":"none"},"tax":[],"fulfillmentOrders":{},
            "orderItems":[{"orderItemId":"7","quantityOrdered":1,"product":{"serialNumbers":[1]},
            "expense":1,"promotion":{"breakdowns":[null]}}]}
            """)
        #expect(fetched.order.facts == nil)
        #expect(fetched.order.items.count == 1)
        #expect(!drift.isEmpty)
    }

    @Test func smallestOrderIsEnough() throws {
        let (fetched, _) = try read(
            """
            {"orderId":"1","createdTime":"2027-01-10T02:30:00Z","lastUpdatedTime":"2027-01-10T02:30:00Z",
            "salesChannel":{"channelName":"NON_AMAZON"},"orderItems":[]}
            """, asked: [])
        #expect(fetched.order.status == .unknown)
        #expect(fetched.contact == nil)
        #expect(fetched.order.withheld == nil)
    }

    @Test(arguments: [
        (#""orderId":"250-1000001-1000001""#, #""orderId":5"#, "order.orderId: retyped"),
        (#""orderId":"250-1000001-1000001""#, #""orderId":"""#, "order.orderId: unreadable"),
        (#""createdTime":"2027-01-10T02:30:00Z""#, #""x":1"#, "order.createdTime: missing"),
        ("2027-01-10T06:45:00.250Z", "yesterday", "order.lastUpdatedTime: unreadable"),
        (
            #""quantityOrdered":2"#, #""quantityOrdered":"2""#,
            "order.orderItems[0].quantityOrdered: retyped"
        ),
        (
            #""quantityOrdered":2"#, #""quantityOrdered":2.5"#,
            "order.orderItems[0].quantityOrdered: retyped"
        ),
        (
            #""quantityOrdered":2"#, #""quantityOrdered":99999999999999999999"#,
            "order.orderItems[0].quantityOrdered: retyped"
        ),
        (#""salesChannel":{"#, #""salesChanel":{"#, "order.salesChannel: missing"),
        (#""orderItems":["#, #""orderItems":null,"items":["#, "order.orderItems: missing"),
        (#""fulfillmentStatus""#, #""state""#, "order.fulfillment.fulfillmentStatus: missing"),
    ])
    func requiredFieldsAreRequired(old: String, new: String, problem: String) throws {
        let text = Self.full.replacing(old, with: new, maxReplacements: 1)
        #expect(text != Self.full)
        let thrown = #expect(throws: FieldProblem.self) { try read(text) }
        #expect(thrown?.description == problem)
    }

    @Test(arguments: [
        (#""programs":["PRIME"]"#, #""programs":"PRIME""#, "order.programs (retyped)"),
        (
            #""amount":"19940.00""#, #""amount":19940.00"#,
            "order.proceeds.grandTotal.amount (retyped)"
        ),
        (
            #""amount":"19940.00""#, #""amount":"19,940""#,
            "order.proceeds.grandTotal.amount (unreadable)"
        ),
        (#""tax":{"#, #""giftCard":{"#, "order.giftCard"),
        (#""city":"#, #""town":"#, "order.recipient.deliveryAddress.town"),
        (#""asin":"#, #""asin2":"#, "order.orderItems.product.asin2"),
        (#""packageReferenceId":"#, #""ref":"#, "order.packages (unreadable)"),
    ])
    func harmlessDriftIsCounted(old: String, new: String, noted: String) throws {
        let text = Self.full.replacing(old, with: new, maxReplacements: 1)
        let (_, drift) = try read(text)
        #expect(drift[noted] == 1)
    }

    @Test func newStatusIsKeptInThePlatformsWord() throws {
        let (fetched, _) = try read(
            Self.full.replacing("PARTIALLY_SHIPPED", with: "HELD_AT_CUSTOMS"))
        #expect(fetched.order.status == .unknown)
        #expect(fetched.order.platformStatus == "HELD_AT_CUSTOMS")
    }

    @Test func hostileTextLosesItsControls() throws {
        let (fetched, _) = try read(
            Self.full.replacing("ランプ", with: #"\u001b]0;x\u0007\u202eLamp\u200f\nrow"#))
        #expect(fetched.order.items.first?.title == "]0;xLamp row")
    }

    /// Any bytes give an order or a problem, never a trap.
    @Test(arguments: 1...8) func mutatedRecordsNeverTrap(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let original = Array(Self.full.utf8)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            }
            guard let value = try? JSONReader.parse(bytes) else { continue }
            var reader = OrderReader(store: "nova-fe")
            _ = try? reader.order(value, asked: OrderBlock.shown)
        }
    }

    @Test(arguments: [
        ("19.90", 2, "19.90"), ("5980", 0, "5980"), ("5980.00", 0, "5980"), ("-3.50", 2, "-3.50"),
        ("5980.50", 0, "5980.50"), ("1,000", 2, nil), ("", 2, nil), ("1.", 2, nil), (".5", 2, nil),
        ("1.2.3", 2, nil), ("１", 2, nil), ("1e3", 2, nil),
    ])
    func amountsStayAsWritten(amount: String, decimals: Int, expected: String?) {
        #expect(MoneyText.normalised(amount, decimals: decimals) == expected)
    }
}
