import HelpDesk

/// What is kept of a machine's draft so that its words are known again: no text, only a digest.
package struct MachineDraftMark: Hashable, Sendable {
    /// SHA-256 of the draft with single spaces.
    package var digest: String
    /// Its UTF-8 bytes; nil for marks of earlier versions, whose digest is of the text as it stood.
    package var length: Int?
    package var engine: String

    init(digest: String, length: Int?, engine: String) {
        self.digest = digest
        self.length = length
        self.engine = engine
    }

    package init(of text: String, by engine: String) {
        let words = text.collapsed()
        self.init(digest: ContentDigest.of(words), length: words.utf8.count, engine: engine)
    }

    /// Whether a letter holds the draft unchanged, alone or between words of somebody's own; line
    /// ends and blanks count for nothing.
    package func isIn(_ letter: String) -> Bool {
        guard let length else { return digest == ContentDigest.of(letter) }
        let bytes = Array(letter.collapsed().utf8)
        guard length > 0, length <= bytes.count else { return false }
        return (0...bytes.count - length).contains { start in
            Self.begins(at: start, in: bytes)
                && ContentDigest.of(Array(bytes[start..<start + length])) == digest
        }
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
