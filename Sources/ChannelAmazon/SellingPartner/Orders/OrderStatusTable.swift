import HelpDesk
import TOMLKit

/// The platform's words for an order's state, from a data file.
struct OrderStatusTable: Sendable {
    private let statuses: [String: OrderStatus]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    init(toml: String) throws {
        statuses = try TOMLDecoder().decode(Document.self, from: toml).status
    }

    /// The table that ships with the desk.
    static let standard: OrderStatusTable = {
        do {
            return try OrderStatusTable(
                toml: EmbeddedTable.text(PackageResources.order_status_toml))
        } catch {
            preconditionFailure("The embedded table of states is read by a test: \(error)")
        }
    }()

    /// The desk's word; `unknown` for one that the table does not hold.
    func status(_ word: String) -> OrderStatus { statuses[word] ?? .unknown }

    private struct Document: Decodable {
        var status: [String: OrderStatus]
    }
}
