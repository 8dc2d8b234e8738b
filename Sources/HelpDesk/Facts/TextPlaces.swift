/// Places in a text, as UTF-8 bytes.
enum TextPlaces {
    struct Token: Hashable {
        var text: String
        var range: Range<Int>
    }

    /// Where `part` stands and is no piece of a longer word or number.
    static func whole(_ part: String, in text: String) -> [Range<Int>] {
        let text = Array(text.utf8)
        let part = Array(part.utf8)
        guard !part.isEmpty, part.count <= text.count else { return [] }
        var places: [Range<Int>] = []
        var start = 0
        while start + part.count <= text.count {
            let end = start + part.count
            if text[start] == part[0], text[start..<end].elementsEqual(part),
                isEdge(text, before: start, part[0]),
                isEdge(text, after: end, part[part.count - 1])
            {
                places.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return places
    }

    private static func isEdge(_ text: [UInt8], before index: Int, _ first: UInt8) -> Bool {
        index == 0 || !(isWord(text[index - 1]) && isWord(first))
    }

    private static func isEdge(_ text: [UInt8], after index: Int, _ last: UInt8) -> Bool {
        index == text.count || !(isWord(text[index]) && isWord(last))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static let shortestCode = 8
    private static let longestCode = 40

    /// Runs of letters and digits with at least four digits: what numbers of parcels look like.
    static func codes(in text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || !isWord(bytes[index]) {
            let run = bytes[start..<index]
            if (shortestCode...longestCode).contains(run.count),
                run.count(where: { (48...57).contains($0) }) >= 4
            {
                tokens.append(
                    Token(text: String(decoding: run, as: UTF8.self), range: start..<index))
            }
            start = index + 1
        }
        return tokens
    }

    /// Edits between two codes (insert, delete, replace); nil beyond `atMost`.
    static func distance(_ one: String, _ other: String, atMost: Int) -> Int? {
        let one = Array(one.utf8)
        let other = Array(other.utf8)
        guard abs(one.count - other.count) <= atMost else { return nil }
        var row = Array(0...other.count)
        for (line, sign) in one.enumerated() {
            var before = row[0]
            row[0] = line + 1
            for column in other.indices {
                let cost = before + (sign == other[column] ? 0 : 1)
                before = row[column + 1]
                row[column + 1] = min(cost, before + 1, row[column] + 1)
            }
        }
        return row[other.count] <= atMost ? row[other.count] : nil
    }
}

extension TextScript {
    /// Whether a name is written in Latin letters.
    static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
    }
}
