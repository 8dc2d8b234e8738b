/// Terms in two parts with other words between them: "nehmen … zurück", "把 … 删".
///
/// Each part is a term of a concept that nobody can name; where both stand in one sentence, in this
/// order and near each other, they are one term.
struct SplitTerms: Sendable {
    private struct Second {
        var part: Int16
        var concept: Concept
        var languages: TextLanguages
    }

    /// What may follow a first part.
    private var seconds: [Int16: [Second]] = [:]
    private var parts: Set<Int16> = []

    /// Most letters between the two parts.
    private static let reach = 44
    private static let sign = "…"

    /// Lists without terms in two parts, and a list for each part.
    static func apart(_ terms: [LexiconTerm]) -> [LexiconTerm] {
        terms.flatMap { term in
            guard term.list.contains(sign) else { return [term] }
            let entries = entries(term)
            var whole = term
            whole.list = entries.filter { !$0.contains(sign) }.joined(separator: ",")
            return [whole]
                + entries.compactMap(pair).flatMap { pair in
                    [pair.first, pair.second].map { name in
                        var part = term
                        part.concept = name
                        part.list = name.replacing(sign, with: "")
                        return part
                    }
                }
        }
    }

    /// Learns which parts belong together; `numbers` knows the lists of `apart`.
    mutating func add(_ terms: [LexiconTerm], _ numbers: [String: Int16]) {
        for term in terms where term.list.contains(Self.sign) {
            guard let concept = numbers[term.concept] else { continue }
            for pair in Self.entries(term).compactMap(Self.pair) {
                guard let first = numbers[pair.first], let second = numbers[pair.second] else {
                    continue
                }
                parts.formUnion([first, second])
                let entry = Second(
                    part: second, concept: Concept(number: concept), languages: term.languages)
                seconds[first, default: []].append(entry)
            }
        }
    }

    /// Puts parts together and leaves out those that stay alone. `hits` are in order of their start.
    func tied(
        _ hits: [ConceptHit], sentences: [Sentence], keepingWhole exceptions: Set<Int16>,
        meter: inout StepMeter
    ) -> [ConceptHit] {
        var result: [ConceptHit] = []
        var sentence = 0
        for (place, hit) in hits.enumerated() {
            meter.count()
            guard parts.contains(hit.concept.number) else {
                result.append(hit)
                continue
            }
            guard let seconds = seconds[hit.concept.number] else { continue }
            while sentence + 1 < sentences.count,
                sentences[sentence].range.upperBound <= hit.range.lowerBound
            {
                sentence += 1
            }
            let end = min(
                sentences[sentence].range.upperBound, hit.range.upperBound + Self.reach)
            for other in hits[(place + 1)...] {
                meter.count()
                guard other.range.lowerBound < end else { break }
                guard other.range.lowerBound >= hit.range.upperBound else { continue }
                for second in seconds
                where second.part == other.concept.number
                    && !second.languages.isDisjoint(with: hit.languages)
                {
                    var tied = ConceptHit(
                        concept: second.concept, range: hit.range, languages: second.languages,
                        isMasked: hit.isMasked || other.isMasked)
                    if exceptions.contains(second.concept.number) {
                        tied.range = hit.range.lowerBound..<other.range.upperBound
                    } else {
                        tied.tail = other.range
                    }
                    result.append(tied)
                }
            }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func entries(_ term: LexiconTerm) -> [String] {
        term.list.split(whereSeparator: { $0 == "," || $0 == "\n" }).map(String.init)
    }

    /// Names of the two parts of a term; nil for a term in one piece.
    private static func pair(_ entry: String) -> (first: String, second: String)? {
        let parts = entry.split(separator: sign, omittingEmptySubsequences: true)
        guard parts.count == 2 else { return nil }
        let first = PhraseTrie.trimmed(parts[0])
        let second = PhraseTrie.trimmed(parts[1])
        return (first + sign, sign + second)
    }
}
