import Foundation

/// Just enough of MIME to write the platform's mails.
enum MimeWriting {
    /// A header value; words beyond ASCII are encoded (RFC 2047), folded below 75 letters.
    static func headerText(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 128 && $0 >= 32 }) else { return text }
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars where scalar.value >= 32 {
            if word.utf8.count + UTF8.width(scalar) > 42 {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        words.append(word)
        return words.map { "=?UTF-8?B?\(base64($0.utf8))?=" }.joined(separator: "\r\n ")
    }

    /// A part of UTF-8 text in base64, lines of 76.
    static func textPart(_ type: String, _ text: String) -> String {
        let encoded = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return "Content-Type: \(type); charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + encoded + "\r\n"
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func base64(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
    }
}
