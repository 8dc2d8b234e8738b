import Foundation

/// Text in a header that is not plain ASCII (RFC 2047), as UTF-8 in base64.
enum EncodedWords {
    /// Encoded words of at most 75 characters, no character of the text split between two.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var piece: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if piece.count + bytes.count > 45 {
                words.append(word(piece))
                piece = []
            }
            piece += bytes
        }
        if !piece.isEmpty { words.append(word(piece)) }
        return words
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }
}

/// The `filename` parameter of an attachment: plain, or by RFC 2231 for names beyond ASCII. Never
/// both, since readers then disagree which one counts.
enum FileNameParameter {
    static func lines(_ name: String) -> String {
        let isPlain =
            name.utf8.count <= 60
            && name.utf8.allSatisfy {
                $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
                    && $0 != UInt8(ascii: "%")
            }
        return isPlain ? ";\r\n filename=\"\(name)\"" : extended(name)
    }

    /// In numbered pieces, since one name of 120 wide characters exceeds a line (RFC 2231 section 3).
    private static func extended(_ name: String) -> String {
        var pieces = [""]
        for byte in name.utf8 {
            if pieces[pieces.count - 1].utf8.count > 60 { pieces.append("") }
            pieces[pieces.count - 1] += escaped(byte)
        }
        guard pieces.count > 1 else { return ";\r\n filename*=UTF-8''\(pieces[0])" }
        return pieces.enumerated().map { index, piece in
            ";\r\n filename*\(index)*=\(index == 0 ? "UTF-8''" : "")\(piece)"
        }.joined()
    }

    private static func escaped(_ byte: UInt8) -> String {
        let isPlain =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
        return isPlain ? String(Unicode.Scalar(byte)) : "%" + TextEncoding.hex(byte)
    }
}
