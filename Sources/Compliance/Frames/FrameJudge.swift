import HelpDesk

extension Detector {
    /// Everything that the table of frames describes.
    static let frames = Detector(name: "frames", isByWords: true) { input, _, meter in
        var hits: [Hit] = []
        for number in input.sentences.indices {
            let judge = FrameJudge(input: input, sentence: number)
            hits += judge.findings(meter: &meter)
        }
        return hits
    }
}

/// Looks for frames that start in one sentence.
struct FrameJudge {
    private let input: LintInput
    private let number: Int
    private let sentence: Sentence
    private let own: ArraySlice<ConceptHit>
    /// What stands in the sentence at all: most frames lack something.
    private let present: Set<Concept>
    /// What stands there undisguised: nothing else excuses.
    private let plain: Set<Concept>

    /// Hits of one concept that frames start with in one sentence, so that a list of words stays cheap.
    private static let startLimit = 6

    init(input: LintInput, sentence: Int) {
        self.input = input
        number = sentence
        self.sentence = input.sentences[sentence]
        own = input.hits(inSentence: sentence)
        present = Set(own.map(\.concept))
        plain = Set(own.filter { !$0.isMasked }.map(\.concept))
    }

    func findings(meter: inout StepMeter) -> [Hit] {
        var hits: [Hit] = []
        var starts: [Concept: Int] = [:]
        for start in own {
            meter.count()
            guard starts[start.concept, default: 0] < Self.startLimit else { continue }
            starts[start.concept, default: 0] += 1
            for frame in input.book.frames.starting(with: start.concept) {
                meter.count()
                guard couldHold(frame) else { continue }
                if let span = span(of: frame, from: start, meter: &meter) {
                    hits.append(
                        Hit(frame.rule, input.text.origin(of: span), isFirm: frame.isFirm))
                }
            }
        }
        return merged(hits)
    }

    /// Whether the sentence has what a frame inside it needs, and nothing that turns it off.
    private func couldHold(_ frame: Frame) -> Bool {
        guard frame.window.reach == (0, 0) else { return true }
        return frame.needs.allSatisfy { $0.contains(where: present.contains) }
            && !frame.unless.contains(where: plain.contains)
    }

    /// One finding where a rule is broken in clauses side by side.
    private func merged(_ hits: [Hit]) -> [Hit] {
        var merged: [Hit] = []
        for hit in hits {
            if let last = merged.last, last.rule == hit.rule, isBeside(last.origin, hit.origin) {
                let origin =
                    min(
                        last.origin.lowerBound, hit.origin.lowerBound)..<max(
                        last.origin.upperBound, hit.origin.upperBound)
                merged[merged.count - 1] = Hit(
                    hit.rule, origin, isFirm: last.isFirm || hit.isFirm)
            } else {
                merged.append(hit)
            }
        }
        return merged
    }

    /// Whether at most a comma and a blank lie between two places.
    private func isBeside(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let gap = right.lowerBound - left.upperBound
        return !left.overlaps(right) && (0...3).contains(gap)
    }

    /// The place of a frame that starts with this hit; nil when something is missing.
    private func span(of frame: Frame, from start: ConceptHit, meter: inout StepMeter)
        -> Range<Int>?
    {
        let window = terms(in: frame.window)
        meter.count(window.count)
        let clause = sentence.clause(at: start.range.lowerBound)
        let wider = frame.unlessWindow.map { terms(in: $0) } ?? window
        if wider.contains(where: { !$0.isMasked && frame.unless.contains($0.concept) }) {
            return nil
        }
        var places = [start.range] + [start.tail].compactMap { $0 }
        for need in frame.needs.dropFirst() {
            let candidates = window.filter { hit in
                need.contains(hit.concept) && !places.contains { $0.overlaps(hit.range) }
                    && (frame.window != .clause || clause.contains(hit.range.lowerBound))
                    && (!frame.isOrdered || hit.range.lowerBound >= start.range.upperBound)
                    && distance(start.range, hit.range) <= frame.gap
            }
            // What stands in the same clause belongs together before what is merely near.
            let nearest = candidates.min {
                (clause.contains($0.range.lowerBound) ? 0 : 1, distance($0.range, start.range))
                    < (
                        clause.contains($1.range.lowerBound) ? 0 : 1,
                        distance($1.range, start.range)
                    )
            }
            guard let nearest else { return nil }
            places.append(nearest.range)
            if let tail = nearest.tail { places.append(tail) }
        }
        if frame.isNegatable, places.contains(where: { isNegated($0, of: places, among: window) }) {
            return nil
        }
        return widened(places, frame.span)
    }

    private func terms(in window: Frame.Window) -> ArraySlice<ConceptHit> {
        let reach = window.reach
        guard reach != (0, 0) else { return own }
        let last = min(input.sentences.count - 1, number + reach.behind)
        return input.hits(inSentences: max(0, number - reach.before)...last)
    }

    /// A "no" that is part of a term the frame needs ("ya no esté") negates nothing else.
    private func isNegated(
        _ place: Range<Int>, of places: [Range<Int>], among window: ArraySlice<ConceptHit>
    ) -> Bool {
        let clause = sentence.clause(at: place.lowerBound)
        let isFalse = window.contains {
            ($0.concept == .falseNegation || $0.concept == .hesitation)
                && clause.contains($0.range.lowerBound)
        }
        guard !isFalse else { return false }
        return window.contains {
            negation in
            negation.concept == .negation && clause.contains(negation.range.lowerBound)
                && !negation.range.overlaps(place)
                && !places.contains { $0.contains(negation.range) }
                && reaches(negation.range, place)
        }
    }

    /// A negation rules what stands near: mostly behind it, in Japanese and German before it, but
    /// nothing before an "and".
    private func reaches(_ negation: Range<Int>, _ place: Range<Int>) -> Bool {
        let isBefore = negation.lowerBound < place.lowerBound
        if !isBefore, isTied(place.upperBound, negation.lowerBound) { return false }
        return distance(negation, place) <= (isBefore ? 60 : 40)
    }

    /// Whether a word that ties two parts together stands between two places.
    private func isTied(_ lower: Int, _ upper: Int) -> Bool {
        let place = input.ties.partitioningIndex { $0.lowerBound >= lower }
        guard place < input.ties.count else { return false }
        return input.ties[place].upperBound <= upper
    }

    private func widened(_ places: [Range<Int>], _ span: Frame.Span) -> Range<Int> {
        let lower = places.map(\.lowerBound).min() ?? 0
        let upper = places.map(\.upperBound).max() ?? lower
        switch span {
        case .cover: return lower..<upper
        case .sentence where sentence.range.contains(lower) && sentence.range.contains(upper - 1):
            return trimmed(sentence.range)
        default:
            let clauses =
                clause(at: lower).lowerBound..<max(clause(at: upper - 1).upperBound, upper)
            return trimmed(withoutNeighbours(clauses, around: lower..<upper))
        }
    }

    private func clause(at index: Int) -> Range<Int> {
        let place = input.sentences.partitioningIndex { $0.range.upperBound > index }
        guard input.sentences.indices.contains(place) else { return index..<index + 1 }
        return input.sentences[place].clause(at: index)
    }

    /// Cuts off what "and" ties to the place on either side.
    private func withoutNeighbours(_ clauses: Range<Int>, around place: Range<Int>) -> Range<Int> {
        var lower = clauses.lowerBound
        var upper = clauses.upperBound
        for word in input.conjunctions where clauses.contains(word.lowerBound) {
            if word.upperBound <= place.lowerBound { lower = word.upperBound }
            if word.lowerBound >= place.upperBound { upper = min(upper, word.lowerBound) }
        }
        return lower..<max(lower + 1, upper)
    }

    /// Without the blanks and the punctuation at both ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isMargin(lower) { lower += 1 }
        while upper > lower, isMargin(upper - 1) { upper -= 1 }
        return lower < upper ? lower..<upper : range
    }

    private func isMargin(_ index: Int) -> Bool {
        let scalar = input.text[index]
        return scalar.isBlank || scalar.isClauseBreak || scalar == "." || scalar == "。"
            || scalar == "!" || scalar == "?" || scalar == "-"
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        left.lowerBound < right.lowerBound
            ? right.lowerBound - left.upperBound : left.lowerBound - right.upperBound
    }
}
