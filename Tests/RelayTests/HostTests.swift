import HelpDesk
import Testing

@testable import ChannelAmazon

struct HostTests {
    static let hosts: MailHosts? = (try? RelayTables.embedded()).map { MailHosts($0.addresses) }

    @Test(arguments: [
        ("marketplace.amazon.com", "US"), ("marketplace.amazon.ca", "CA"),
        ("marketplace.amazon.co.uk", "UK"), ("marketplace.amazon.de", "DE"),
        ("marketplace.amazon.fr", "FR"), ("marketplace.amazon.it", "IT"),
        ("marketplace.amazon.es", "ES"), ("marketplace.amazon.co.jp", "JP"),
        ("m.marketplace.amazon.co.jp", "JP"), ("Marketplace.Amazon.DE", "DE"),
        ("marketplace.amazon.com.br", "BR"), ("marketplace.amazon.nl", "NL"),
        ("marketplace.amazon.de.", "DE"),
    ]) func `knows the relay of each marketplace`(_ host: String, _ code: MarketplaceCode) {
        #expect(Self.hosts?.kind(of: host) == .relay(code))
    }

    @Test(arguments: [
        "amazon.com", "amazon.de", "sellercentral.amazon.co.uk", "eu-west-1.amazonses.com",
        "gc.email.amazon.co.jp",
    ]) func `knows Amazon itself`(_ host: String) {
        #expect(Self.hosts?.kind(of: host) == .platform)
    }

    @Test(arguments: [
        "marketplace.amazon.de.evil.example", "rnarketplace.amazon.de", "marketplace.amaz0n.de",
        "marketplace.arnazon.com", "marketplace-amazon.com", "amazon.com.evil.example",
        "marketplace.amazon.shop", "xmarketplace.amazon.example", "amazn.com", "amazom.de",
        "marketplace.xn--mazon-3ve.de", "myamazon.de", "marketplace.ａmazon.example",
        "rnarketplace.arnazon.co.uk", "secure-amazon.de", "marketplаce.amazon.de",
    ]) func `sees through look-alikes`(_ host: String) {
        #expect(Self.hosts?.kind(of: host) == .lookAlike)
    }

    @Test(arguments: ["example.com", "mail.carrier.example", "gmail.com", "zonama.de", ""])
    func `leaves strangers alone`(_ host: String) {
        #expect(Self.hosts?.kind(of: host) == .foreign)
    }

    @Test(arguments: [
        ("mnchen-3ya", "münchen"), ("bcher-kva", "bücher"), ("wgv71a119e", "日本語"),
    ]) func `reads punycode`(_ label: String, _ text: String) {
        #expect(Punycode.decode(label[...]) == text)
    }

    @Test(arguments: ["!!", "a-\u{7F}", "99999999999999999999", "ü"])
    func `refuses malformed punycode`(_ label: String) {
        #expect(Punycode.decode(label[...]) == nil)
    }
}
