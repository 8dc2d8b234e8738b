import Localization

/// Words for what carriers say of a parcel.
enum ParcelWords {
    static func words(_ code: String) -> Phrase? {
        switch code.uppercased() {
        case "PENDING", "LABEL_CREATED", "READY_FOR_PICKUP":
            Phrase("parcel.pending", "not handed over yet")
        case "PICKED_UP", "SHIPPED": Phrase("parcel.picked-up", "with the carrier")
        case "IN_TRANSIT": Phrase("parcel.in-transit", "on its way")
        case "OUT_FOR_DELIVERY": Phrase("parcel.out", "out for delivery")
        case "DELIVERED": Phrase("parcel.delivered", "delivered")
        case "AVAILABLE_FOR_PICKUP", "PICKUP_AVAILABLE":
            Phrase("parcel.pickup", "waits to be picked up")
        case "DELAYED": Phrase("parcel.delayed", "delayed")
        case "UNDELIVERABLE", "DELIVERY_FAILED", "DELIVERY_ATTEMPTED":
            Phrase("parcel.undeliverable", "could not be delivered")
        case "REJECTED", "REFUSED": Phrase("parcel.rejected", "refused by the buyer")
        case "RETURNING": Phrase("parcel.returning", "on its way back")
        case "RETURNED": Phrase("parcel.returned", "returned")
        case "LOST": Phrase("parcel.lost", "lost")
        case "DAMAGED": Phrase("parcel.damaged", "damaged")
        case "CANCELLED", "CANCELED": Phrase("parcel.cancelled", "cancelled")
        default: nil
        }
    }

    /// A code without words of its own, as something one can read.
    static func plain(_ code: String) -> String {
        String(code.lowercased().map { $0 == "_" ? " " : $0 })
    }
}
