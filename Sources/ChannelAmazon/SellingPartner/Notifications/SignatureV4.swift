import Crypto
import SwiftExtensions

/// Keys of an Amazon Web Services user that may read one queue and nothing else.
package struct QueueCredentials: Sendable {
    package var accessKeyID: String
    package var secretKey: Secret
    /// Such as `eu-west-1`.
    package var region: String

    package init(accessKeyID: String, secretKey: Secret, region: String) {
        self.accessKeyID = accessKeyID
        self.secretKey = secretKey
        self.region = region
    }
}

/// Signature Version 4 of Amazon Web Services, for requests whose whole body is at hand.
struct SignatureV4 {
    var accessKeyID: String
    var secretKey: String
    var region: String
    var service: String

    /// The value of the `Authorization` header. `headers` are all that get signed; names in any
    /// case. `path` is escaped once already, as it stands in the request line; `query` likewise.
    func authorization(
        method: String, path: String, query: String, headers: [(name: String, value: String)],
        body: [UInt8], at now: Timestamp
    ) -> String {
        let stamp = SellingPartnerRequest.date(now)
        let day = String(stamp.prefix(8))
        let canonical = canonicalHeaders(headers)
        let names = canonical.map(\.name).joined(separator: ";")
        let request = [
            method, path.isEmpty ? "/" : path, canonicalQuery(query),
            canonical.map { "\($0.name):\($0.value)\n" }.joined(), names, Self.digest(body),
        ].joined(separator: "\n")
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        let text = [
            "AWS4-HMAC-SHA256", stamp, scope, Self.digest(Array(request.utf8)),
        ].joined(separator: "\n")
        let signature = Self.hex(sign(text, day: day))
        return "AWS4-HMAC-SHA256 Credential=\(accessKeyID)/\(scope), "
            + "SignedHeaders=\(names), Signature=\(signature)"
    }

    /// The key is derived day by day, so that a stolen one is worth little.
    private func sign(_ text: String, day: String) -> [UInt8] {
        var key = Array("AWS4\(secretKey)".utf8)
        for part in [day, region, service, "aws4_request", text] {
            let code = HMAC<SHA256>.authenticationCode(
                for: Array(part.utf8), using: SymmetricKey(data: key))
            key = Array(code)
        }
        return key
    }

    /// Names in lower case and in order, values without spaces around them and with single ones
    /// inside.
    private func canonicalHeaders(
        _ headers: [(name: String, value: String)]
    ) -> [(name: String, value: String)] {
        headers.map { header in
            (
                header.name.lowercased(),
                header.value.split(separator: " ").joined(separator: " ")
            )
        }
        .sorted { $0.0 < $1.0 }
    }

    /// Parameters in the order of their escaped names, then values.
    private func canonicalQuery(_ query: String) -> String {
        query.split(separator: "&").map { $0.contains("=") ? String($0) : "\($0)=" }.sorted()
            .joined(separator: "&")
    }

    static func digest(_ bytes: [UInt8]) -> String { hex(Array(SHA256.hash(data: bytes))) }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0\(digits)" : digits
        }
        .joined()
    }
}
