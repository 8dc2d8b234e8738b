import HelpDesk

/// Makes findings of hits: with the rule's severity, and with what one key would change.
struct FindingMender {
    private let input: LintInput
    private let scope: FixScope
    private let echo: BuyerEcho
    private let quoted: QuotedWords
    private let language: String
    /// Where the texts of fixes stand already, looked up once for each.
    private var known: [String: [Range<Int>]] = [:]

    init(input: LintInput, meter: inout StepMeter) {
        self.input = input
        echo = BuyerEcho(input.context, book: input.book, meter: &meter)
        quoted = QuotedWords(input, echo: echo, meter: &meter)
        scope = FixScope(input: input)
        language = input.fixLanguage
    }

    /// Nil when the rule does not look at this kind of message.
    mutating func finding(for hit: Hit, meter: inout StepMeter) -> Finding? {
        meter.count()
        guard let rule = input.book.rule(hit.rule.code),
            let gravity = rule.severity(in: input.context)
        else { return nil }
        // Whoever repeats the buyer's own words gives nothing away.
        let severity =
            echo.excuses(hit, in: input, meter: &meter)
            ? .advise : quoted.gravity(of: hit, else: min(gravity, hit.most), meter: &meter)
        // What is probably meant otherwise needs no other words.
        let isMeantOtherwise = hit.arguments?["unlike"] != nil
        let fix = isMeantOtherwise ? nil : hit.fix ?? fix(rule.fix, hit.origin, meter: &meter)
        return Finding(
            rule: rule.code, category: hit.rule.category ?? rule.category, severity: severity,
            start: hit.origin.lowerBound, end: hit.origin.upperBound,
            text: String(decoding: input.bytes(hit.origin), as: UTF8.self),
            suggestion: fix?.text, fixRange: fix?.range, words: rule.words,
            arguments: hit.arguments)
    }

    private mutating func fix(
        _ fix: LintFix, _ origin: Range<Int>, meter: inout StepMeter
    ) -> (range: Range<Int>, text: String)? {
        guard !origin.isEmpty else { return nil }
        switch fix {
        case .none: return nil
        case .delete: return (scope.deletion(of: origin), "")
        case .slot: return (scope.slotDeletion(of: origin), "")
        case .replace(let name):
            return input.book.fixText(name, in: language).map { (origin, $0) }
        case .sentence(let name):
            let sentence = scope.sentences(around: origin)
            let text = name.flatMap { input.book.fixText($0, in: language) } ?? ""
            // What the answer says already is not said again.
            guard !text.isEmpty, !says(text, outside: sentence, meter: &meter) else {
                return (scope.deletion(of: sentence), "")
            }
            return (sentence, text)
        }
    }
}

extension FindingMender {
    /// Whether the text says `words` elsewhere than in `place`.
    private mutating func says(
        _ words: String, outside place: Range<Int>, meter: inout StepMeter
    ) -> Bool {
        let places = known[words] ?? input.places(of: Array(words.utf8), meter: &meter)
        known[words] = places
        let first = places.partitioningIndex { $0.upperBound > place.lowerBound }
        return first > 0 || places.contains { $0.lowerBound >= place.upperBound }
    }
}

extension LintInput {
    /// Where bytes stand in the text; a few places are as good as all.
    fileprivate func places(of needle: [UInt8], meter: inout StepMeter) -> [Range<Int>] {
        meter.count(byteCount)
        var places: [Range<Int>] = []
        var start = 0
        while start + needle.count <= byteCount, places.count < 2 {
            let isHere = bytes(start..<start + needle.count).elementsEqual(needle)
            if isHere { places.append(start..<start + needle.count) }
            start += isHere ? needle.count : 1
        }
        return places
    }

    /// The language in which a fix speaks: the buyer's, else the text's.
    fileprivate var fixLanguage: String {
        let asked = TextLanguages(context.language)
        let chosen = asked.isEmpty || asked == .all ? languages.main : asked
        return TextLanguages.codes.first { TextLanguages(code: $0) == chosen } ?? "en"
    }
}
