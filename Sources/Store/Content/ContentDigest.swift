import Crypto

/// SHA-256 in lower-case hex: what binds a row to its content.
package enum ContentDigest {
    /// Digest of a text's UTF-8 bytes.
    package static func of(_ text: String) -> String {
        of(Array(text.utf8))
    }

    /// Digest of bytes.
    package static func of(_ bytes: [UInt8]) -> String {
        HexText.of(SHA256.hash(data: bytes))
    }
}
