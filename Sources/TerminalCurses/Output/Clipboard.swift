/// Copies by asking the terminal (OSC 52): works across SSH, where no other way does.
enum Clipboard {
    /// The most base64 bytes xterm takes; longer ones are dropped without a word.
    static let limit = 74_994

    enum Route {
        case plain
        /// Wrapped for tmux with `allow-passthrough on`.
        case tmux
        /// GNU screen hands strings on in pieces of at most 768 bytes.
        case screen
    }

    /// The bytes to send; nil when the text is too long.
    static func sequence(_ text: String, route: Route) -> String? {
        let encoded = base64(Array(text.utf8))
        guard encoded.utf8.count <= limit else { return nil }
        switch route {
        case .plain: return "\u{1B}]52;c;\(encoded)\u{1B}\\"
        case .tmux: return "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(encoded)\u{07}\u{1B}\\"
        case .screen: return pieces("\u{1B}]52;c;\(encoded)\u{07}")
        }
    }

    private static func pieces(_ text: String) -> String {
        var rest = text[...]
        var wrapped = ""
        while !rest.isEmpty {
            wrapped += "\u{1B}P\(rest.prefix(760))\u{1B}\\"
            rest = rest.dropFirst(760)
        }
        return wrapped
    }

    /// RFC 4648 section 4, with padding.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for digit in 0..<4 {
                let index = Int(bits >> UInt32(18 - 6 * digit) & 63)
                text.append(digit <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
