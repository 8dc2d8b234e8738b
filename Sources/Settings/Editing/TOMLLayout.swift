/// Where tables, keys and values stand in a TOML text, by byte. Finds places only; whether the text
/// is TOML at all is for the parser to say.
struct TOMLLayout {
    struct Entry {
        var key: String
        var value: Range<Int>
        /// After the line's end, its comment included.
        var end: Int
    }

    struct Table {
        var name: String
        var isElement: Bool
        var entries: [Entry] = []
        /// After the last line that belongs to the table: its header or an entry.
        var end: Int
    }

    /// The first one is the file's top, which has no name.
    private(set) var tables = [Table(name: "", isElement: false, end: 0)]
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) {
        bytes = text
        while position < bytes.count { readLine() }
    }

    private mutating func readLine() {
        skipBlanks()
        switch current {
        case nil: return
        case newline?: position += 1
        case UInt8(ascii: "#")?: skipLine()
        case UInt8(ascii: "[")?: readHeader()
        default: readEntry()
        }
    }

    private mutating func readHeader() {
        let isElement = bytes.dropFirst(position + 1).first == UInt8(ascii: "[")
        let start = position + (isElement ? 2 : 1)
        let rest = bytes[min(start, bytes.count)...]
        let name = rest.prefix { $0 != UInt8(ascii: "]") && $0 != newline }
        skipLine()
        tables.append(
            Table(name: Self.bare(name), isElement: isElement, end: position))
    }

    private mutating func readEntry() {
        let key = bytes[position...].prefix { $0 != UInt8(ascii: "=") && $0 != newline }
        position += key.count
        guard current == UInt8(ascii: "=") else { return skipLine() }
        position += 1
        skipBlanks()
        let start = position
        skipValue()
        let value = start..<trimmedEnd(from: start)
        skipLine()
        let index = tables.count - 1
        tables[index].entries.append(Entry(key: Self.bare(key), value: value, end: position))
        tables[index].end = position
    }

    /// Moves to the line's end or comment, over strings, lists and inline tables.
    private mutating func skipValue() {
        var depth = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                position += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                position += 1
            case UInt8(ascii: "#"):
                guard depth > 0 else { return }
                skipLine()
            case newline:
                guard depth > 0 else { return }
                position += 1
            default: position += 1
            }
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let triple = [quote, quote, quote]
        let isLong = bytes[position...].starts(with: triple)
        position += isLong ? 3 : 1
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position = min(position + 2, bytes.count)
            } else if byte == quote, !isLong || bytes[position...].starts(with: triple) {
                position += isLong ? 3 : 1
                return
            } else if byte == newline, !isLong {
                return
            } else {
                position += 1
            }
        }
    }

    private func trimmedEnd(from start: Int) -> Int {
        var end = position
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return end
    }

    private mutating func skipBlanks() {
        while let byte = current, Self.isBlank(byte) { position += 1 }
    }

    /// To the start of the next line.
    private mutating func skipLine() {
        while let byte = current {
            position += 1
            if byte == newline { return }
        }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
    private var newline: UInt8 { 0x0A }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    private static func bare(_ name: ArraySlice<UInt8>) -> String {
        String(
            decoding: name.filter { !isBlank($0) && $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
    }
}
