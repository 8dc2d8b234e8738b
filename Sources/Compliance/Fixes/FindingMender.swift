import HelpDesk

/// Makes findings of hits: with the rule's severity, and with what one key would change.
struct FindingMender {
    private let input: LintInput
    private let scope: FixScope
    private let language: String

    init(input: LintInput) {
        self.input = input
        scope = FixScope(input: input)
        language = input.fixLanguage
    }

    /// Nil when the rule does not look at this kind of message.
    func finding(for hit: Hit) -> Finding? {
        guard let rule = input.book.rule(hit.rule.code),
            let severity = rule.severity(in: input.context)
        else { return nil }
        let fix = hit.fix ?? fix(rule.fix, hit.origin)
        return Finding(
            rule: rule.code, category: hit.rule.category ?? rule.category, severity: severity,
            start: hit.origin.lowerBound, end: hit.origin.upperBound,
            text: String(decoding: input.bytes(hit.origin), as: UTF8.self),
            suggestion: fix?.text, fixRange: fix?.range, words: rule.words,
            arguments: hit.arguments)
    }

    private func fix(_ fix: LintFix, _ origin: Range<Int>) -> (range: Range<Int>, text: String)? {
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
            guard !text.isEmpty, !scope.says(text, outside: sentence) else {
                return (scope.deletion(of: sentence), "")
            }
            return (sentence, text)
        }
    }
}

extension LintInput {
    /// The language in which a fix speaks: the buyer's, else the text's.
    fileprivate var fixLanguage: String {
        let asked = TextLanguages(context.language)
        let chosen = asked.isEmpty || asked == .all ? languages.main : asked
        return TextLanguages.codes.first { TextLanguages(code: $0) == chosen } ?? "en"
    }
}
