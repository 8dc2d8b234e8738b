/// Compares what a letter says with what the desk knows at this moment (helpdesk section 10.3).
package enum FactLock {
    /// FCT-01 for each filled value that still stands in `text` and is not its value of now any
    /// more. `now` is nil when there is none.
    package static func changes(
        in text: String, _ facts: [(fact: FilledFact, now: String?)]
    ) -> [Finding] {
        var findings: [Finding] = []
        // The same text may have been filled in twice: while one of them still holds, it is right.
        let right = Set(facts.compactMap { $0.fact.text == $0.now ? $0.fact.text : nil })
        var seen: Set<String> = []
        for (fact, now) in facts
        where !right.contains(fact.text) && seen.insert(fact.text).inserted {
            for range in TextPlaces.whole(fact.text, in: text) {
                findings.append(changed(fact, now, range))
            }
        }
        return findings
    }

    /// FCT-05 for facts of the text that a draft was translated from and that it no longer has.
    package static func lost(in text: String, _ facts: [FilledFact]) -> [Finding] {
        let originals = facts.filter { $0.variable == FilledFact.original }.map(\.text)
        return TextFacts.lost(from: originals.joined(separator: " "), in: text).map { fact in
            var finding = Finding(
                rule: "FCT-05", category: "fact", severity: .warn, start: 0, end: 0, text: "")
            finding.arguments = ["old": fact]
            return finding
        }
    }

    /// FCT-06 for values that still stand in `text` and that nobody has asked the platform for in
    /// as long as they last.
    package static func outdated(in text: String, _ facts: [FilledFact]) -> [Finding] {
        var seen: Set<String> = []
        return facts.filter { seen.insert($0.text).inserted }.flatMap { fact in
            TextPlaces.whole(fact.text, in: text).map { range in
                var finding = Finding(
                    rule: "FCT-06", category: "fact", severity: .warn, start: range.lowerBound,
                    end: range.upperBound, text: fact.text)
                finding.arguments = ["variable": fact.variable]
                return finding
            }
        }
    }

    private static func changed(_ fact: FilledFact, _ now: String?, _ range: Range<Int>) -> Finding
    {
        var finding = Finding(
            rule: "FCT-01", category: "fact", severity: .block, start: range.lowerBound,
            end: range.upperBound, text: fact.text, suggestion: now)
        finding.arguments = ["variable": fact.variable, "old": fact.text, "new": now ?? "-"]
        return finding
    }

    /// What the case knows of itself, for words that no template filled in.
    package struct Case: Hashable, Sendable {
        package var trackingNumbers: [String]
        package var total: Money?
        package var buyerName: String

        package init(trackingNumbers: [String], total: Money?, buyerName: String) {
            self.trackingNumbers = trackingNumbers
            self.total = total
            self.buyerName = buyerName
        }
    }

    /// What somebody seems to have mistyped: FCT-02 a tracking number one or two signs away from
    /// the order's, FCT-03 an amount above the order's total, FCT-04 a greeting to somebody else.
    package static func slips(in text: String, _ known: Case) -> [Finding] {
        (numbers(text, known) + amounts(text, known) + names(text, known))
            .sorted { $0.start < $1.start }
    }

    private static func numbers(_ text: String, _ known: Case) -> [Finding] {
        let tokens = TextPlaces.codes(in: text)
        return tokens.compactMap { token in
            let code = token.text.uppercased()
            guard !known.trackingNumbers.contains(where: { $0.uppercased() == code }),
                let near = known.trackingNumbers.first(where: {
                    TextPlaces.distance(code, $0.uppercased(), atMost: 2) != nil
                })
            else { return nil }
            var finding = Finding(
                rule: "FCT-02", category: "fact", severity: .warn, start: token.range.lowerBound,
                end: token.range.upperBound, text: token.text, suggestion: near)
            finding.arguments = ["new": near]
            return finding
        }
    }

    private static func amounts(_ text: String, _ known: Case) -> [Finding] {
        guard let total = known.total, let whole = ExactAmount(total.amount) else { return [] }
        return AmountScan.amounts(in: text, currency: total.currency).compactMap { found in
            guard found.amount > whole else { return nil }
            var finding = Finding(
                rule: "FCT-03", category: "fact", severity: .warn, start: found.range.lowerBound,
                end: found.range.upperBound, text: found.text)
            finding.arguments = ["total": "\(total.amount) \(total.currency)"]
            return finding
        }
    }

    private static func names(_ text: String, _ known: Case) -> [Finding] {
        guard let named = GreetingScan.name(in: text) else { return [] }
        // A name in another script, or none that we know, proves nothing.
        guard !known.buyerName.isBlank, !GreetingScan.isGeneral(named.text),
            !isSomeone(known.buyerName, named.text),
            TextScript.isLatin(named.text) == TextScript.isLatin(known.buyerName)
        else { return [] }
        var finding = Finding(
            rule: "FCT-04", category: "fact", severity: .warn, start: named.range.lowerBound,
            end: named.range.upperBound, text: named.text)
        finding.arguments = [:]
        return [finding]
    }

    /// Whether two names share a word, or one is written within the other.
    private static func isSomeone(_ one: String, _ other: String) -> Bool {
        let left = one.lowercased().split { !$0.isLetter }.map(String.init)
        let right = other.lowercased().split { !$0.isLetter }.map(String.init)
        return left.contains { word in
            right.contains { $0 == word || (!TextScript.isLatin(word) && related($0, word)) }
        }
    }

    private static func related(_ one: String, _ other: String) -> Bool {
        one.contains(other) || other.contains(one)
    }
}
