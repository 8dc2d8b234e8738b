import ChannelAmazon
import Testing

@Suite struct PlatformEndpointTests {
    @Test(arguments: [
        ("https://sellingpartnerapi-eu.amazon.com", "https://sellingpartnerapi-eu.amazon.com"),
        ("https://api.amazon.com/auth/o2/token", "https://api.amazon.com/auth/o2/token"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://localhost:1", "http://localhost:1"), ("http://[::1]:99/a", "http://[::1]:99/a"),
        ("HTTPS://API.Example.com", "https://api.example.com"),
    ])
    func accepted(text: String, expected: String) {
        #expect(PlatformEndpoint(text)?.description == expected)
    }

    @Test(arguments: [
        "http://sellingpartnerapi-eu.amazon.com", "http://127.0.0.1.example.com",
        "http://localhost.example.com", "https://user@example.com", "https://example.com?x=1",
        "https://example.com#x", "ftp://example.com", "example.com", "https://", "https://:443",
        "https://example.com:0", "https://example.com:99999", "https://exa mple.com",
        "https://example.com/\r\nX: y", "http://127.1", "http://1270.0.0.1",
        "https://ex\u{E4}mple.de",
        "http://127.0.0.1\\@example.com",
    ])
    func refused(text: String) {
        #expect(PlatformEndpoint(text) == nil)
    }
}
