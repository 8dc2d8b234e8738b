package import HelpDesk
import Store
package import Wire

extension ConfirmShipment: DeskCall {
    package static let need: Need = .verb(.ship)

    /// No verb of an agent's set covers it (helpdesk section 16): deny by default.
    package func run(in desk: Desk, as caller: Principal) async throws -> DispatchView {
        let target = try await desk.dispatchTarget(order, store: store, for: caller)
        return try await desk.act(as: caller) { transaction in
            let order = target.order
            let earlier = try transaction.dispatches(of: order.id, store: order.store)
                .filter { $0.kind == .shipment && $0.state.standsInTheWay }
            if let same = earlier.first(where: { isSame(as: $0.shipment) }) {
                return try transaction.view(of: same)
            }
            let current = try transaction.order(order.id, store: order.store)?.order ?? order
            let open = current.withoutUnits(of: earlier.compactMap(\.shipment))
            let shipment = ShipmentConfirmation(
                packageReference: ShipmentRules.nextReference(
                    of: current, taken: earlier.compactMap(\.shipment?.packageReference)),
                carrierCode: carrierCode, carrierName: carrierName,
                shippingMethod: shippingMethod, trackingNumber: trackingNumber,
                shippedAt: shippedAt ?? transaction.now,
                items: items.isEmpty ? ShipmentRules.rest(of: open) : items,
                isCollectedOnDelivery: isCollectedOnDelivery)
            try ShipmentRules.check(shipment, of: open, at: transaction.now)
            let draft = DispatchDraft(
                target: target,
                ticket: try transaction.dispatchTicket(ticket, of: order, for: caller),
                author: caller.person, kind: .shipment, action: "confirmShipment",
                shipment: shipment)
            return try transaction.view(of: try draft.queue(transaction))
        }
    }

    /// The same package told of twice: a client that lost the answer gets it now.
    private func isSame(as other: ShipmentConfirmation?) -> Bool {
        guard let other, other.trackingNumber == trackingNumber, other.carrierCode == carrierCode
        else { return false }
        return items.isEmpty || items == other.items
    }
}

extension Order {
    /// This order with the units of shipments that are on their way, and not shown on it yet,
    /// counted as shipped.
    func withoutUnits(of shipments: [ShipmentConfirmation]) -> Order {
        var order = self
        for shipment in shipments where !ShipmentRules.isShown(shipment, on: self) {
            for shipped in shipment.items {
                guard let index = order.items.firstIndex(where: { $0.itemID == shipped.itemID })
                else { continue }
                order.items[index].quantityShipped += shipped.quantity
            }
        }
        return order
    }
}
