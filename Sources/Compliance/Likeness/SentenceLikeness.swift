import HelpDesk

/// How the model of likeness judges each sentence of a text, and what follows for findings.
struct SentenceLikeness {
    private let model: LikenessModel?
    private let input: LintInput
    /// Bytes of each sentence without blanks at its ends.
    private let origins: [Range<Int>]
    private let features: [[UInt32]]
    private let scores: [Float]

    init(_ input: LintInput, meter: inout StepMeter) {
        self.input = input
        model = LikenessModel.shared
        guard let model else {
            (origins, features, scores) = ([], [], [])
            return
        }
        var all: [[UInt32]] = []
        for number in input.sentences.indices {
            all.append(SentenceFeatures.shared.of(number, in: input, meter: &meter))
        }
        features = all
        scores = all.map(model.score)
        origins = input.sentences.map { input.origin(of: $0) }
    }

    /// What words alone gave away, or a form without a word for it, as advice only where the sentence
    /// is like honest ones. What is disguised is meant as it sounds.
    func weighed(_ hits: [Hit], byWords: Bool, meter: inout StepMeter) -> [Hit] {
        guard let model else { return hits }
        return hits.map { hit in
            guard byWords || hit.isUnsure, !hit.isFirm, model.knows(hit.rule.code),
                isGrave(hit.rule.code)
            else { return hit }
            let first = origins.partitioningIndex { $0.upperBound > hit.origin.lowerBound }
            let near = origins[first...].prefix { $0.lowerBound < hit.origin.upperBound }
            meter.count(1 + near.count)
            let isMeantOtherwise =
                !near.isEmpty
                && near.indices.allSatisfy {
                    scores[$0] < model.innocence
                        && isHonest(part: hit.origin, ofSentence: $0, model, meter: &meter)
                }
            guard isMeantOtherwise, Detector.disguises.find(input, [hit], &meter).isEmpty else {
                return hit
            }
            return Hit(hit.rule, hit.origin, atMost: .advise, arguments: ["unlike": ""])
        }
    }

    private func isGrave(_ rule: String) -> Bool {
        input.book.rule(rule)?.severity(in: input.context).map { $0 > .advise } ?? false
    }

    /// Whether the clauses of a finding are like honest ones by themselves: friendly clauses beside
    /// it prove nothing.
    private func isHonest(
        part place: Range<Int>, ofSentence number: Int, _ model: LikenessModel,
        meter: inout StepMeter
    ) -> Bool {
        let sentence = input.sentences[number]
        let clauses = sentence.clauses.filter {
            meter.count()
            return input.text.origin(of: $0).overlaps(place)
        }
        guard let first = clauses.first, let last = clauses.last,
            sentence.clauses.count > clauses.count
        else { return true }
        let found = SentenceFeatures.shared.of(
            first.lowerBound..<last.upperBound, ofSentence: number,
            atLeast: SentenceFeatures.leastPart, in: input, meter: &meter)
        return model.score(found) < Self.leastPartGuilt
    }

    /// Sentences that are like guilty ones though nothing was found in them. No word of the tables
    /// proves it, so a person judges: these warn at most.
    func further(besides hits: [Hit], meter: inout StepMeter) -> [Hit] {
        guard let model else { return [] }
        let known = graveRanges(of: hits, meter: &meter)
        let mild = families(of: hits, meter: &meter)
        return origins.indices.compactMap { number in
            let origin = origins[number]
            let place = known.partitioningIndex { $0.upperBound > origin.lowerBound }
            let isKnown = place < known.count && known[place].lowerBound < origin.upperBound
            guard scores[number] > model.suspicion, !origin.isEmpty, !isKnown else { return nil }
            guard let code = likeliest(number, meter: &meter),
                mild[number]?.contains(code.prefix(3)) != true
            else { return nil }
            return Hit(RuleCode(code), origin, atMost: .warn, arguments: ["likeness": ""])
        }
    }

    /// The rule that a sentence breaks most likely; nil where that is one about forms
    /// and likeness is not sure.
    private func likeliest(_ number: Int, meter: inout StepMeter) -> String? {
        guard let model else { return nil }
        meter.count(features[number].count * model.rules.count)
        let code = model.rules(features[number]).first(where: isGrave)
        let isSure = scores[number] > model.suspicion + Self.more
        return code.flatMap { Self.byForm.contains($0) && !isSure ? nil : $0 }
    }

    /// Log-odds from which a clause by itself is no honest one.
    private static let leastPartGuilt: Float = 1
    /// Log-odds above the usual that a rule about forms takes.
    private static let more: Float = 1.5
    /// Rules about what has a form, which detectors mostly know better than likeness.
    private static let byForm: Set<String> = [
        "CON-01", "CON-02", "CON-04", "CON-08", "LNK-01", "LNK-02", "LNK-03",
    ]

    /// Where findings stand already that a person has to look at, in order and apart.
    private func graveRanges(of hits: [Hit], meter: inout StepMeter) -> [Range<Int>] {
        meter.count(hits.count)
        let grave = hits.filter { $0.most > .advise && isGrave($0.rule.code) }
        return LintInput.union(grave.map(\.origin), meter: &meter)
    }

    /// Kinds of rules that the tables found in each sentence: where they found a milder case, that
    /// stands.
    private func families(of hits: [Hit], meter: inout StepMeter) -> [Int: Set<Substring>] {
        var families: [Int: Set<Substring>] = [:]
        for hit in hits where hit.most == .block {
            meter.count()
            let number = origins.partitioningIndex { $0.upperBound > hit.origin.lowerBound }
            families[number, default: []].insert(hit.rule.code.prefix(3))
        }
        return families
    }
}

extension LintInput {
    /// Bytes of a sentence without blanks at its ends.
    fileprivate func origin(of sentence: Sentence) -> Range<Int> {
        var range = sentence.range
        while let first = range.first, text[first].isBlank || text[first] == "-" {
            range.removeFirst()
        }
        while let last = range.last, text[last].isBlank { range.removeLast() }
        guard range.isEmpty else { return text.origin(of: range) }
        // Places stay in order, so that they can be searched.
        let end = text.origin(of: sentence.range).upperBound
        return end..<end
    }
}
