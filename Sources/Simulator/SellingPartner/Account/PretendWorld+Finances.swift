import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let booksLag = Duration.hours(12)

    /// listTransactions of Finances 2024-06-19, by order.
    mutating func transactions(
        _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let known: Set<String> = [
            "postedAfter", "postedBefore", "marketplaceId", "transactionStatus",
            "relatedIdentifierName", "relatedIdentifierValue", "nextToken",
        ]
        guard Set(request.query.map(\.name)).isSubset(of: known),
            request.parameter("relatedIdentifierName") == "ORDER_ID",
            let value = request.parameter("relatedIdentifierValue")
        else { return .invalid("relatedIdentifierName, relatedIdentifierValue") }
        let entries = books(of: OrderID(value), seller, at: now)
        let half = (entries.count + 1) / 2
        let isSecond = request.parameter("nextToken") != nil
        if isSecond, accounts.pages[request.parameter("nextToken") ?? ""] == nil {
            return .invalid("nextToken")
        }
        var token: String?
        if !isSecond, entries.count > 1 {
            let made = random.hex(40)
            accounts.pages[made] = PretendAccounts.PageMark(
                sellerID: seller.sellerID, offset: half, endsAt: now + .days(1), what: value)
            token = made
        }
        let shown = isSecond ? Array(entries.dropFirst(half)) : Array(entries.prefix(half))
        return PretendResponse(
            .object([
                (
                    "payload",
                    .members([
                        ("nextToken", token.map { .string($0) }),
                        (
                            "transactions",
                            .array(shown.map { Self.transaction($0, value, seller) })
                        ),
                    ])
                )
            ]))
    }

    private func books(
        of id: OrderID, _ seller: PretendSeller, at now: Timestamp
    ) -> [MoneyTransaction] {
        if let set = accounts.finances[seller.sellerID]?[id] { return set }
        guard let order = orders[seller.sellerID]?[id]?.order, let total = order.total,
            order.status == .shipped, now - order.updatedAt > Self.booksLag
        else { return [] }
        return [
            MoneyTransaction(
                transactionID: "T-\(id)-1", type: "Shipment", status: "RELEASED",
                postedAt: order.updatedAt, total: total,
                parts: [MoneyPart(path: "Sales/ProductCharges", amount: total)])
        ]
    }

    private static func transaction(
        _ entry: MoneyTransaction, _ order: String, _ seller: PretendSeller
    ) -> PretendJSON {
        let related = PretendJSON.object([
            ("relatedIdentifierName", .string("ORDER_ID")),
            ("relatedIdentifierValue", .string(order)),
        ])
        return .members([
            (
                "sellingPartnerMetadata",
                .object([
                    ("sellingPartnerId", .string(seller.sellerID)),
                    ("accountType", .string("Standard Orders")),
                    ("marketplaceId", .string(seller.marketplaces.first?.id ?? "")),
                ])
            ),
            ("relatedIdentifiers", .array([related])),
            ("transactionType", .string(entry.type)),
            ("transactionId", .string(entry.transactionID)),
            ("transactionStatus", entry.status.map { .string($0) }),
            ("description", .string("Order Payment")),
            ("postedDate", entry.postedAt.map { .string($0.iso8601) }),
            ("totalAmount", entry.total.map(money)),
            ("breakdowns", .array(entry.parts.map { nested($0.path, $0.amount) })),
        ])
    }

    /// `Sales/Tax` as a breakdown in a breakdown.
    private static func nested(_ path: String, _ amount: Money) -> PretendJSON {
        let names = path.split(separator: "/").map(String.init)
        var result: PretendJSON?
        for name in names.reversed() {
            result = .members([
                ("breakdownType", .string(name)), ("breakdownAmount", money(amount)),
                ("breakdowns", result.map { .array([$0]) }),
            ])
        }
        return result ?? .object([])
    }

    private static func money(_ money: Money) -> PretendJSON {
        .object([
            ("currencyCode", .string(money.currency)), ("currencyAmount", .digits(money.amount)),
        ])
    }
}
