/// The part of a letter that its author wrote for this case: no greeting, no signature, no quote.
enum LetterBody {
    struct Line: Hashable {
        var text: Substring
        /// Where it begins, in UTF-8 bytes of the letter.
        var start: Int
    }

    private static let longestGreeting = 60
    private static let longestSignature = 44

    /// The lines of the own part that are not empty.
    static func lines(of letter: String) -> [Line] {
        var lines: [Line] = []
        var start = 0
        for text in letter.split(separator: "\n", omittingEmptySubsequences: false) {
            if text.hasPrefix("-----") { break }
            lines.append(Line(text: text, start: start))
            start += text.utf8.count + 1
        }
        var paragraphs = lines.split { $0.text.isBlank }.map(Array.init)
        if let first = paragraphs.first?.first, isGreeting(first.text) {
            paragraphs[0].removeFirst()
        }
        var dropped = 0
        while dropped < 2, paragraphs.count > 1, let last = paragraphs.last, isSignature(last) {
            paragraphs.removeLast()
            dropped += 1
        }
        return paragraphs.flatMap { $0 }.filter { !$0.text.hasPrefix(">") }
    }

    /// A short first line that ends in the mark of an address, or in a Japanese title.
    static func isGreeting(_ line: Substring) -> Bool {
        let line = line.trimmed
        guard line.count <= longestGreeting, let last = line.last else { return false }
        return ",:!，：！、様".contains(last) || line.hasSuffix("さま") || line.hasSuffix("您好。")
    }

    /// Closing words, a name, a shop: short lines none of which ends a sentence.
    private static func isSignature(_ paragraph: [Line]) -> Bool {
        paragraph.allSatisfy { line in
            let text = line.text.trimmed
            guard text.count <= longestSignature, let last = text.last else { return false }
            return !".?!。？！".contains(last) || text.hasSuffix("お願いいたします。")
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var part = self
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return part
    }
}

/// Where sentences end.
enum SentenceCut {
    /// The sentences of one line with their marks, without the spaces around them.
    static func sentences(of line: Substring) -> [Range<Substring.Index>] {
        var ranges: [Range<Substring.Index>] = []
        var start: Substring.Index?
        var index = line.startIndex
        while index < line.endIndex {
            let next = line.index(after: index)
            let character = line[index]
            if start == nil, !character.isWhitespace { start = index }
            if let begun = start, ends(character, before: next, in: line) {
                ranges.append(begun..<next)
                start = nil
            }
            index = next
        }
        if let begun = start { ranges.append(begun..<line.endIndex) }
        return ranges
    }

    /// A full stop inside a number or an abbreviation without a space ends nothing.
    private static func ends(
        _ character: Character, before next: Substring.Index, in line: Substring
    ) -> Bool {
        if "。？！".contains(character) { return true }
        guard ".?!".contains(character) else { return false }
        return next == line.endIndex || line[next].isWhitespace
    }
}
