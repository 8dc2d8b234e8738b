package import HelpDesk
package import Localization

/// Words of the account's rows.
package enum AccountRowStrings {
    static let name = Phrase("account-row.name", "Account rows")
    static let none = Phrase("account-row.none", "None in the platform's reports.")
    static let order = Phrase("account-row.order", "order")
    static let day = Phrase("account-row.day", "date")
    static let status = Phrase("account-row.status", "state")
    static let quantity = Phrase("account-row.quantity", "qty")
    static let reason = Phrase("account-row.reason", "reason")
    static let stars = Phrase("account-row.stars", "stars")
    static let comment = Phrase("account-row.comment", "comment")
    static let response = Phrase("account-row.response", "our answer")
    static let amount = Phrase("account-row.amount", "amount")
    static let what = Phrase("account-row.what", "what")
    static let amountType = Phrase("account-row.amount-type", "kind of amount")
    static let amountDescription = Phrase("account-row.amount-description", "for")
    static let from = Phrase("account-row.from", "from")
    static let until = Phrase("account-row.until", "until")
    static let deposited = Phrase("account-row.deposited", "paid out")
    static let posted = Phrase("account-row.posted", "posted")
    static let settlement = Phrase("account-row.settlement", "settlement")
    static let line = Phrase("account-row.line", "line")
    static let lines = Phrase("account-row.lines", "lines")
    static let sum = Phrase("account-row.sum", "sum of lines")
    static let check = Phrase("account-row.check", "check")
    static let unbalanced = Phrase("account-row.unbalanced", "does not add up")
    static let site = Phrase("account-row.site", "site")
    static let sku = Phrase("account-row.sku", "SKU")
    static let asin = Phrase("account-row.asin", "ASIN")
    static let keeper = Phrase("account-row.keeper", "kept by")
    static let available = Phrase("account-row.available", "free")
    static let inbound = Phrase("account-row.inbound", "inbound")
    static let reserved = Phrase("account-row.reserved", "held")
    static let researching = Phrase("account-row.researching", "being looked for")
    static let unfulfillable = Phrase("account-row.unfulfillable", "not sellable")
    static let counted = Phrase("account-row.counted", "counted at")
    static let seen = Phrase("account-row.seen", "read at")
    static let product = Phrase("account-row.product", "product")
    static let rma = Phrase("account-row.rma", "return no.")
    static let requested = Phrase("account-row.requested", "requested")
    static let resolution = Phrase("account-row.resolution", "resolution")
    static let carrier = Phrase("account-row.carrier", "carrier")
    static let tracking = Phrase("account-row.tracking", "tracking no.")
    static let claimed = Phrase("account-row.claimed", "A-to-z claim")
    static let refunded = Phrase("account-row.refunded", "refunded")
    static let yes = Phrase("account-row.yes", "yes")
    static let no = Phrase("account-row.no", "no")
    static let tickets = Phrase("account-row.tickets", "tickets")
    static let noTickets = Phrase("account-row.no-tickets", "none about this order")
    static let noTicket = Phrase("account-row.no-ticket", "No ticket is about this order.")
    static let noOrder = Phrase("account-row.no-order", "This row is about no order.")
    static let openForOrder = Phrase(
        "account-row.open-first", "enter shows the order and its tickets")
    static let orderUnknown = Phrase(
        "account-row.order-unknown", "The desk does not have this order.")
    static let nothing = Phrase("account-row.nothing", "There is no row.")

    static func list(_ list: AccountList) -> Phrase {
        switch list {
        case .settlements: Phrase("account-row.list.settlements", "Settlements")
        case .returns: Phrase("account-row.list.returns", "Returns")
        case .ratings: Phrase("account-row.list.ratings", "Ratings")
        case .stock: Phrase("account-row.list.stock", "Stock")
        }
    }

    /// Who holds the pieces.
    package static func keeper(_ keeper: StockLevel.Keeper) -> Phrase {
        switch keeper {
        case .platform: Phrase("account-row.keeper.platform", "Amazon")
        case .seller: Phrase("account-row.keeper.seller", "us")
        }
    }
}
