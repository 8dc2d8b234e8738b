package import Jobs
import TOMLKit

/// The published rates of the operations, from a data file.
package struct RateLimitTable: Sendable {
    private let limits: [String: RateLimit]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    package init(toml: String) throws {
        let document = try TOMLDecoder().decode(Document.self, from: toml)
        limits = Dictionary(
            document.operation.map {
                ($0.name, RateLimit(ratePerSecond: $0.rate, burst: Double($0.burst)))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The table that ships with the desk.
    package static let standard: RateLimitTable = {
        do {
            return try RateLimitTable(toml: EmbeddedTable.text(PackageResources.rate_limits_toml))
        } catch {
            preconditionFailure("The embedded table of rates is read by a test: \(error)")
        }
    }()

    /// The operation's limit; one call a minute where none is published.
    package func limit(of operation: String) -> RateLimit {
        limits[operation] ?? RateLimit(ratePerSecond: 1.0 / 60, burst: 1)
    }

    /// The operations with a published rate, in alphabetic order.
    package var operations: [String] { limits.keys.sorted() }

    private struct Document: Decodable {
        struct Operation: Decodable {
            var name: String
            var rate: Double
            var burst: Int
        }
        var operation: [Operation]
    }
}
