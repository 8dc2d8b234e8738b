/// Facts that stand in a letter whatever its language: order numbers, codes, numbers, links.
package enum TextFacts {
    /// In the order of the text, each once. Numbers below ten are left out: languages write them
    /// as words.
    package static func of(_ text: String) -> [String] {
        var facts: [String] = []
        var seen: Set<String> = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let token = trimmed(piece)
            guard isFact(token), seen.insert(key(token)).inserted else { continue }
            facts.append(String(token))
        }
        return facts
    }

    /// Facts of `original` that `text` does not have. Amounts may be written another way.
    package static func lost(from original: String, in text: String) -> [String] {
        let whole = digits(of: text)
        let present = Set(of(text).map { key($0[...]) })
        return of(original).filter { fact in
            !present.contains(key(fact[...])) && !whole.contains(key(fact[...]))
        }
    }

    private static func trimmed(_ piece: Substring) -> Substring {
        var piece = piece
        while let last = piece.last, !last.isLetter, !last.isNumber { piece.removeLast() }
        while let first = piece.first, !first.isLetter, !first.isNumber { piece.removeFirst() }
        return piece
    }

    private static func isFact(_ token: Substring) -> Bool {
        if token.hasPrefix("https://") || token.hasPrefix("http://") { return true }
        return token.count { $0.isASCII && $0.isNumber } >= 2
    }

    /// What counts of a fact: a link as it is, of others the digits. Codes keep their letters.
    private static func key(_ token: Substring) -> String {
        if token.hasPrefix("http") { return String(token) }
        let digits = token.filter { $0.isASCII && $0.isNumber }
        let letters = token.filter { $0.isASCII && $0.isLetter }
        return digits.count >= 4 && !letters.isEmpty ? (letters + digits).uppercased() : digits
    }

    /// All runs of digits of a text, separators within numbers dropped: scripts without spaces
    /// write words right beside them.
    private static func digits(of text: String) -> Set<String> {
        var runs: Set<String> = []
        var run = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character.isASCII, character.isNumber {
                run.append(character)
            } else if ".,-:/'’\u{202F}\u{A0}".contains(character), !run.isEmpty,
                index + 1 < characters.count, characters[index + 1].isASCII,
                characters[index + 1].isNumber
            {
                continue
            } else {
                if !run.isEmpty { runs.insert(run) }
                run = ""
            }
        }
        if !run.isEmpty { runs.insert(run) }
        return runs
    }
}
