import HelpDesk
import SwiftExtensions

/// Reads the page around the records of searchOrders.
struct OrderPageReader {
    private static let known: Set<String> = [
        "orders", "pagination", "lastUpdatedBefore", "createdBefore",
    ]
    let store: StoreID
    let answer: PlatformAnswer

    /// The page; throws schema drift when it has no list of orders or a token of another type,
    /// since going on would skip orders.
    func page(asked blocks: [OrderBlock]) throws(SyncFailure) -> OrderPage {
        guard let records = answer.document["orders"]?.elements else { throw drift("orders") }
        var page = OrderPage(
            orders: [], quarantined: [], nextToken: try nextToken(), coveredUpTo: coveredUpTo,
            unknownFields: [:], requestID: answer.requestID)
        var reader = OrderReader(store: store)
        for record in records {
            do {
                page.orders.append(try reader.order(record, asked: blocks))
            } catch {
                page.quarantined.append(Self.quarantined(record, error, in: answer))
            }
        }
        page.unknownFields = reader.drift.counts.merging(unknownAround) { $0 + $1 }
        return page
    }

    static func quarantined(
        _ record: JSONValue, _ problem: FieldProblem, in answer: PlatformAnswer
    ) -> QuarantinedRecord {
        QuarantinedRecord(record, problem, raw: answer.raw(record))
    }

    private func nextToken() throws(SyncFailure) -> String? {
        guard let pagination = answer.document["pagination"] else { return nil }
        guard pagination.isObject else { throw drift("pagination") }
        guard let token = pagination["nextToken"] else { return nil }
        guard let text = token.text else { throw drift("pagination.nextToken") }
        return text.isEmpty ? nil : text
    }

    private var coveredUpTo: Timestamp? {
        (answer.document["lastUpdatedBefore"] ?? answer.document["createdBefore"])?.text
            .flatMap(Timestamp.init(iso8601:))
    }

    private var unknownAround: [String: Int] {
        guard case .object(let members) = answer.document.content else { return [:] }
        let unknown = members.map(\.key).filter { !Self.known.contains($0) }
        return Dictionary(
            unknown.map { ("page.\(PlatformText.cleaned($0, limit: 60))", 1) },
            uniquingKeysWith: +)
    }

    private func drift(_ field: String) -> SyncFailure {
        SyncFailure(
            errorClass: .schemaDrift, operation: OrderSearch.operation,
            message: "\(field): missing or retyped", requestID: answer.requestID)
    }
}
