import HelpDesk
import Localization

enum OrderStrings {
    static func unsureLanguage(_ language: String, _ percent: Int) -> Phrase {
        Phrase(
            "order.unsure-language", "? language: {language}, {percent} % sure",
            ["language": language, "percent": String(percent)])
    }

    static let noOrder = Phrase("card.no-order", "No order is named yet.")
    static let unknown = Phrase(
        "card.order-unknown",
        "Amazon knows no such order of this store. The number may be mistyped: ask the buyer.")
    static let notArrived = Phrase("card.not-arrived", "The order has not come in yet.")
    static let byPlatform = Phrase("card.fba", "sent by Amazon (FBA)")
    static let bySeller = Phrase("card.fbm", "sent by us (FBM)")
    static let parcels = Phrase("card.parcels", "Parcels")
    static let earlier = Phrase("card.earlier", "Earlier conversations")
    static let otherOrders = Phrase("card.other-orders", "Also named")
    static let cases = Phrase("card.cases", "Cases")
    static let onTheWay = Phrase("card.outbox", "Replies on their way")
    static let cancelWanted = Phrase("card.cancel-wanted", "buyer asks to cancel")
    static let order = Phrase("card.order", "Order")
    static let card = Phrase("card.name", "Order card")
    static let ticket = Phrase("card.ticket", "Ticket")

    static func ordered(_ date: String) -> Phrase {
        Phrase("card.ordered", "ordered {date}", ["date": date])
    }
    static func shipBy(_ date: String) -> Phrase {
        Phrase("card.ship-by", "send by {date}", ["date": date])
    }
    static func deliver(_ from: String, _ to: String) -> Phrase {
        Phrase("card.deliver", "arrives {from} to {to}", ["from": from, "to": to])
    }
    static func total(_ amount: String) -> Phrase {
        Phrase("card.total", "total {amount}", ["amount": amount])
    }
    static func fresh(_ age: String) -> Phrase {
        Phrase("card.fresh", "as of {age} ago · R asks again", ["age": age])
    }
    static func shipped(_ date: String) -> Phrase {
        Phrase("card.shipped", "sent {date}", ["date": date])
    }
    static func notPermitted(_ parts: String, _ role: String) -> Phrase {
        Phrase(
            "card.not-permitted", "{parts}: not permitted: role {role}",
            ["parts": parts, "role": role])
    }
    static func part(_ part: WithheldPart.Part) -> Phrase {
        switch part {
        case .buyer: Phrase("card.part.buyer", "buyer")
        case .buyerEmail: Phrase("card.part.buyer-email", "buyer's e-mail")
        case .recipient: Phrase("card.part.recipient", "address")
        }
    }
    static func goesTo(_ place: String) -> Phrase {
        Phrase("card.goes-to", "goes to {place}", ["place": place])
    }
}
