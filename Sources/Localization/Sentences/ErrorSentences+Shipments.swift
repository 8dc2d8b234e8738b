extension ErrorSentences {
    static func shipment(_ code: String, _ given: [String: String]) -> ErrorWords? {
        switch code {
        case "shipment.by_platform":
            ErrorWords(
                Phrase("error.ship-fba", "Amazon ships this order itself."),
                Phrase("error.ship-fba.next", "Nothing to confirm."))
        case "shipment.state":
            ErrorWords(
                Phrase("error.ship-state", "Nothing of this order waits to be shipped."),
                Phrase("error.ship-state.next", "Look at the order's packages."))
        case "shipment.reference":
            ErrorWords(
                Phrase("error.ship-reference", "A package number is a whole number from 1 on."),
                Phrase("error.ship-reference.next", "Leave it out; the desk counts."))
        case "shipment.field":
            ErrorWords(
                Phrase(
                    "error.ship-field",
                    "This field is empty, too long or not fit to send: {field}.",
                    ["field": given["field"] ?? "?"]),
                Phrase("error.ship-field.next", "Type it again, in plain letters and digits."))
        case "shipment.carrier_name":
            ErrorWords(
                Phrase("error.ship-carrier", "The carrier Other needs its name."),
                Phrase("error.ship-carrier.next", "Add the carrier's name."))
        case "shipment.date":
            ErrorWords(
                Phrase("error.ship-date", "The shipping date lies ahead, or before the order."),
                Phrase("error.ship-date.next", "Give the instant at which it left."))
        case "shipment.collection":
            ErrorWords(
                Phrase("error.ship-collection", "Cash on delivery is for Japan only."),
                Phrase("error.ship-collection.next", "Leave it out."))
        case "shipment.nothing":
            ErrorWords(
                Phrase("error.ship-nothing", "No item is named."),
                Phrase("error.ship-nothing.next", "Name the items that left."))
        case "shipment.item":
            ErrorWords(
                Phrase(
                    "error.ship-item", "The order has no such item, or it is named twice: {item}.",
                    ["item": given["item"] ?? "?"]),
                Phrase("error.ship-item.next", "Take the item numbers from the order."))
        case "shipment.quantity":
            ErrorWords(
                Phrase(
                    "error.ship-quantity", "Of item {item} only {most} are not shipped yet.",
                    ["item": given["item"] ?? "?", "most": given["most"] ?? "?"]),
                Phrase("error.ship-quantity.next", "Lower the quantity."))
        default: nil
        }
    }
}
