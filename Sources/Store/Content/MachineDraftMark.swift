import HelpDesk

/// What is kept of a machine's draft so that its words are known again: no text, only a digest.
package struct MachineDraftMark: Hashable, Sendable {
    /// SHA-256 of the draft with single spaces.
    package var digest: String
    /// Its UTF-8 bytes; nil for marks of earlier versions, whose digest is of the text as it stood.
    package var length: Int?
    /// The draft's `RollingSum`; nil for marks of earlier versions.
    package var sum: Int?
    package var engine: String

    package init(digest: String, length: Int?, sum: Int?, engine: String) {
        self.digest = digest
        self.length = length
        self.sum = sum
        self.engine = engine
    }

    package init(of text: String, by engine: String) {
        let words = Array(text.collapsed().utf8)
        self.init(
            digest: ContentDigest.of(words), length: words.count, sum: RollingSum.of(words),
            engine: engine)
    }

    /// Whether a letter holds the draft unchanged, alone or between words of somebody's own; line
    /// ends and blanks count for nothing. Only where the sum is the draft's are bytes digested.
    package func isIn(
        _ letter: String, digest: ([UInt8]) -> String = { ContentDigest.of($0) }
    ) -> Bool {
        guard let length else { return self.digest == digest(Array(letter.utf8)) }
        let bytes = Array(letter.collapsed().utf8)
        guard length > 0, length <= bytes.count else { return false }
        var rolling = sum.map { _ in RollingSum(bytes[..<length]) }
        for start in 0...bytes.count - length {
            if start > 0 { rolling?.move(out: bytes[start - 1], in: bytes[start + length - 1]) }
            guard rolling?.value == sum, Self.begins(at: start, in: bytes) else { continue }
            if digest(Array(bytes[start..<start + length])) == self.digest { return true }
        }
        return false
    }

    /// A draft is put in between words: nothing of it begins inside one, or inside a character.
    private static func begins(at place: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[place] & 0xC0 != 0x80 else { return false }
        guard place > 0 else { return true }
        let before = bytes[place - 1]
        let isWord =
            (0x30...0x39).contains(before) || (0x41...0x5A).contains(before & 0xDF)
        return !isWord
    }
}
