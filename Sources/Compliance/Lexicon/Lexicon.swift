import HelpDesk
import TOMLKit

/// The desk's lexicon: terms of seven languages by concept (compliance section 6), from the tables
/// that ship with the desk.
///
/// A `*` lets a term go on to the end of its word. Case, accents and width do not matter.
struct Lexicon: Sendable {
    /// Of each concept by name.
    let numbers: [String: Int16]
    /// Concepts whose hits take away those of another one that lie inside them.
    let exceptions: [Int16: Int16]
    let trie: PhraseTrie
    /// Words that a disguise may hide.
    let hidable: HidableWords

    static var shared: Lexicon { RuleBook.builtIn.lexicon }

    /// Numbers of `own` are the same in every lexicon; those of `more` come after them.
    init(_ own: [LexiconTerm], and more: [LexiconTerm] = []) {
        let terms = own + more
        let first = own.isEmpty ? more : own
        let base = Set(first.map(\.concept)).union(Concept.shapes)
        let names = base.sorted() + Set(more.map(\.concept)).subtracting(base).sorted()
        let places = names.enumerated().map { ($0.element, Int16($0.offset)) }
        let numbers = Dictionary(places, uniquingKeysWith: { first, _ in first })
        self.numbers = numbers
        trie = PhraseTrie(
            terms.compactMap { term in
                numbers[term.concept].map { (Concept(number: $0), term.languages, term.list) }
            })
        var exceptions: [Int16: Int16] = [:]
        for name in names where name.hasSuffix("-not") {
            guard let exception = numbers[name], let concept = numbers[String(name.dropLast(4))]
            else { continue }
            exceptions[exception] = concept
        }
        self.exceptions = exceptions
        hidable = HidableWords(terms)
    }

    /// All terms in `text`, ordered by where they start, whatever their language.
    func hits(in text: NormalizedText, meter: inout StepMeter) -> [ConceptHit] {
        var hits: [ConceptHit] = []
        for index in text.indices {
            meter.count()
            trie.matches(in: text, at: index, meter: &meter) { concept, languages, range in
                hits.append(ConceptHit(concept: concept, range: range, languages: languages))
            }
        }
        return hits
    }

    /// Leaves out terms of languages that are not spoken here, and what an exception covers.
    func spoken(
        _ hits: [ConceptHit], in languages: TextLanguages, meter: inout StepMeter
    ) -> [ConceptHit] {
        let spoken = hits.filter { !$0.languages.isDisjoint(with: languages) }
        let covers = spoken.filter { exceptions[$0.concept.number] != nil }
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
