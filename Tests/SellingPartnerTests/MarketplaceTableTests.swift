import ChannelAmazon
import HelpDesk
import Testing

@Suite struct MarketplaceTableTests {
    private let table = MarketplaceTable.standard

    @Test(arguments: [
        ("US", "ATVPDKIKX0DER", AmazonRegion.northAmerica, "marketplace.amazon.com"),
        ("CA", "A2EUQ1WTGCTBG2", .northAmerica, "marketplace.amazon.ca"),
        ("UK", "A1F83G8C2ARO7P", .europe, "marketplace.amazon.co.uk"),
        ("DE", "A1PA6795UKMFR9", .europe, "marketplace.amazon.de"),
        ("FR", "A13V1IB3VIYZZH", .europe, "marketplace.amazon.fr"),
        ("IT", "APJ6JRA9NG5V4", .europe, "marketplace.amazon.it"),
        ("ES", "A1RKKUPIHCS9HS", .europe, "marketplace.amazon.es"),
        ("JP", "A1VC38T7YXB528", .farEast, "marketplace.amazon.co.jp"),
    ])
    func allThreeLookUpsLeadToTheSame(
        code: String, id: String, region: AmazonRegion, domain: String
    ) throws {
        let found = try #require(table.marketplace(code: MarketplaceCode(code)))
        #expect(found.id == id)
        #expect(found.region == region)
        #expect(table.marketplace(id: id) == found)
        #expect(table.marketplace(aliasDomain: domain.uppercased()) == found)
    }

    @Test func codesIDsAndDomainsAreUnique() {
        #expect(Set(table.all.map(\.code)).count == table.all.count)
        #expect(Set(table.all.map(\.id)).count == table.all.count)
        let domains = table.all.compactMap(\.aliasDomain)
        #expect(Set(domains).count == domains.count)
    }

    @Test(arguments: [
        "marketplace.amazon.de.example.com", "xmarketplace.amazon.de", "amazon.de", "",
        "m.m.marketplace.amazon.co.jp",
    ])
    func lookAlikeHostsAreNobody(domain: String) {
        #expect(table.marketplace(aliasDomain: domain) == nil)
    }

    @Test func olderJapaneseHostCounts() {
        #expect(table.marketplace(aliasDomain: "m.marketplace.amazon.co.jp")?.code == "JP")
    }

    @Test func onlyYenHaveNoDecimals() {
        #expect(table.decimals(ofCurrency: "JPY") == 0)
        #expect(table.decimals(ofCurrency: "EUR") == 2)
        #expect(table.decimals(ofCurrency: "XXX") == 2)
    }

    @Test func brokenTableIsRefused() {
        #expect(throws: (any Error).self) { try MarketplaceTable(toml: "[[marketplace]]") }
    }
}
