import HelpDesk

/// Words that a reply only tells: what the buyer asked for and does not get, and what strangers do in
/// the seller's name (compliance section 4.3).
///
/// "You asked if Venmo is possible: no" and "whoever promises money for a review is a fraud" name what
/// a rule forbids and break none. An answer that says no is asked for, and only what stands before it
/// is told; shapes such as numbers and links are judged elsewhere and never excused.
enum ToldWords {
    /// Letters of the next sentence in which the answer to a told wish must begin.
    private static let answerReach = 70
    /// Letters between a sentence's start and the words that say whose act it is.
    private static let openingReach = 60

    private static let hearsay = Concept("hearsay")
    private static let stranger = Concept("stranger")
    private static let warningOff = Concept("warning-off")
    private static let answerNo = Concept("answer-no")

    /// `hits` without those that are only told.
    static func meant(_ hits: [Hit], in input: LintInput, meter: inout StepMeter) -> [Hit] {
        let tells = input.hits.contains {
            !$0.isMasked && ($0.concept == hearsay || $0.concept == stranger)
        }
        guard tells, !hits.isEmpty else { return hits }
        let places = input.sentences.map { input.text.origin(of: $0.range) }
        meter.count(places.count)
        return hits.compactMap { hit in
            guard !hit.isFirm else { return hit }
            let first = places.partitioningIndex { $0.upperBound > hit.origin.lowerBound }
            guard places.indices.contains(first),
                isTold(hit, sentence: first, in: input, meter: &meter)
            else { return hit }
            // Words in quotes are somebody's own, which a reader should see.
            return isQuoted(hit, sentence: first, in: input, meter: &meter)
                ? Hit(hit.rule, hit.origin, atMost: .advise) : nil
        }
    }

    /// Whether marks of a quote stand before and behind most of a finding in its sentence.
    private static func isQuoted(
        _ hit: Hit, sentence: Int, in input: LintInput, meter: inout StepMeter
    ) -> Bool {
        let range = input.sentences[sentence].range
        meter.count(range.count)
        let marks = range.filter { input.text[$0] == "\"" }
        guard let first = marks.first, let last = marks.last, first < last else { return false }
        let quote = input.text.origin(of: first..<last + 1)
        return hit.origin.clamped(to: quote).count * 2 > hit.origin.count
    }

    private static func isTold(
        _ hit: Hit, sentence: Int, in input: LintInput, meter: inout StepMeter
    ) -> Bool {
        let own = input.hits(inSentence: sentence)
        let next =
            sentence + 1 < input.sentences.count ? input.hits(inSentence: sentence + 1) : []
        meter.count(own.count + next.count)
        let plain = own.filter { !$0.isMasked }
        if plain.contains(where: { $0.concept == stranger }) {
            let warns = plain + next.filter { !$0.isMasked }
            if warns.contains(where: { $0.concept == warningOff }) { return true }
        }
        let start = input.sentences[sentence].range.lowerBound
        // Japanese and German put the word for asking behind what is asked.
        guard
            let told = plain.first(where: {
                $0.concept == hearsay && $0.range.lowerBound - start < openingReach
            })
        else { return false }
        // A hit that begins behind the "no" is what the reply offers instead.
        let polite = own.filter { $0.concept == .falseNegation || $0.concept == .hesitation }
        let answers = plain.filter { term in
            isNo(term) && term.range.lowerBound >= told.range.upperBound
                && !polite.contains { $0.range.overlaps(term.range) }
                && input.text.origin(of: term.range).lowerBound > hit.origin.lowerBound
        }
        if !answers.isEmpty { return true }
        let limit = input.sentences[sentence].range.upperBound + answerReach
        let politeNext = next.filter { $0.concept == .falseNegation || $0.concept == .hesitation }
        return next.contains { term in
            isNo(term) && !term.isMasked && term.range.lowerBound < limit
                && !politeNext.contains { $0.range.overlaps(term.range) }
        }
    }

    private static func isNo(_ term: ConceptHit) -> Bool {
        [.negation, .refusal, .weDoNot, answerNo].contains(term.concept)
    }
}
