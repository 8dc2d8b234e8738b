package import HelpDesk
import TOMLKit

/// Amazon's marketplaces, found by code, id or relay domain.
package struct MarketplaceTable: Sendable {
    package let all: [Marketplace]
    private let byCode: [MarketplaceCode: Marketplace]
    private let byID: [String: Marketplace]
    private let byAliasDomain: [String: Marketplace]
    private let decimalsByCurrency: [String: Int]

    /// Reads a table in TOML; throws the decoder's error when its shape is wrong.
    package init(toml: String) throws {
        let document = try TOMLDecoder().decode(Document.self, from: toml)
        all = document.marketplace
        byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byAliasDomain = Dictionary(
            all.compactMap { entry in entry.aliasDomain.map { ($0, entry) } },
            uniquingKeysWith: { first, _ in first })
        decimalsByCurrency = Dictionary(
            all.map { ($0.currency, $0.currencyDecimals) }, uniquingKeysWith: { first, _ in first })
    }

    /// The table that ships with the desk.
    package static let standard: MarketplaceTable = {
        do {
            return try MarketplaceTable(
                toml: EmbeddedTable.text(PackageResources.marketplaces_toml))
        } catch {
            preconditionFailure("The embedded marketplace table is read by a test: \(error)")
        }
    }()

    /// The marketplace that people write as `code`, such as `DE`.
    package func marketplace(code: MarketplaceCode) -> Marketplace? { byCode[code] }

    /// The marketplace with the platform's id.
    package func marketplace(id: String) -> Marketplace? { byID[id] }

    /// The marketplace whose buyers write from `domain`. The whole host must match, whatever its
    /// case; the older Japanese form with a leading `m.` counts too.
    package func marketplace(aliasDomain domain: String) -> Marketplace? {
        let host = domain.lowercased()
        if let found = byAliasDomain[host] { return found }
        return host.hasPrefix("m.") ? byAliasDomain[String(host.dropFirst(2))] : nil
    }

    /// Digits after the point in amounts of an ISO 4217 currency; two where the table knows no
    /// better.
    package func decimals(ofCurrency currency: String) -> Int { decimalsByCurrency[currency] ?? 2 }

    private struct Document: Decodable {
        var marketplace: [Marketplace]
    }
}
