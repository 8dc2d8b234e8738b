/// A reply as originality compares it: in lower case and plain widths, without its greeting,
/// signature and quotes, and without the numbers of its case (helpdesk section 10.7).
package struct ReplyWording: Hashable, Sendable {
    /// One sentence of the reply's own part.
    package struct Sentence: Hashable, Sendable {
        /// Its units with single spaces; equal texts are the same sentence.
        package var text: String
        /// UTF-8 bytes of the reply.
        package var range: Range<Int>
    }

    package var sentences: [Sentence]
    /// Hashes of three neighbouring units: words, or characters where no spaces are written.
    package var shingles: Set<UInt64>
    /// How many units the own part has. A word of thanks is too short to be compared.
    package var length: Int

    /// Fewer units say too little to be called a repetition.
    package static let shortest = 12

    package init(_ reply: String) {
        let own = LetterBody.lines(of: reply)
        var sentences: [Sentence] = []
        var units: [String] = []
        for line in own {
            for range in SentenceCut.sentences(of: line.text) {
                let found = WordingUnits.of(String(line.text[range]))
                guard !found.isEmpty else { continue }
                let text = found.joined(separator: " ")
                let start = line.start + line.text[..<range.lowerBound].utf8.count
                sentences.append(
                    Sentence(text: text, range: start..<start + line.text[range].utf8.count))
                units += found
            }
        }
        self.sentences = sentences
        length = units.count
        shingles = Self.shingles(of: units)
    }

    /// The share of shingles that both have, 0 to 1 (Jaccard). Two replies that are too short to
    /// compare have nothing in common.
    package func likeness(to other: ReplyWording) -> Double {
        guard length >= Self.shortest, other.length >= Self.shortest else { return 0 }
        let common = shingles.intersection(other.shingles).count
        return Double(common) / Double(shingles.count + other.shingles.count - common)
    }

    private static func shingles(of units: [String]) -> Set<UInt64> {
        guard units.count > 2 else { return units.isEmpty ? [] : [hash(units[...])] }
        return Set(units.indices.dropLast(2).map { hash(units[$0..<$0 + 3]) })
    }

    /// FNV-1a. Not Swift's own hashes: they differ from one start to the next.
    private static func hash(_ units: ArraySlice<String>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for unit in units {
            for byte in unit.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01B3
        }
        return hash
    }
}

/// The units that wordings are compared by.
enum WordingUnits {
    /// Words in lower case; ideographs and kana stand alone; numbers and codes, which belong to one
    /// case, are all `0`.
    static func of(_ text: String) -> [String] {
        var units: [String] = []
        var word = ""
        for character in text {
            let plain = narrow(character)
            if TextScript.writesNoSpaces(plain) {
                close(&word, into: &units)
                units.append(String(plain))
            } else if plain.isLetter || plain.isNumber {
                word += plain.lowercased()
            } else if plain != "'" && plain != "’" {
                close(&word, into: &units)
            }
        }
        close(&word, into: &units)
        return units
    }

    private static func close(_ word: inout String, into units: inout [String]) {
        defer { word = "" }
        guard !word.isEmpty else { return }
        let digits = word.count(where: \.isNumber)
        let isCode = digits == word.count || digits >= 4
        // An order number is three of them; one is enough.
        if !isCode {
            units.append(word)
        } else if units.last != "0" {
            units.append("0")
        }
    }

    /// Full-width letters and digits in their plain form.
    private static func narrow(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
            let plain = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(plain)
    }
}

/// Scripts as far as they matter for counting words.
package enum TextScript {
    /// Whether a character belongs to a script without spaces between words.
    package static func writesNoSpaces(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
            || (0x20000...0x3FFFF).contains(scalar)
    }
}
