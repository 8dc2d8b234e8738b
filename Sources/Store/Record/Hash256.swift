import Crypto
import Foundation

/// A SHA-256 digest.
struct Hash256: Hashable, Sendable {
    let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(of bytes: [UInt8]) {
        self.bytes = Array(SHA256.hash(data: bytes))
    }

    var data: Data { Data(bytes) }
    var hex: String { HexText.of(bytes) }
}

/// Bytes as lower-case hexadecimal digits.
package enum HexText {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for anything but pairs of lower-case digits.
    package static func bytes(of text: String) -> [UInt8]? {
        let values = text.utf8.compactMap { digits.firstIndex(of: $0) }
        guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map {
            UInt8(values[$0] << 4 | values[$0 + 1])
        }
    }
}
