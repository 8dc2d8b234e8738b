import ChannelAmazon
import HelpDesk
import Jobs
import SwiftExtensions

extension ClientOperation {
    /// Uploads, review requests and shipments.
    static let requests = [
        ClientOperation(
            id: "createUploadDestinationForResource", path: "/uploads/2020-11-01",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                let action = random.one(
                    of: MessagingTable.standard.entries.filter { $0.rule.mostFiles > 0 }
                ).rule.action
                let file = UploadFile(
                    mediaType: random.one(of: ["application/pdf", "image/png"]),
                    bytes: Array(random.text(0...40).utf8))
                return { try await $0.upload(file, action, order, marketplace) }
            },
            asked: { _ in nil },
            optional: ["payload.headers": "the models let them be null"]),
        ClientOperation(
            id: "getSolicitationActionsForOrder", path: "/solicitations/v1",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                return { try await $0.reviewOffer(order, marketplace) }
            },
            asked: { parameters in
                guard let order = parameters["amazonOrderId"]?.text else { return nil }
                let marketplace = parameters["marketplaceIds"]?.texts.first ?? "ATVPDKIKX0DER"
                return { try await $0.reviewOffer(OrderID(order), marketplace) }
            },
            unused: [
                "_links.self": "a link back", "_links.actions[].href": "paths follow from names",
                "_embedded": "words about an action; without them its name alone is known",
            ]),
        ClientOperation(
            id: "createProductReviewAndSellerFeedbackSolicitation", path: "/solicitations/v1",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                return { try await $0.requestReview(order, marketplace) }
            },
            asked: { parameters in
                guard let order = parameters["amazonOrderId"]?.text else { return nil }
                return { try await $0.requestReview(OrderID(order), "ATVPDKIKX0DER") }
            }, isMutating: true),
        ClientOperation(
            id: "confirmShipment", path: "/orders/v0",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                let shipment = ShipmentConfirmation.sample(&random)
                return { try await $0.confirm(shipment, order, marketplace) }
            },
            // Our type has no supply source, which the case names.
            asked: { _ in nil }, isMutating: true),
    ]
}

extension ConformanceDesk {
    fileprivate func upload(
        _ file: UploadFile, _ action: String, _ order: OrderID, _ marketplace: String
    ) async throws -> Reading {
        Reading(
            try await client.upload(
                file, for: action, about: order, marketplaceID: marketplace, account: account))
    }

    fileprivate func reviewOffer(_ order: OrderID, _ marketplace: String) async throws -> Reading {
        var offer = try await client.reviewOffer(
            of: order, marketplaceID: marketplace, for: account)
        offer.requestID = nil
        return Reading(offer)
    }

    fileprivate func requestReview(
        _ order: OrderID, _ marketplace: String
    ) async throws -> Reading {
        try Reading(
            await client.requestReview(of: order, marketplaceID: marketplace, for: account))
    }

    fileprivate func confirm(
        _ shipment: ShipmentConfirmation, _ order: OrderID, _ marketplace: String
    ) async throws -> Reading {
        try Reading(
            await client.confirm(shipment, of: order, marketplaceID: marketplace, for: account))
    }
}

extension ShipmentConfirmation {
    fileprivate static func sample(_ random: inout SeededRandom) -> ShipmentConfirmation {
        ShipmentConfirmation(
            packageReference: String(Int.random(in: 1...99, using: &random)),
            carrierCode: random.one(of: ["DHL", "Other"]),
            carrierName: random.chance() ? random.text(1...30) : nil,
            shippingMethod: random.chance() ? random.text(1...30) : nil,
            trackingNumber: random.digits(14), shippedAt: random.pastInstant(),
            items: (0..<Int.random(in: 1...4, using: &random)).map { _ in
                ShippedItem(
                    itemID: random.digits(14), quantity: Int.random(in: 1...9, using: &random))
            },
            isCollectedOnDelivery: random.chance(0.2))
    }
}
