/// All terms of the lexicon in one tree: one pass finds every term, at most one walk of the
/// longest term's length from each letter.
struct PhraseTrie: Sendable {
    private struct Step: Hashable {
        var node: Int32
        var scalar: Unicode.Scalar
    }

    private struct Ending {
        var concept: Concept
        var languages: TextLanguages
        /// A stem may go on to the end of its word.
        var isStem: Bool
    }

    /// A term that stands in a text.
    struct Match {
        var concept: Concept
        var languages: TextLanguages
        var range: Range<Int>
        /// Something other than its letters was read over.
        var isMasked: Bool
    }

    private var steps: [Step: Int32] = [:]
    private var endings: [[Ending]] = [[]]

    /// Letters of the longest match: a term and the rest of its word.
    static let longestMatch = 80

    /// Each list holds terms between commas or line breaks.
    init(_ terms: [(Concept, TextLanguages, String)]) { insert(terms) }

    /// The same tree with more terms.
    func adding(_ terms: [(Concept, TextLanguages, String)]) -> PhraseTrie {
        var trie = self
        trie.insert(terms)
        return trie
    }

    private mutating func insert(_ terms: [(Concept, TextLanguages, String)]) {
        for (concept, languages, list) in terms {
            for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                insert(Self.trimmed(entry), as: concept, in: languages)
            }
        }
    }

    /// Adds each term that starts at `start` and keeps the borders of words; `disguises` says what
    /// may be read over, nil for nothing.
    func match(
        _ text: NormalizedText, at start: Int, _ disguises: WordDisguises?,
        into found: inout [Match], meter: inout StepMeter
    ) {
        let scalar = text[start]
        if scalar.isSpacedWordScalar, start > 0, text[start - 1].isSpacedWordScalar { return }
        let first = found.count
        var open: [Walk] = []
        var next: Walk? = Walk(node: 0, index: start)
        // A text may hold many disguises; a term holds few.
        var walks = 0
        while let walk = next, walks < Self.mostWalks {
            walks += 1
            follow(walk, in: text, disguises, start: start, open: &open, meter: &meter) {
                match in
                let isKnown =
                    walks > 1
                    && found[first...].contains {
                        $0.concept == match.concept && $0.range == match.range
                            && $0.languages == match.languages
                    }
                if !isKnown { found.append(match) }
            }
            next = open.popLast()
        }
    }

    private static let mostWalks = 64

    /// Letters that a term needs before what was read over is believed.
    private enum Least {
        static let word = 4
        static let kana = 3
        static let traditional = 2
    }

    /// A way through the tree and the text.
    private struct Walk {
        var node: Int32
        var index: Int
        /// Letters and digits that the term has so far.
        var letters = 0
        /// Letters that the term must have for what was read over.
        var needed = 0
        var isMasked = false

        /// The same way behind `count` scalars that are read over.
        func over(_ count: Int, needing least: Int, isMasked: Bool = true) -> Walk {
            var walk = self
            walk.index += count
            walk.needed = max(needed, least)
            walk.isMasked = self.isMasked || isMasked
            return walk
        }
    }

    /// Follows the letters as they are, and leaves each other reading in `open`.
    private func follow(
        _ walk: Walk, in text: NormalizedText, _ disguises: WordDisguises?, start: Int,
        open: inout [Walk], meter: inout StepMeter, found: (Match) -> Void
    ) {
        var walk = walk
        while walk.index < text.count, walk.index - start < Self.longestMatch {
            meter.count()
            if let kind = disguises?[walk.index] {
                read(kind, walk, in: text, start: start) { other in
                    open.append(other)
                    report(other, text, start: start, meter: &meter, found: found)
                }
            }
            let scalar = text[walk.index]
            let simplified = WordDisguises.simplified(scalar)
            if simplified != scalar,
                let next = steps[Step(node: walk.node, scalar: simplified)]
            {
                var other = walk.over(1, needing: Least.traditional, isMasked: false)
                other.node = next
                other.letters += 1
                open.append(other)
                report(other, text, start: start, meter: &meter, found: found)
            }
            guard let next = steps[Step(node: walk.node, scalar: scalar)] else { return }
            walk.node = next
            walk.index += 1
            if !scalar.isBlank { walk.letters += 1 }
            report(walk, text, start: start, meter: &meter, found: found)
        }
    }

    /// Calls `way` for each way that goes on behind a disguise.
    private func read(
        _ kind: WordDisguises.Kind, _ walk: Walk, in text: NormalizedText, start: Int,
        way: (Walk) -> Void
    ) {
        func step(_ scalar: Unicode.Scalar, _ other: @autoclosure () -> Walk) {
            guard let next = steps[Step(node: walk.node, scalar: scalar)] else { return }
            var other = other()
            other.node = next
            if scalar != " " { other.letters += 1 }
            way(other)
        }
        switch kind {
        case .figure(let one, let two):
            step(one, walk.over(1, needing: Least.word))
            if let two { step(two, walk.over(1, needing: Least.word)) }
        case .kana(let other):
            step(other, walk.over(1, needing: Least.kana, isMasked: false))
        case .again(let count) where walk.index > start:
            way(walk.over(count, needing: Least.word))
        case .signs(let count, let least) where walk.index > start:
            way(walk.over(count, needing: least))
        case .quote where walk.index > start:
            way(walk.over(1, needing: 0, isMasked: false))
        case .tie where walk.index > start:
            let isHyphen = text[walk.index] == "-" || text[walk.index] == "/"
            step(" ", walk.over(1, needing: Least.word, isMasked: !isHyphen))
            way(walk.over(1, needing: Least.word, isMasked: !isHyphen))
        default: break
        }
    }

    private func report(
        _ walk: Walk, _ text: NormalizedText, start: Int, meter: inout StepMeter,
        found: (Match) -> Void
    ) {
        guard walk.letters >= walk.needed else { return }
        for ending in endings[Int(walk.node)] {
            guard let end = wordEnd(in: text, at: walk.index, ending, meter: &meter) else {
                continue
            }
            found(
                Match(
                    concept: ending.concept, languages: ending.languages, range: start..<end,
                    isMasked: walk.isMasked))
        }
    }

    private func wordEnd(
        in text: NormalizedText, at index: Int, _ ending: Ending, meter: inout StepMeter
    ) -> Int? {
        guard text[index - 1].isSpacedWordScalar, let next = text.scalar(at: index),
            next.isSpacedWordScalar
        else { return index }
        guard ending.isStem else {
            // A number may follow a name without a space: "qq88123456".
            return next.isASCIIDigit && !text[index - 1].isASCIIDigit ? index : nil
        }
        var end = index
        while end < text.count, end - index < 16, text[end].isSpacedWordScalar {
            meter.count()
            end += 1
        }
        return end
    }

    private mutating func insert(
        _ entry: String, as concept: Concept, in languages: TextLanguages
    ) {
        let isStem = entry.hasSuffix("*")
        let term = Self.withoutNeedlessBlanks(
            NormalizedText.foldedTerm(isStem ? String(entry.dropLast()) : entry))
        guard !term.isEmpty else { return }
        var node: Int32 = 0
        for scalar in term {
            let step = Step(node: node, scalar: scalar)
            if let next = steps[step] {
                node = next
            } else {
                let next = Int32(endings.count)
                endings.append([])
                steps[step] = next
                node = next
            }
        }
        // A term that two lists hold means its concept in both their languages.
        let same = endings[Int(node)].firstIndex { $0.concept == concept && $0.isStem == isStem }
        if let same {
            endings[Int(node)][same].languages.formUnion(languages)
        } else {
            let ending = Ending(concept: concept, languages: languages, isStem: isStem)
            endings[Int(node)].append(ending)
        }
    }

    /// As the joined layer writes it.
    private static func withoutNeedlessBlanks(_ term: [Unicode.Scalar]) -> [Unicode.Scalar] {
        term.indices.filter { index in
            guard term[index] == " ", index > 0, index + 1 < term.count else { return true }
            return !NormalizedText.needsNoBlank(between: term[index - 1], and: term[index + 1])
        }.map { term[$0] }
    }

    static func trimmed(_ entry: Substring) -> String {
        var entry = entry
        while entry.first == " " { entry.removeFirst() }
        while entry.last == " " { entry.removeLast() }
        return String(entry)
    }
}
