import HelpDesk

extension Detector {
    /// CON-05: an invitation to leave Amazon's messages, without an account.
    static let waysOut = Detector(name: "ways out", isByWords: true) { input, _, meter in
        Phrases.inEachSentence(of: input, meter: &meter) { frame in
            var spans: [(RuleCode, Range<Int>)] = []
            for place in frame.hits(.outsideAmazon) where !frame.isNegated(place) {
                guard let verb = frame.nearest(.contactVerb, to: place) else { continue }
                let span = frame.join(verb, place)
                // The card with the address, further on in the sentence, says the same again.
                let isFar = span.count > Self.farthestWay && !spans.isEmpty
                if !isFar { spans.append((.leaveChannel, span)) }
            }
            for way in frame.hits(.leaveChannel) where !frame.isNegated(way) {
                spans.append((.leaveChannel, way))
            }
            return spans
        }
    }

    /// Letters between an invitation and the way out that it names.
    private static let farthestWay = 70

    /// CON-06 and CON-07: asks the buyer for an address or a number of his own.
    static let buyerContacts = Detector(name: "buyer contacts", isByWords: true) {
        input, _, meter in
        Phrases.inEachSentence(of: input, meter: &meter) { frame in
            var spans: [(RuleCode, Range<Int>)] = []
            let nouns =
                frame.hits(.ownContact).map { ($0, true) }
                + frame.hits(.buyerContactNoun).map { ($0, false) }
            for (noun, isOwn) in nouns where !frame.isNegated(noun) {
                guard let verb = frame.nearest(.requestVerb, to: noun, inClause: true) else {
                    continue
                }
                let span = frame.join(verb, noun)
                if frame.has(.deliveryContext) {
                    spans.append((.deliveryPhone, span))
                } else if isOwn || frame.nearest(.buyerSide, to: noun, inClause: true) != nil {
                    spans.append((.buyerContact, span))
                }
            }
            return spans
        }
    }

    /// CON-09: a code to scan that leads away.
    static let qrCodes = Detector(name: "codes to scan", isByWords: true) { input, _, meter in
        Phrases.inEachSentence(of: input, meter: &meter) { frame in
            guard !frame.has(.qrExempt) else { return [] }
            return frame.hits(.qrCode).compactMap { code in
                guard !frame.isNegated(code), let verb = frame.nearest(.scanVerb, to: code) else {
                    return nil
                }
                return (.qrCode, frame.join(verb, code))
            }
        }
    }

    /// Who does not want the messages, or in which case.
    private static let choice = Concept("if-word")

    /// LNK-04: a way to stop the seller's messages.
    static let optOuts = Detector(name: "opt-outs", isByWords: true) { input, _, meter in
        // A plan of Amazon's named one sentence before is still what the buyer may leave.
        let hasPlan = input.hits.contains { $0.concept == .subscriptionProgram }
        return Phrases.inEachSentence(of: input, meter: &meter) { frame in
            guard !hasPlan else { return [] }
            // "There is nothing to unsubscribe from" offers no way out; "if you want no more" does.
            let isOffer = frame.has(Self.choice)
            var spans = frame.hits(.optOut).filter { isOffer || !frame.isDenied($0) }
                .map { (RuleCode.optOut, $0) }
            for word in frame.hits(.mailingWord) where frame.has(.messageWord) {
                spans.append((.optOut, word))
            }
            return spans
        }
    }
}

/// The terms of one sentence and questions about how they stand together (compliance 4.5).
private struct Phrases {
    private let sentence: Sentence
    private let terms: ArraySlice<ConceptHit>
    /// Japanese puts the negation at the end, German at the end of its clause.
    private let isVerbLast: Bool

    /// Runs `find` on each sentence and turns its spans into hits.
    static func inEachSentence(
        of input: LintInput, meter: inout StepMeter,
        find: (Phrases) -> [(RuleCode, Range<Int>)]
    ) -> [Hit] {
        var hits: [Hit] = []
        for number in input.sentences.indices {
            let terms = input.hits(inSentence: number)
            // A sentence has a bounded length, so this bounds what the questions below cost.
            meter.count(1 + terms.count)
            let frame = Phrases(
                sentence: input.sentences[number], terms: terms,
                isVerbLast: !input.languages.main.isDisjoint(with: [.ja, .de]))
            hits += find(frame).map { Hit($0.0, input.text.origin(of: $0.1)) }
        }
        return hits
    }

    func has(_ concept: Concept) -> Bool { terms.contains { $0.concept == concept } }

    func hits(_ concept: Concept) -> [Range<Int>] {
        terms.filter { $0.concept == concept }.map(\.range)
    }

    /// The term of `concept` closest to `place`.
    func nearest(_ concept: Concept, to place: Range<Int>, inClause: Bool = false) -> Range<Int>? {
        let scope = inClause ? sentence.clause(at: place.lowerBound) : sentence.range
        return hits(concept)
            .filter { scope.contains($0.lowerBound) && !$0.overlaps(place) }
            .min { distance($0, place) < distance($1, place) }
    }

    /// Whether the clause of `place` is negated. "Do not hesitate" negates nothing, and a negation
    /// behind the place rules it only where the verb stands last.
    func isNegated(_ place: Range<Int>) -> Bool {
        guard !has(.hesitation) else { return false }
        let clause = sentence.clause(at: place.lowerBound)
        return terms.contains {
            // "Where Amazon isn't reading" is a way out as it stands.
            $0.concept == .negation && clause.contains($0.range.lowerBound)
                && !(place.contains($0.range.lowerBound) && place.contains($0.range.upperBound - 1))
                && ($0.range.lowerBound < place.upperBound || isVerbLast
                    || distance(place, $0.range) <= Self.nearNegation)
        }
    }

    /// Whether a negation stands shortly before the place, in its clause.
    func isDenied(_ place: Range<Int>) -> Bool {
        let clause = sentence.clause(at: place.lowerBound)
        return terms.contains {
            $0.concept == .negation && clause.contains($0.range.lowerBound)
                && (0..<Self.denialReach).contains(place.lowerBound - $0.range.upperBound)
        }
    }

    /// Letters between "nothing" and "to unsubscribe from".
    private static let denialReach = 35

    /// Letters between a place and a negation behind it that still rules it: "per Mail leider nicht".
    private static let nearNegation = 14

    func join(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
        min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        left.lowerBound < right.lowerBound
            ? right.lowerBound - left.upperBound : left.lowerBound - right.upperBound
    }
}
