import HelpDesk

/// One text, prepared once for all detectors.
struct LintInput {
    let context: LintContext
    /// Width, case, accents and invisible characters folded; blanks as in the text.
    let folded: NormalizedText
    /// White space and letters written apart put together. Detectors speak in its indices.
    let text: NormalizedText
    let sentences: [Sentence]
    let hits: [ConceptHit]
    let languages: SpokenLanguages
    /// The characters of the original text.
    let clusters: [TextCluster]
    private let hitRanges: [Range<Int>]
    private let original: [UInt8]

    init(_ original: String, context: LintContext, meter: inout StepMeter) {
        self.context = context
        self.original = Array(original.utf8)
        clusters = TextCluster.clusters(of: original)
        meter.count(clusters.count)
        folded = NormalizedText.folded(original, meter: &meter)
        text = folded.joined(meter: &meter)
        sentences = text.sentences(meter: &meter)
        let lexicon = Lexicon.shared
        let found = lexicon.hits(in: text, meter: &meter)
        languages = SpokenLanguages(
            text: text, sentences: sentences, hits: found, context: context, meter: &meter)
        conjunctions = found.filter { $0.concept == .conjunction }.map(\.range)
        let shapes = text.shapeHits(original: original, meter: &meter)
        hits = (lexicon.spoken(found, in: languages.all, meter: &meter) + shapes)
            .filter { $0.concept != .smallWord && $0.concept != .conjunction }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        hitRanges = Self.slices(of: hits, by: sentences, meter: &meter)
    }

    /// Words that tie two parts of a sentence together, in order.
    let conjunctions: [Range<Int>]

    /// The terms that start inside sentence number `sentence`.
    func hits(inSentence sentence: Int) -> ArraySlice<ConceptHit> { hits[hitRanges[sentence]] }

    /// The bytes of the original text in `range`.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { original[range] }

    var byteCount: Int { original.count }

    /// The byte of the original text at `offset`, or nil.
    func byte(at offset: Int) -> UInt8? {
        original.indices.contains(offset) ? original[offset] : nil
    }

    /// Nil when the rule does not look at this kind of message.
    func finding(for hit: Hit) -> Finding? {
        guard let severity = hit.rule.severity(in: context) else { return nil }
        let origin = hit.origin
        return Finding(
            rule: hit.rule.code, category: hit.rule.category,
            severity: severity, start: origin.lowerBound,
            end: origin.upperBound, text: String(decoding: original[origin], as: UTF8.self),
            suggestion: hit.suggestion
                ?? SuggestedReplacement.text(
                    for: hit.rule.code, language: context.language),
            arguments: hit.arguments)
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
    let rule: LintRule
    /// Bytes of the original text.
    let origin: Range<Int>
    let suggestion: String?
    /// Values for the sentence, as `Finding` has them.
    let arguments: [String: String]?

    init(
        _ rule: LintRule, _ origin: Range<Int>, suggestion: String? = nil,
        arguments: [String: String]? = nil
    ) {
        self.rule = rule
        self.origin = origin
        self.suggestion = suggestion
        self.arguments = arguments
    }
}
