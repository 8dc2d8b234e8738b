/// Cuts HTML of mails into tags and text. Forgiving as browsers are, and linear: a search that
/// once ran to the end without a find is not repeated.
struct HTMLTokenizer {
    enum Token {
        case text(Range<Int>)
        case open(name: String, attributes: Range<Int>)
        case close(name: String)
    }

    let bytes: [UInt8]
    private var position = 0
    private var lastGreater: Int
    private var lastQuotes: (double: Int, single: Int)
    private var hasMendedQuote = false

    init(_ html: String) {
        bytes = Array(html.utf8)
        lastGreater = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
        lastQuotes = (
            bytes.lastIndex(of: UInt8(ascii: "\"")) ?? -1,
            bytes.lastIndex(of: UInt8(ascii: "'")) ?? -1
        )
    }

    /// The next token; nil at the end. Comments, declarations and the content of `script`, `style`
    /// and their like are passed over.
    mutating func next() -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<"), position < lastGreater else {
                return text()
            }
            if starts(with: "<!--") {
                skipComment()
            } else if starts(with: "<!") || starts(with: "<?") {
                position = index(of: UInt8(ascii: ">"), from: position) + 1
            } else if let token = tag() {
                return token
            } else {
                return text()
            }
        }
        return nil
    }

    /// From here to the next `<`, this byte included whatever it is.
    private mutating func text() -> Token {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(start..<position)
    }

    private mutating func tag() -> Token? {
        var start = position + 1
        let isClosing = start < bytes.count && bytes[start] == UInt8(ascii: "/")
        if isClosing { start += 1 }
        guard start < bytes.count, Self.isLetter(bytes[start]) else { return nil }
        var end = start
        while end < bytes.count, Self.isName(bytes[end]), end - start < 32 { end += 1 }
        let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        var close = tagEnd(from: end)
        if close == bytes.count, !hasMendedQuote {
            hasMendedQuote = true  // once only: each such scan runs to the end
            close = index(of: UInt8(ascii: ">"), from: end)
        }
        position = min(close + 1, bytes.count)
        if isClosing { return .close(name: name) }
        if Self.unread.contains(name) { skipContent(of: name) }
        return .open(name: name, attributes: end..<min(close, bytes.count))
    }

    private static let unread: Set<String> = [
        "script", "style", "title", "template", "noscript", "svg", "math", "object", "iframe",
    ]

    /// The `>` that ends a tag; one inside a quoted value does not count.
    private func tagEnd(from start: Int) -> Int {
        var cursor = start
        var isValueAhead = false
        while cursor < bytes.count {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: ">") { return cursor }
            if isValueAhead, byte == UInt8(ascii: "\""), cursor < lastQuotes.double {
                cursor = index(of: byte, from: cursor + 1)
            } else if isValueAhead, byte == UInt8(ascii: "'"), cursor < lastQuotes.single {
                cursor = index(of: byte, from: cursor + 1)
            }
            isValueAhead = byte == UInt8(ascii: "=") || (isValueAhead && byte <= 0x20)
            cursor += 1
        }
        return bytes.count
    }

    private mutating func skipComment() {
        var cursor = position + 4
        while cursor + 2 < bytes.count {
            if bytes[cursor] == UInt8(ascii: "-"), bytes[cursor + 1] == UInt8(ascii: "-"),
                bytes[cursor + 2] == UInt8(ascii: ">")
            {
                position = cursor + 3
                return
            }
            cursor += 1
        }
        position = bytes.count
    }

    /// Moves to `</name`, or to the end when that never comes, as browsers do.
    private mutating func skipContent(of name: String) {
        let end = Array("</\(name)".utf8)
        while position < bytes.count {
            position = index(of: UInt8(ascii: "<"), from: position)
            if matches(end, at: position) { return }
            position = min(position + 1, bytes.count)
        }
    }

    private func matches(_ pattern: [UInt8], at start: Int) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for (offset, expected) in pattern.enumerated() {
            let byte = bytes[start + offset]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            guard lower == expected else { return false }
        }
        return true
    }

    private func starts(with pattern: StaticString) -> Bool {
        pattern.withUTF8Buffer { matches(Array($0), at: position) }
    }

    private func index(of byte: UInt8, from start: Int) -> Int {
        var cursor = start
        while cursor < bytes.count, bytes[cursor] != byte { cursor += 1 }
        return cursor
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ":")
    }
}
