import Crypto
import Foundation

/// Digests that stand in the record for what must not stand there: aliases, tokens, message ids.
/// Keyed, so that nobody without the installation's key can try candidates.
package struct DeskDigests: Sendable {
    private let key: SymmetricKey

    /// `key` is secret to the installation and never changes.
    package init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// A keyed digest of `text` for one purpose; the same text has another digest elsewhere.
    package func keyed(_ purpose: String, _ text: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("\(purpose)\u{0}\(text)".utf8), using: key)
        return Self.hex(code)
    }

    /// SHA-256 in lower-case hex, which binds a row to its content.
    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
