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
        if letters * 8 > input.text.count * 7 { return [Hit(.otherLanguage, 0..<0)] }
        var hits: [Hit] = []
        var run: Range<Int>?
        for (number, sentence) in input.sentences.enumerated() {
            meter.count()
            if isForeign[number], isSure(input, number, expected) {
                run = (run?.lowerBound ?? sentence.range.lowerBound)..<sentence.range.upperBound
            } else if let found = run {
                hits.append(Hit(.otherLanguage, trimmed(found, input)))
                run = nil
            }
        }
        if let run { hits.append(Hit(.otherLanguage, trimmed(run, input))) }
        let notes = ForeignScript(text: input.folded, expected: expected).runs(meter: &meter)
        hits += notes.map { Hit(.otherLanguage, input.folded.origin(of: $0)) }
        return hits
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
