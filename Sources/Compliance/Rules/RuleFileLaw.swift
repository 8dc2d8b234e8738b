/// What a team's file may not do: it adds findings and raises severities, and never takes the desk's
/// own rules away (compliance section 4.7).
struct RuleFileLaw {
    /// Codes of the rules that ship with the desk.
    let own: Set<String>
    let isTeam: Bool

    func check(_ file: RuleFile) throws(LintTableFault) {
        guard isTeam else { return }
        guard !file.version.isEmpty else { throw file.fault("version", "must be a text") }
        for rule in file.rules {
            guard !own.contains(rule.code) else {
                throw file.fault(
                    rule: rule.code, "code", "is a rule of the desk; [[level]] raises it")
            }
            guard rule.strongerThan.isDisjoint(with: own) else {
                throw file.fault(
                    rule: rule.code, "stronger_than", "may silence no rule of the desk")
            }
            guard rule.words != nil else {
                throw file.fault(rule: rule.code, "why", "must say why")
            }
            guard rule.examples.contains(where: \.isHit),
                rule.examples.contains(where: { !$0.isHit })
            else { throw file.fault(rule: rule.code, "hit", "needs examples to hit and to miss") }
            let isReached = file.frames.contains { $0.rule == rule.code }
            guard isReached else {
                throw file.fault(rule: rule.code, "terms", "has neither terms nor a frame")
            }
        }
        for term in file.terms where RuleBook.builtIn.lexicon.numbers[term.concept] != nil {
            throw file.fault(term.place, "is a concept of the desk; give yours a name of its own")
        }
        for term in file.terms where term.concept.hasSuffix("-not") {
            let name = String(term.concept.dropLast("-not".count))
            guard RuleBook.builtIn.lexicon.numbers[name] == nil else {
                throw file.fault(term.place, "may make no exception of the desk's words")
            }
        }
        for accepted in file.accepted where accepted.match.count < 3 {
            throw file.fault("accept", "a text of three letters and more is needed")
        }
    }
}
