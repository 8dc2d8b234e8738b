import HelpDesk

extension Detector {
    /// LNG-01: a text, or a part left in it, that the buyer does not read.
    static let otherLanguages = Detector(name: "other languages") { input, _, meter in
        let context = input.context
        let asked = TextLanguages(context.language)
        let spoken = input.languages
        let expected = asked.isEmpty || asked == .all ? spoken.main : asked
        guard !expected.isEmpty else { return [] }
        let isForeign = spoken.bySentence.map { !$0.isEmpty && $0 != expected }
        let letters = input.sentences.indices.filter { isForeign[$0] }
            .reduce(0) { $0 + input.sentences[$1].range.count }
        // A whole text in the wrong language has no place to point at.
        if letters * 8 > input.text.count * 7 {
            return [
                Hit(.otherLanguage, 0..<0, arguments: names(spoken.main, besides: expected))
            ]
        }
        var hits: [Hit] = []
        var run: Range<Int>?
        var written: TextLanguages = []
        for (number, sentence) in input.sentences.enumerated() {
            meter.count()
            if isForeign[number], isSure(input, number, expected) {
                run = (run?.lowerBound ?? sentence.range.lowerBound)..<sentence.range.upperBound
                written.formUnion(spoken.bySentence[number])
            } else if let found = run {
                hits.append(hit(found, written, expected, input))
                (run, written) = (nil, [])
            }
        }
        if let run { hits.append(hit(run, written, expected, input)) }
        let notes = ForeignScript(text: input.folded, expected: expected).runs(meter: &meter)
        hits += notes.map { Hit(.otherLanguage, input.folded.origin(of: $0)) }
        if hits.isEmpty {
            let latin = ForeignScript(text: input.folded, expected: expected)
                .latinRuns(input.byte, meter: &meter)
            hits = latin.map { Hit(.otherLanguage, input.folded.origin(of: $0)) }
        }
        return hits
    }

    private static func hit(
        _ range: Range<Int>, _ written: TextLanguages, _ expected: TextLanguages,
        _ input: LintInput
    ) -> Hit {
        Hit(
            .otherLanguage, trimmed(range, input), arguments: names(written, besides: expected))
    }

    /// Both languages by their codes; nil where either is not a single one.
    private static func names(
        _ written: TextLanguages, besides expected: TextLanguages
    ) -> [String: String]? {
        guard let found = written.code, let wanted = expected.code else { return nil }
        return ["written": found, "expected": wanted]
    }

    /// Kanji without kana are not yet Chinese: names and addresses of Japan look so.
    private static func isSure(_ input: LintInput, _ number: Int, _ expected: TextLanguages) -> Bool
    {
        guard expected == .ja, input.languages.bySentence[number] == .zh else { return true }
        let range = input.sentences[number].range
        return range.filter { ForeignScript.chineseOnly.contains(input.text[$0]) }.count >= 2
    }

    private static func trimmed(_ range: Range<Int>, _ input: LintInput) -> Range<Int> {
        var range = range
        while let first = range.first, input.text[first].isBlank { range.removeFirst() }
        while let last = range.last, input.text[last].isBlank { range.removeLast() }
        return input.text.origin(of: range)
    }
}
