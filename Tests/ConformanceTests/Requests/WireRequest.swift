import ChannelAmazon
import Foundation

/// A call of the client as it goes over the line, taken apart; escaped parts stay escaped.
struct WireRequest: Sendable {
    var method: String
    var path: String
    var query: [(name: String, value: String)]
    var headers: [String: String]
    var body: Json?
    /// A body that is no JSON.
    var hasStrangeBody = false

    init(_ call: OutgoingCall, endpoint: String) {
        method = call.method
        let target = call.url.dropFirst(endpoint.count)
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "")
        query = parts.dropFirst().flatMap { $0.split(separator: "&") }.map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
        }
        headers = Dictionary(
            call.headers.map { ($0.name.lowercased(), $0.value) },
            uniquingKeysWith: { first, _ in first })
        if let bytes = call.body {
            body = try? Json.parse(Data(bytes))
            hasStrangeBody = body == nil
        }
    }

    /// One part of a URL without its escapes; nil when it holds something that had to be escaped.
    static func unescaped(_ text: some StringProtocol) -> String? {
        let isClean = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "-._~%!$'()*;:@/".utf8.contains(byte)
            }
        }
        guard isClean else { return nil }
        return String(text).removingPercentEncoding
    }
}
