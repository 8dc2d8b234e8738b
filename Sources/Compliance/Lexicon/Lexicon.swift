import HelpDesk
import TOMLKit

/// The desk's lexicon: terms of seven languages by concept (compliance section 6), from the tables
/// that ship with the desk.
///
/// A `*` lets a term go on to the end of its word; `…` stands for other words. Case, accents and width do not matter.
struct Lexicon: Sendable {
    /// Of each concept by name.
    let numbers: [String: Int16]
    /// Concepts whose hits take away those of another one that lie inside them.
    let exceptions: [Int16: Int16]
    let trie: PhraseTrie
    private let splits: SplitTerms
    /// Words that a disguise may hide.
    let hidable: HidableWords

    static var shared: Lexicon { RuleBook.builtIn.lexicon }

    init(_ terms: [LexiconTerm]) {
        let apart = SplitTerms.apart(terms)
        numbers = Self.numbered(Set(apart.map(\.concept)).union(Concept.shapes), after: [:])
        trie = PhraseTrie(Self.entries(apart, numbers))
        var splits = SplitTerms()
        splits.add(terms, numbers)
        self.splits = splits
        exceptions = Self.exceptions(numbers)
        hidable = HidableWords(terms)
    }

    /// A lexicon with the terms of `base` and some more; numbers of `base` stay.
    init(_ base: Lexicon, adding terms: [LexiconTerm]) {
        let apart = SplitTerms.apart(terms)
        let names = Set(apart.map(\.concept)).filter { base.numbers[$0] == nil }
        numbers = Self.numbered(names, after: base.numbers)
        trie = base.trie.adding(Self.entries(apart, numbers))
        var splits = base.splits
        splits.add(terms, numbers)
        self.splits = splits
        exceptions = Self.exceptions(numbers)
        hidable = base.hidable.adding(terms)
    }

    private static func numbered(_ names: Set<String>, after known: [String: Int16])
        -> [String: Int16]
    {
        var numbers = known
        for name in names.sorted() { numbers[name] = Int16(numbers.count) }
        return numbers
    }

    private static func entries(_ terms: [LexiconTerm], _ numbers: [String: Int16])
        -> [(Concept, TextLanguages, String)]
    {
        terms.compactMap { term in
            numbers[term.concept].map { (Concept(number: $0), term.languages, term.list) }
        }
    }

    private static func exceptions(_ numbers: [String: Int16]) -> [Int16: Int16] {
        var exceptions: [Int16: Int16] = [:]
        for (name, number) in numbers where name.hasSuffix("-not") {
            exceptions[number] = numbers[String(name.dropLast("-not".count))]
        }
        return exceptions
    }

    /// All terms in `text`, ordered by where they start, whatever their language.
    func hits(in text: NormalizedText, meter: inout StepMeter) -> [ConceptHit] {
        let disguises = WordDisguises(text, meter: &meter)
        var hits: [ConceptHit] = []
        var found: [PhraseTrie.Match] = []
        for index in text.indices {
            meter.count()
            trie.match(text, at: index, disguises, into: &found, meter: &meter)
            for match in found {
                // Words this small stand for themselves.
                let isSmall = match.concept == .smallWord || match.concept == .conjunction
                if isSmall && match.isMasked { continue }
                hits.append(
                    ConceptHit(
                        concept: match.concept, range: match.range,
                        languages: match.languages, isMasked: match.isMasked))
            }
            found.removeAll(keepingCapacity: true)
        }
        return hits
    }

    /// Leaves out terms of languages that are not spoken here, and what an exception covers; puts
    /// terms in two parts together.
    func spoken(
        _ hits: [ConceptHit], in languages: TextLanguages, sentences: [Sentence],
        meter: inout StepMeter
    ) -> [ConceptHit] {
        let heard = hits.filter { !$0.languages.isDisjoint(with: languages) }
        let spoken = splits.tied(
            heard, sentences: sentences, keepingWhole: Set(exceptions.keys), meter: &meter)
        // What is disguised excuses nothing.
        let covers = spoken.filter { exceptions[$0.concept.number] != nil && !$0.isMasked }
        guard !covers.isEmpty else { return spoken }
        return spoken.filter { hit in
            !isCovered(hit, by: covers, meter: &meter)
        }
    }

    private func isCovered(
        _ hit: ConceptHit, by covers: [ConceptHit], meter: inout StepMeter
    ) -> Bool {
        // Both lists are in order, and no term is longer than this.
        let reach = hit.range.lowerBound - PhraseTrie.longestMatch
        var low = covers.partitioningIndex { $0.range.lowerBound >= reach }
        while low < covers.count, covers[low].range.lowerBound <= hit.range.lowerBound {
            meter.count()
            let cover = covers[low]
            if exceptions[cover.concept.number] == hit.concept.number,
                cover.range.upperBound >= hit.range.upperBound,
                cover.range != hit.range || cover.languages == hit.languages
            {
                return true
            }
            low += 1
        }
        return false
    }
}

extension Array {
    /// The first index whose element is in the second part of an array in two parts.
    func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
