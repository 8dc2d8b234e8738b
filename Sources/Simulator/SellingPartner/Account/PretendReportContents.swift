import HelpDesk
import SwiftExtensions

/// Made-up contents of reports: the same seller, orders and day give the same text.
struct PretendReportContents {
    let seller: PretendSeller
    let orders: [Order]
    let now: Timestamp

    /// A number that depends on the seller and a word only.
    private func chance(_ word: String, below limit: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(seller.sellerID)/\(word)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return Int(hash >> 33) % max(limit, 1)
    }

    /// The orders that some thing happened to, about one in `share`.
    private func some(_ word: String, oneIn share: Int) -> [Order] {
        orders.filter { $0.status == .shipped && chance("\(word) \($0.id)", below: share) == 0 }
    }

    private func day(_ instant: Timestamp) -> String { String(instant.iso8601.prefix(10)) }
}

// MARK: Account health

extension PretendReportContents {
    var health: String {
        PretendJSON.object([
            ("accountStatuses", .array(seller.marketplaces.map(accountStatus))),
            ("performanceMetrics", .array(seller.marketplaces.map(metrics))),
        ]).text
    }

    private func accountStatus(_ marketplace: PretendMarketplace) -> PretendJSON {
        .object([("marketplaceId", .string(marketplace.id)), ("status", .string("NORMAL"))])
    }

    private func metrics(_ marketplace: PretendMarketplace) -> PretendJSON {
        let code = marketplace.code.rawValue
        // Day by day the shares move a little, so that there is a trend to see.
        let today = Int(now.seconds / 86_400)
        let late = 18 + (chance("late \(code)", below: 24) + today) % 26
        let defects = 2 + (chance("defect \(code)", below: 5) + today) % 7
        let cancelled = 4 + chance("cancel \(code)", below: 14)
        let tracked = 955 + chance("tracked \(code)", below: 40)
        let isWarned = late >= 40
        return .object([
            ("marketplaceId", .string(marketplace.id)),
            ("lateShipmentRate", share(late, "lateShipmentCount", target: "0.04", "LESS_THAN")),
            (
                "orderDefectRate",
                .object([
                    ("mfn", defectRate(defects, "mfn")), ("afn", defectRate(1, "afn")),
                ])
            ),
            (
                "preFulfillmentCancellationRate",
                share(cancelled, "cancellationCount", target: "0.025", "LESS_THAN")
            ),
            (
                "validTrackingRate",
                share(
                    tracked, "validTrackingCount", total: "shipmentCount", target: "0.95",
                    "GREATER_THAN")
            ),
            (
                "onTimeDeliveryRate",
                share(
                    930 + chance("time \(code)", below: 60), "onTimeDeliveryCount",
                    total: "shipmentCountWithValidTracking", target: "0.9", "GREATER_THAN")
            ),
            ("listingPolicyViolations", violations(chance("policy \(code)", below: 3))),
            (
                "accountHealthRating",
                .object([
                    ("reportingDateRange", range(180)),
                    ("accountHealthRatingStatus", .string(isWarned ? "WARNED" : "GREAT")),
                ])
            ),
            (
                "warningStates",
                .array([
                    .object([
                        ("warningType", .string("spammingSellerMessaging")),
                        ("status", .string("NONE")),
                    ])
                ])
            ),
        ])
    }

    private func range(_ days: Int64) -> PretendJSON {
        .object([
            ("reportingDateFrom", .string("\(day(now - .days(days)))T00:00Z")),
            ("reportingDateTo", .string("\(day(now - .days(1)))T23:59Z")),
        ])
    }

    /// `thousandths` of a thousand orders.
    private func share(
        _ thousandths: Int, _ count: String, total: String = "orderCount", target: String,
        _ condition: String
    ) -> PretendJSON {
        let goal = Int((Double(target) ?? 0) * 1000)
        let isGood = condition == "LESS_THAN" ? thousandths < goal : thousandths > goal
        return .object([
            ("reportingDateRange", range(30)), (total, .number(1000)),
            (count, .number(thousandths)), ("status", .string(isGood ? "GOOD" : "BAD")),
            ("rate", .digits(Self.decimal(thousandths))), ("targetValue", .digits(target)),
            ("targetCondition", .string(condition)),
        ])
    }

    private func defectRate(_ thousandths: Int, _ shipper: String) -> PretendJSON {
        func part(_ number: Int, _ status: String) -> PretendJSON {
            .object([("count", .number(number)), ("status", .string(status))])
        }
        let status = thousandths < 10 ? "GOOD" : "BAD"
        return .object([
            ("reportingDateRange", range(60)), ("orderCount", .number(1000)),
            ("orderWithDefects", part(thousandths, status)), ("claims", part(1, "NONE")),
            ("chargebacks", part(0, "NONE")), ("negativeFeedback", part(thousandths - 1, "NONE")),
            ("fulfillmentType", .string(shipper)), ("status", .string(status)),
            ("rate", .digits(Self.decimal(thousandths))), ("targetValue", .digits("0.01")),
            ("targetCondition", .string("LESS_THAN")),
        ])
    }

    private func violations(_ count: Int) -> PretendJSON {
        .object([
            ("reportingDateRange", range(180)), ("defectsCount", .number(count)),
            ("status", .string(count == 0 ? "GOOD" : "BAD")), ("targetValue", .number(0)),
            ("targetCondition", .string("EQUALS")),
        ])
    }

    private static func decimal(_ thousandths: Int) -> String {
        let digits = String(thousandths)
        return "0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

// MARK: Feedback and returns

extension PretendReportContents {
    private static let comments = [
        "Arrived late and nobody told me.", "Box was open, item fine.",
        "Not as described, the seller answered quickly.", "Took two weeks.",
    ]

    /// Ratings of one to three stars, as the platform's report has them.
    func feedback(from start: Timestamp?) -> String {
        var lines = [
            [
                "Date", "Rating", "Comments", "Your Response", "Order ID", "Rater Email",
                "Rater Role",
            ].joined(separator: "\t")
        ]
        for order in some("feedback", oneIn: 9) {
            let date = min(order.createdAt + .days(6), now)
            if let start, date < start { continue }
            let words = Self.comments[chance("comment \(order.id)", below: Self.comments.count)]
            lines.append(
                [
                    day(date), "\(1 + chance("stars \(order.id)", below: 3))", words, "",
                    order.id.rawValue, "rater@example.com", "buyer",
                ].joined(separator: "\t"))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static let reasons = ["CR-DEFECTIVE", "CR-UNWANTED_ITEM", "CR-NOT_COMPATIBLE"]

    func returns(from start: Timestamp?) -> String {
        var lines = [
            [
                "Order ID", "Order date", "Return request date", "Return request status",
                "Amazon RMA ID", "Label type", "Currency code", "Return carrier", "Tracking ID",
                "A-to-Z Claim", "ASIN", "Merchant SKU", "Item Name", "Return quantity",
                "Return reason", "Resolution", "Refunded Amount",
            ].joined(separator: "\t")
        ]
        for order in some("return", oneIn: 7) where !order.isFulfilledByPlatform {
            let date = min(order.createdAt + .days(9), now)
            guard let item = order.items.first, start.map({ date >= $0 }) ?? true else { continue }
            let isDone = chance("done \(order.id)", below: 2) == 0
            lines.append(
                [
                    order.id.rawValue, day(order.createdAt), day(date),
                    isDone ? "Completed" : "Approved",
                    "D\(100_000 + chance("rma \(order.id)", below: 899_999))", "AmazonPrePaidLabel",
                    item.unitPrice?.currency ?? "", "Carrier", "TRK\(order.id.rawValue.suffix(7))",
                    "N", item.asin ?? "", item.sku ?? "", item.title, "1",
                    Self.reasons[chance("why \(order.id)", below: Self.reasons.count)],
                    isDone ? "StandardRefund" : "", isDone ? item.unitPrice?.amount ?? "" : "",
                ].joined(separator: "\t"))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

// MARK: Settlements

extension PretendReportContents {
    /// The orders of the span with price and commission; the first line holds their sum.
    func settlement(from start: Timestamp, to end: Timestamp) -> String {
        let head = [
            "settlement-id", "settlement-start-date", "settlement-end-date", "deposit-date",
            "total-amount", "currency", "transaction-type", "order-id", "merchant-order-id",
            "adjustment-id", "shipment-id", "marketplace-name", "amount-type",
            "amount-description", "amount", "fulfillment-id", "posted-date", "posted-date-time",
            "order-item-code", "merchant-order-item-id", "merchant-adjustment-item-id", "sku",
            "quantity-purchased", "promotion-id",
        ]
        let number = "\(11_000_000_000 + Int(end.seconds / 86_400))"
        let currency = seller.marketplaces.first?.currency ?? "EUR"
        var total = ExactAmount.zero
        var lines: [String] = []
        for order in orders where order.createdAt >= start && order.createdAt < end {
            guard let price = order.total, price.currency == currency,
                let gross = ExactAmount(price.amount)
            else { continue }
            for (kind, words, amount) in [
                ("ItemPrice", "Principal", gross),
                ("ItemFees", "Commission", commission(price)),
            ] {
                guard let amount, let sum = total.adding(amount) else { continue }
                total = sum
                lines.append(line(number, order, kind, words, amount))
            }
        }
        let first =
            [
                number, stamp(start), stamp(end), stamp(end + .days(2)), total.description,
                currency,
            ] + Array(repeating: "", count: head.count - 6)
        return ([head.joined(separator: "\t"), first.joined(separator: "\t")] + lines)
            .joined(separator: "\n") + "\n"
    }

    /// An eighth of the price, cut to whole units.
    private func commission(_ price: Money) -> ExactAmount? {
        let whole = Int(price.amount.prefix { $0 != "." }) ?? 0
        return ExactAmount("-\(whole / 8)")
    }

    private func line(
        _ number: String, _ order: Order, _ kind: String, _ words: String, _ amount: ExactAmount
    ) -> String {
        let posted = order.createdAt + .days(1)
        return [
            number, "", "", "", "", "", "Order", order.id.rawValue, "", "", "",
            order.marketplace.flatMap(PretendMarketplace.named)?.name ?? "", kind, words,
            amount.description, order.isFulfilledByPlatform ? "AFN" : "MFN", day(posted),
            stamp(posted), "", "", "", order.items.first?.sku ?? "",
            kind == "ItemPrice" ? "1" : "", "",
        ].joined(separator: "\t")
    }

    private func stamp(_ instant: Timestamp) -> String {
        let text = Timestamp(seconds: instant.seconds).iso8601
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
    }
}
