/// A name that a template may use between double braces (helpdesk section 10.2).
package struct TemplateVariable: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case text, date, money, list, number, flag
    }

    package let name: String
    package let kind: Kind

    private init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// Every variable with a fixed name, by name. `today` and `today+3d` come besides.
    package static let all: [TemplateVariable] = [
        TemplateVariable("agent.alias", .text),
        TemplateVariable("buyer.greeting", .text),
        TemplateVariable("buyer.name", .text),
        TemplateVariable("order.cancelled", .flag),
        TemplateVariable("order.deliver_by", .date),
        TemplateVariable("order.fulfilled_by_amazon", .flag),
        TemplateVariable("order.id", .text),
        TemplateVariable("order.items", .list),
        TemplateVariable("order.placed", .date),
        TemplateVariable("order.ship_by", .date),
        TemplateVariable("order.total", .money),
        TemplateVariable("shipment.carrier", .text),
        TemplateVariable("shipment.delivered", .flag),
        TemplateVariable("shipment.shipped", .date),
        TemplateVariable("shipment.tracking", .text),
        TemplateVariable("store.name", .text),
        TemplateVariable("store.signature", .text),
    ]

    private static let names = Set(all.map(\.name))

    /// The farthest day that `today+Nd` may name.
    package static let farthestDay = 60

    /// Whether templates may use `name`.
    package static func isKnown(_ name: String) -> Bool {
        names.contains(name) || days(ahead: name) != nil
    }

    /// N of `today+Nd`; 0 for `today`; nil for any other name.
    package static func days(ahead name: String) -> Int? {
        if name == "today" { return 0 }
        guard name.hasPrefix("today+"), name.hasSuffix("d"),
            let days = Int(name.dropFirst("today+".count).dropLast()),
            (1...farthestDay).contains(days)
        else { return nil }
        return days
    }
}
