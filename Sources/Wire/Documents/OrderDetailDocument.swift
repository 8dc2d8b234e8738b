import HelpDesk
import SwiftExtensions

/// One order in full, as `order show --json` prints it: the fields of `OrderDocument` and what
/// belongs to it. Keys are a stable interface.
package struct OrderDetailDocument: Encodable, Sendable {
    package struct Parcel: Encodable, Sendable {
        package var reference: String
        package var carrier: String?
        package var trackingNumber: String?
        package var status: String?
        package var shipped: String?

        enum CodingKeys: String, CodingKey {
            case reference, carrier, status, shipped
            case trackingNumber = "tracking_number"
        }
    }

    private let order: OrderDocument
    private let facts: OrderFactsDocument?
    package let isFulfilledByPlatform: Bool
    package let programs: [String]
    package let shipBy: String?
    package let deliverFrom: String?
    package let deliverBy: String?
    /// Numbers of the items that the buyer asks to cancel.
    package let cancelRequested: [String]
    package let parcels: [Parcel]
    package let cases: [TicketDocument.Case]
    package let dispatches: [DispatchDocument]
    package let tickets: [Int64]
    package let refreshed: String

    enum CodingKeys: String, CodingKey {
        case programs, parcels, cases, dispatches, tickets, refreshed, facts
        case isFulfilledByPlatform = "fulfilled_by_platform"
        case shipBy = "ship_by"
        case deliverFrom = "deliver_from"
        case deliverBy = "deliver_by"
        case cancelRequested = "cancel_requested"
    }

    package init(_ view: OrderView) {
        let facts = view.order
        order = OrderDocument(facts, tellsWithheld: true)
        self.facts = facts.facts.map(OrderFactsDocument.init)
        isFulfilledByPlatform = facts.isFulfilledByPlatform
        programs = facts.programs
        shipBy = facts.shipBy?.iso8601
        deliverFrom = facts.deliverFrom?.iso8601
        deliverBy = facts.deliverBy?.iso8601
        cancelRequested = facts.items.filter(\.isCancelRequested).map(\.itemID)
        parcels = facts.packages.map { parcel in
            Parcel(
                reference: parcel.reference, carrier: parcel.carrier,
                trackingNumber: parcel.trackingNumber,
                status: parcel.detailedStatus ?? parcel.status,
                shipped: parcel.shippedAt?.iso8601)
        }
        cases = view.cases.map(TicketDocument.Case.init)
        dispatches = view.dispatches.map(DispatchDocument.init)
        tickets = view.tickets.map(\.rawValue)
        refreshed = view.refreshedAt.iso8601
    }

    package func encode(to encoder: any Encoder) throws {
        try order.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isFulfilledByPlatform, forKey: .isFulfilledByPlatform)
        try container.encode(programs, forKey: .programs)
        try container.encode(shipBy, forKey: .shipBy)
        try container.encode(deliverFrom, forKey: .deliverFrom)
        try container.encode(deliverBy, forKey: .deliverBy)
        try container.encode(cancelRequested, forKey: .cancelRequested)
        try container.encode(parcels, forKey: .parcels)
        try container.encode(cases, forKey: .cases)
        try container.encode(dispatches, forKey: .dispatches)
        try container.encode(tickets, forKey: .tickets)
        try container.encode(refreshed, forKey: .refreshed)
        try container.encode(facts, forKey: .facts)
    }
}
