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

    /// Calls `found` for each term that starts at `start` and keeps the borders of words.
    func matches(
        in text: NormalizedText, at start: Int, meter: inout StepMeter,
        found: (Concept, TextLanguages, Range<Int>) -> Void
    ) {
        if text[start].isSpacedWordScalar, start > 0, text[start - 1].isSpacedWordScalar { return }
        var node: Int32 = 0
        var index = start
        while index < text.count, let next = steps[Step(node: node, scalar: text[index])] {
            meter.count()
            node = next
            index += 1
            for ending in endings[Int(node)] {
                guard let end = wordEnd(in: text, at: index, ending, meter: &meter) else {
                    continue
                }
                found(ending.concept, ending.languages, start..<end)
            }
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
