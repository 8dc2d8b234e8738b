/// The words of a buyer's message that tell what it is about, and how the buyer wrote them: without
/// names, closing words and the small words that every letter shares.
struct TellingWords: Hashable {
    /// Keys as `WordingClusters.Text` makes them, each with the places where it stands.
    private var places: [String: [Range<Int>]] = [:]
    private var characters: [Character]
    private static let longestName = 30
    private static let mostNameWords = 4

    init(_ text: String, names: [String] = [], longest: Int = WordingWalk.longestQuestion) {
        let walk = WordingWalk(text, longest: longest)
        characters = walk.characters
        let foreign = Set(
            (names + Self.signature(of: text)).flatMap { name in
                WordingWalk(name, longest: longest).words.map(\.folded)
            })
        for word in walk.words
        where !SmallWords.all.contains(word.folded) && !foreign.contains(word.folded) {
            places[word.key, default: []].append(word.range)
        }
    }

    var keys: Set<String> { Set(places.keys) }

    /// How the text writes the words of `keys`, in the order in which they stand there, each once.
    func written(_ keys: some Sequence<String>) -> [String] {
        let ranges = keys.flatMap { places[$0] ?? [] }.map(wholeWord).sorted {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }
        var merged: [Range<Int>] = []
        for range in ranges {
            // Pairs of characters overlap where they are parts of one word.
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        var seen: Set<String> = []
        return merged.map { String(characters[$0]) }.filter {
            seen.insert($0.lowercased()).inserted
        }
    }

    /// A pair of katakana is a part of the word that is written with them.
    private func wholeWord(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        if Self.isKatakana(characters[start]) {
            while start > 0, Self.isKatakana(characters[start - 1]) { start -= 1 }
        }
        if Self.isKatakana(characters[end - 1]) {
            while end < characters.count, Self.isKatakana(characters[end]) { end += 1 }
        }
        return start..<end
    }

    private static func isKatakana(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x30A0...0x30FF).contains(scalar)
    }

    /// The last line of several where it can be a name: a few words that all begin with a capital.
    private static func signature(of text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.isBlank }
        guard lines.count > 1, let last = lines.last, last.count <= longestName else { return [] }
        let words = last.split(whereSeparator: \.isWhitespace)
        let isName =
            words.count <= mostNameWords
            && words.allSatisfy { $0.first?.isUppercase == true }
            && !last.contains { "?!？！。:0123456789".contains($0) }
        return isName ? [String(last)] : []
    }
}
