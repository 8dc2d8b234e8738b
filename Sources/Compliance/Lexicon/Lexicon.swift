/// The desk's lexicon: terms of eight languages by concept (compliance section 6).
///
/// A `*` lets a term go on to the end of its word. Case, accents and width do not matter.
enum Lexicon {
    static let trie = PhraseTrie(channels + verbs + numbersAndPlaces)

    /// All terms in `text`, ordered by where they start.
    static func hits(in text: NormalizedText, meter: inout StepMeter) -> [ConceptHit] {
        var hits: [ConceptHit] = []
        for index in text.indices {
            meter.count()
            trie.matches(in: text, at: index, meter: &meter) { concept, range in
                hits.append(ConceptHit(concept: concept, range: range))
            }
        }
        return hits
    }
}
