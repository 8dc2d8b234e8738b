import Localization

/// Columns of the account's reports: their names are for scripts, these are for people.
enum ReportColumns {
    static func heading(_ column: String) -> Phrase {
        place(column) ?? money(column) ?? goods(column) ?? health(column)
            ?? Phrase("report-column.other", "{name}", ["name": column])
    }

    private static func place(_ column: String) -> Phrase? {
        switch column {
        case "store": Phrase("column.store", "store")
        case "marketplace_id", "marketplace": Phrase("report-column.site", "marketplace")
        case "order_id": Phrase("report-column.order", "order")
        case "is_order_known": Phrase("report-column.known", "here")
        case "ticket": Phrase("report-column.ticket", "ticket")
        case "item": Phrase("report-column.item", "item")
        case "person": Phrase("report-column.person", "person")
        case "state": Phrase("report-column.status", "state")
        case "subject": Phrase("report-column.subject", "subject")
        case "points": Phrase("report-column.points", "points")
        case "from", "start": Phrase("report-column.from", "from")
        case "to", "end": Phrase("report-column.to", "to")
        case "date", "reported_at": Phrase("report-column.date", "date")
        case "requested_at": Phrase("report-column.requested", "requested")
        case "updated_at": Phrase("report-column.counted", "counted")
        case "seen_at": Phrase("report-column.seen", "read")
        default: nil
        }
    }

    private static func money(_ column: String) -> Phrase? {
        switch column {
        case "settlement_id": Phrase("report-column.settlement", "settlement")
        case "deposited_at": Phrase("report-column.deposited", "paid out")
        case "posted_at": Phrase("report-column.posted", "posted")
        case "total": Phrase("report-column.total", "total")
        case "currency": Phrase("report-column.currency", "currency")
        case "sum": Phrase("report-column.sum", "sum of lines")
        case "is_balanced": Phrase("report-column.balanced", "adds up")
        case "line_count": Phrase("report-column.lines", "lines")
        case "line": Phrase("report-column.line", "line")
        case "transaction_type": Phrase("report-column.transaction", "what")
        case "amount_type": Phrase("report-column.amount-type", "kind")
        case "amount_description": Phrase("report-column.amount-for", "for")
        case "amount": Phrase("report-column.amount", "amount")
        case "refunded": Phrase("report-column.refunded", "refunded")
        default: nil
        }
    }

    private static func goods(_ column: String) -> Phrase? {
        switch column {
        case "sku": Phrase("report-column.sku", "SKU")
        case "asin": Phrase("report-column.asin", "ASIN")
        case "title": Phrase("report-column.title", "product")
        case "quantity": Phrase("report-column.quantity", "qty")
        case "rma": Phrase("report-column.rma", "return no.")
        case "resolution": Phrase("report-column.resolution", "resolution")
        case "carrier": Phrase("report-column.carrier", "carrier")
        case "tracking_number": Phrase("report-column.tracking", "tracking no.")
        case "is_claimed": Phrase("report-column.claimed", "A-to-z")
        case "keeper": Phrase("report-column.keeper", "kept by")
        case "available": Phrase("report-column.available", "free")
        case "inbound": Phrase("report-column.inbound", "inbound")
        case "reserved": Phrase("report-column.reserved", "held")
        case "researching": Phrase("report-column.researching", "looked for")
        case "unfulfillable": Phrase("report-column.unfulfillable", "not sellable")
        default: nil
        }
    }

    private static func health(_ column: String) -> Phrase? {
        switch column {
        case "kind": Phrase("report-column.kind", "kind")
        case "name": Phrase("report-column.name", "measure")
        case "status": Phrase("report-column.status", "state")
        case "level": Phrase("report-column.level", "level")
        case "reason": Phrase("report-column.reason", "reason")
        case "value": Phrase("report-column.value", "value")
        case "target": Phrase("report-column.target", "target")
        case "condition": Phrase("report-column.condition", "must be")
        case "count": Phrase("report-column.count", "count")
        case "rating": Phrase("report-column.rating", "stars")
        case "comment": Phrase("report-column.comment", "comment")
        case "response": Phrase("report-column.response", "our answer")
        default: nil
        }
    }
}

/// A flag as people read it.
enum FlagWords {
    static func of(_ flag: Bool) -> Phrase {
        flag ? Phrase("flag.yes", "yes") : Phrase("flag.no", "no")
    }
}
