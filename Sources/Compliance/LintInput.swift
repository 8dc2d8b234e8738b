import HelpDesk

/// One text, prepared once for all detectors.
final class LintInput: Sendable {
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
    /// Bytes where signs, figures or repeated letters were read over to find a term.
    private let maskedTerms: [Range<Int>]
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
        joined = RunTogether(words: book.lexicon.hidable.vocabulary).apart(joined, meter: &meter)
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
        maskedTerms = Self.union(
            hits.filter(\.isMasked).map { [text] in text.origin(of: $0.range) }, meter: &meter)
        hitRanges = Self.slices(of: hits, by: sentences, meter: &meter)
    }

    /// Words that tie two parts of a sentence together, in order.
    let conjunctions: [Range<Int>]
    /// Those of them that start a statement of its own: no "or".
    let ties: [Range<Int>]
    private static let alternatives: Set<String> = ["or", "oder", "ou", "o"]

    /// The terms that start inside sentence number `sentence`.
    func hits(inSentence sentence: Int) -> ArraySlice<ConceptHit> { hits[hitRanges[sentence]] }

    /// The terms that start inside some sentences in a row.
    func hits(inSentences sentences: ClosedRange<Int>) -> ArraySlice<ConceptHit> {
        hits[
            hitRanges[sentences.lowerBound].lowerBound..<hitRanges[sentences.upperBound].upperBound]
    }

    /// The bytes of the original text in `range`.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { original[range] }

    /// The parts of `range` that a layer read as a word that they do not spell; with `terms` also
    /// terms that stand there in disguise.
    func masked(in range: Range<Int>, terms: Bool) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for list in terms ? [maskedPlaces, maskedTerms] : [maskedPlaces] {
            let first = list.partitioningIndex { $0.upperBound > range.lowerBound }
            places += list[first...].prefix { $0.lowerBound < range.upperBound }
        }
        return places.map { $0.clamped(to: range) }
    }

    var byteCount: Int { original.count }

    /// The byte of the original text at `offset`, or nil.
    func byte(at offset: Int) -> UInt8? {
        original.indices.contains(offset) ? original[offset] : nil
    }

    /// The same places in order, those that touch put together.
    static func union(_ places: [Range<Int>], meter: inout StepMeter) -> [Range<Int>] {
        var union: [Range<Int>] = []
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            meter.count()
            if let last = union.last, place.lowerBound <= last.upperBound {
                let upper = max(last.upperBound, place.upperBound)
                union[union.count - 1] = last.lowerBound..<upper
            } else {
                union.append(place)
            }
        }
        return union
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
    /// How much it stops at most, whatever its rule says.
    let most: Severity
    /// Whether nothing weighs against it.
    let isFirm: Bool
    /// Whether it goes by form alone, without a word that says what it is.
    let isUnsure: Bool

    init(
        _ rule: RuleCode, _ origin: Range<Int>, atMost most: Severity = .block,
        isFirm: Bool = false,
        isUnsure: Bool = false, suggestion: String? = nil, arguments: [String: String]? = nil
    ) {
        self.rule = rule
        self.origin = origin
        self.most = most
        self.isFirm = isFirm
        self.isUnsure = isUnsure
        fix = suggestion.map { (origin, $0) }
        self.arguments = arguments
    }

    init(_ rule: RuleCode, _ origin: Range<Int>, fix: (range: Range<Int>, text: String)?) {
        self.rule = rule
        self.origin = origin
        self.fix = fix
        most = .block
        isFirm = false
        isUnsure = false
        arguments = nil
    }
}
