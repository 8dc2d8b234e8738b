import HelpDesk

/// Words that a reply only tells: what the buyer asked for and does not get, and what strangers do in
/// the seller's name (compliance section 4.3).
///
/// "You asked if Venmo is possible: no" and "whoever promises money for a review is a fraud" name what
/// a rule forbids and break none: they advise. An answer that says no is asked for, in the same clause or the next, and only what stands before it
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
    private static let weGive = Concept("we-give")
    private static let request = Concept("request")

    /// `hits` without those that are only told.
    static func meant(_ hits: [Hit], in input: LintInput, meter: inout StepMeter) -> [Hit] {
        let tells = input.hits.contains {
            !$0.isMasked && ($0.concept == hearsay || $0.concept == stranger)
        }
        guard tells, !hits.isEmpty else { return hits }
        let places = input.sentences.map { input.text.origin(of: $0.range) }
        meter.count(places.count)
        return hits.map { hit in
            guard !hit.isFirm else { return hit }
            let first = places.partitioningIndex { $0.upperBound > hit.origin.lowerBound }
            guard places.indices.contains(first),
                isTold(hit, sentence: first, in: input, meter: &meter)
            else { return hit }
            return Hit(hit.rule, hit.origin, atMost: .advise, arguments: ["unlike": ""])
        }
    }

    private static func isTold(
        _ hit: Hit, sentence: Int, in input: LintInput, meter: inout StepMeter
    ) -> Bool {
        let own = input.hits(inSentence: sentence)
        let next =
            sentence + 1 < input.sentences.count ? input.hits(inSentence: sentence + 1) : []
        meter.count(own.count + next.count)
        let plain = own.filter { !$0.isMasked }
        let isOurs = plain.contains { $0.concept == .ownSide || $0.concept == weGive }
        if !isOurs, plain.contains(where: { $0.concept == stranger }) {
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
        // What is asked for in the agent's own name is no wish of the buyer's.
        let place = clauseNumbers(of: hit.origin, in: input, sentence: sentence)
        let isWish = place.contains(clauseNumber(of: told.range, in: input.sentences[sentence]))
        guard isWish || !isAsked(place, plain, in: input.sentences[sentence]) else { return false }
        // A hit that begins behind the "no" is what the reply offers instead.
        let polite = own.filter { $0.concept == .falseNegation || $0.concept == .hesitation }
        let answers = plain.filter { term in
            isNo(term) && term.range.lowerBound >= told.range.upperBound
                && !polite.contains { $0.range.overlaps(term.range) }
                && input.text.origin(of: term.range).lowerBound > hit.origin.lowerBound
                && clauseNumber(of: term.range, in: input.sentences[sentence])
                    <= place.upperBound + 1
        }
        if !answers.isEmpty { return true }
        guard place.upperBound + 1 >= input.sentences[sentence].clauses.count else { return false }
        let limit = input.sentences[sentence].range.upperBound + answerReach
        let politeNext = next.filter { $0.concept == .falseNegation || $0.concept == .hesitation }
        return next.contains { term in
            isNo(term) && !term.isMasked && term.range.lowerBound < limit
                && !politeNext.contains { $0.range.overlaps(term.range) }
        }
    }

    /// The clauses of a sentence that a place touches, by number.
    private static func clauseNumbers(
        of place: Range<Int>, in input: LintInput, sentence: Int
    ) -> ClosedRange<Int> {
        let touched = input.sentences[sentence].clauses.indices.filter {
            input.text.origin(of: input.sentences[sentence].clauses[$0]).overlaps(place)
        }
        let first = touched.first ?? 0
        return first...max(first, touched.last ?? first)
    }

    private static func clauseNumber(of range: Range<Int>, in sentence: Sentence) -> Int {
        sentence.clauses.firstIndex { $0.contains(range.lowerBound) } ?? 0
    }

    /// Whether the clauses say "please", or "us": then the agent speaks for himself.
    private static func isAsked(
        _ clauses: ClosedRange<Int>, _ terms: [ConceptHit], in sentence: Sentence
    ) -> Bool {
        terms.contains {
            ($0.concept == request || $0.concept == .ownSide)
                && clauses.contains(clauseNumber(of: $0.range, in: sentence))
        }
    }

    private static func isNo(_ term: ConceptHit) -> Bool {
        [.negation, .refusal, .weDoNot, answerNo].contains(term.concept)
    }
}
