import Foundation

/// A text body in the transfer encoding that suits it: quoted-printable while it stays mostly
/// readable, base64 for scripts beyond ASCII.
struct TextEncoding {
    let name: String
    let encoded: [UInt8]

    init(_ text: String) {
        let lines = Self.lines(text)
        let total = text.utf8.count
        let wide = text.utf8.reduce(into: 0) { if $1 >= 0x80 { $0 += 1 } }
        if wide * 3 > total {
            name = "base64"
            encoded = Self.base64(Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
        } else {
            name = "quoted-printable"
            encoded = lines.flatMap(Self.quotedPrintable)
        }
    }

    /// Base64 in lines of 76 characters.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let options: Data.Base64EncodingOptions = [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]
        return Array(Data(bytes).base64EncodedData(options: options)) + [0x0D, 0x0A]
    }

    static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }

    /// Lines without their ends; the empty one behind the last line end is left out.
    private static func lines(_ text: String) -> [String] {
        let unified = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var lines = unified.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last == "", lines.count > 1 { lines.removeLast() }
        return lines
    }

    /// RFC 2045 6.7. A `From` at the start of a line is encoded too, since mailboxes mangle it, and
    /// a lone dot, which ends an SMTP message.
    private static func quotedPrintable(_ line: String) -> [UInt8] {
        var output: [UInt8] = []
        var width = 0
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let mangles = index == 0 && (line.hasPrefix("From ") || line.hasPrefix("."))
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain =
                (isBlank && !isLast) || (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "="))
            let piece = isPlain && !mangles ? [byte] : Array("=\(hex(byte))".utf8)
            if width + piece.count > 75 {
                output += Array("=\r\n".utf8)
                width = 0
            }
            output += piece
            width += piece.count
        }
        return output + [0x0D, 0x0A]
    }
}
