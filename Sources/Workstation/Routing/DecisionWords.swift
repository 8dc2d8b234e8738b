package import HelpDesk
package import Localization

/// A decision of routing as lines for people (helpdesk section 7.8).
package struct DecisionWords: Sendable {
    private let words: Words
    private let names: [PersonID: String]

    package init(_ words: Words, names: [PersonID: String]) {
        self.words = words
        self.names = names
    }

    /// What happened, why, and what was found out about each candidate.
    package func lines(_ decision: RoutingDecision, group: String?) -> [String] {
        var lines = [words(head(decision, group)), outcome(decision)]
        lines.append(words(RoutingWords.stage(decision.stage)))
        if decision.isUrgent { lines.append(words(Phrase("route.urgent", "unowned and urgent"))) }
        if decision.isLeadTold {
            lines.append(words(Phrase("route.lead-told", "the lead is told")))
        }
        if decision.isLanguageRelaxed {
            lines.append(words(Phrase("route.language", "works with a translation")))
        }
        return lines + decision.candidates.map(candidate)
    }

    private func head(_ decision: RoutingDecision, _ group: String?) -> Phrase {
        Phrase(
            "route.head",
            "{cause}: group {group}, rule {rule} (version {version}), {percent} % of the time used",
            [
                "cause": words(RoutingWords.cause(decision.cause)), "group": group ?? "-",
                "rule": decision.rule ?? "-", "version": String(decision.rulesVersion),
                "percent": String(decision.usedPercent),
            ])
    }

    private func outcome(_ decision: RoutingDecision) -> String {
        guard let person = decision.chosen else {
            let reason = decision.waiting.map { words(RoutingWords.waiting($0)) } ?? "-"
            return words(Phrase("route.waits", "waits: {reason}", ["reason": reason]))
        }
        let reasons =
            decision.choice == .strategy
            ? [
                words(RoutingWords.strategy(decision.strategy)),
                decision.tieBreak.map { words(RoutingWords.tieBreak($0)) },
            ] : [decision.choice.map { words(RoutingWords.choice($0)) }]
        return words(
            Phrase(
                "route.chosen", "goes to {person}: {reason}",
                [
                    "person": name(person),
                    "reason": reasons.compactMap { $0 }.joined(separator: ", "),
                ]))
    }

    private func candidate(_ candidate: CandidateVerdict) -> String {
        let verdict =
            candidate.rejection.map { words(RoutingWords.rejection($0)) }
            ?? words(Phrase("route.could", "could take it"))
        let mark = candidate.rejection == nil ? "+" : "-"
        return mark + " "
            + words(
                Phrase(
                    "route.candidate", "{person}: {verdict}, load {load} of {cap}",
                    [
                        "person": name(candidate.person), "verdict": verdict,
                        "load": "\((candidate.load * 10).rounded() / 10)",
                        "cap": "\((candidate.cap * 10).rounded() / 10)",
                    ]))
    }

    private func name(_ person: PersonID) -> String { names[person] ?? "#\(person.rawValue)" }
}
