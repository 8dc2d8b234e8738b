import HelpDesk

/// One text, prepared once for all detectors.
struct LintInput {
    let context: LintContext
    let book: RuleBook
    /// Width, case, accents and invisible characters folded; blanks as in the text.
    let folded: NormalizedText
    /// White space and letters written apart put together. Detectors speak in its indices.
    let text: NormalizedText
    let sentences: [Sentence]
    let hits: [ConceptHit]
    let languages: SpokenLanguages
    /// The characters of the original text.
    let clusters: [TextCluster]
    /// Bytes that the layers read as a word of the lexicon though they spell something else.
    let maskedPlaces: [Range<Int>]
    private let hitRanges: [Range<Int>]
    private let original: [UInt8]

    init(_ original: String, context: LintContext, book: RuleBook, meter: inout StepMeter) {
        self.context = context
        self.book = book
        self.original = Array(original.utf8)
        clusters = TextCluster.clusters(of: original)
        meter.count(clusters.count)
        folded = NormalizedText.folded(original, meter: &meter)
        var joined = folded.joined(meter: &meter)
        // Letters that stood apart are a word only now.
        joined.replaceLookAlikes(meter: &meter)
        let unmasking = Unmasking(joined, words: book.lexicon.hidable, meter: &meter)
        text = unmasking.text
        maskedPlaces = unmasking.places
        sentences = text.sentences(meter: &meter)
        let lexicon = book.lexicon
        let slots = TemplateSlots(text, meter: &meter)
        let found = lexicon.hits(in: text, meter: &meter).filter { !slots.covers($0.range) }
        languages = SpokenLanguages(
            text: text, sentences: sentences, hits: found, context: context, meter: &meter)
        conjunctions = found.filter { $0.concept == .conjunction }.map(\.range)
        ties = conjunctions.filter { [text] range in
            !Self.alternatives.contains(text.string(range))
        }
        let shapes = text.shapeHits(original: original, meter: &meter)
        hits =
            (lexicon.spoken(
                found, in: languages.all, sentences: sentences, meter: &meter) + shapes)
            .filter { $0.concept != .smallWord && $0.concept != .conjunction }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        hitRanges = Self.slices(of: hits, by: sentences, meter: &meter)
    }

    /// Words that tie two parts of a sentence together, in order.
    let conjunctions: [Range<Int>]
    /// Those of them that start a statement of its own: no "or".
    let ties: [Range<Int>]
    private static let alternatives: Set<String> = ["or", "oder", "ou", "o"]

    /// The terms that start inside sentence number `sentence`.
    func hits(inSentence sentence: Int) -> ArraySlice<ConceptHit> { hits[hitRanges[sentence]] }

    /// The bytes of the original text in `range`.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { original[range] }

    /// Whether a layer read a part of `range` as a word that it does not spell.
    func isMasked(_ range: Range<Int>) -> Bool {
        let place = maskedPlaces.partitioningIndex { $0.upperBound > range.lowerBound }
        return place < maskedPlaces.count && maskedPlaces[place].overlaps(range)
    }

    var byteCount: Int { original.count }

    /// The byte of the original text at `offset`, or nil.
    func byte(at offset: Int) -> UInt8? {
        original.indices.contains(offset) ? original[offset] : nil
    }

    private static func slices(
        of hits: [ConceptHit], by sentences: [Sentence], meter: inout StepMeter
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var next = 0
        for sentence in sentences {
            let first = next
            while next < hits.count, hits[next].range.lowerBound < sentence.range.upperBound {
                meter.count()
                next += 1
            }
            ranges.append(first..<next)
        }
        return ranges
    }
}

/// What a detector found, before overlaps are settled.
struct Hit {
    let rule: RuleCode
    /// Bytes of the original text.
    let origin: Range<Int>
    /// What the detector knows better than the rule: bytes and what to put there.
    let fix: (range: Range<Int>, text: String)?
    /// Values for the sentence, as `Finding` has them.
    let arguments: [String: String]?

    init(
        _ rule: RuleCode, _ origin: Range<Int>, suggestion: String? = nil,
        arguments: [String: String]? = nil
    ) {
        self.rule = rule
        self.origin = origin
        fix = suggestion.map { (origin, $0) }
        self.arguments = arguments
    }

    init(_ rule: RuleCode, _ origin: Range<Int>, fix: (range: Range<Int>, text: String)?) {
        self.rule = rule
        self.origin = origin
        self.fix = fix
        arguments = nil
    }
}
