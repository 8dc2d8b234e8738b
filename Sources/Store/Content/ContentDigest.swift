import Crypto

/// SHA-256 in lower-case hex: what binds a row to its content.
package enum ContentDigest {
    /// Digest of a text's UTF-8 bytes.
    package static func of(_ text: String) -> String {
        of(Array(text.utf8))
    }

    /// Digest of bytes.
    package static func of(_ bytes: [UInt8]) -> String {
        hex(SHA256.hash(data: bytes))
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
