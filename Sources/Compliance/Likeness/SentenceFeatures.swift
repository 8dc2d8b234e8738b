/// What the model of likeness judges a sentence by: its words, their beginnings, neighbours, short
/// runs of East Asian letters, the concepts that stand in it, pairs of those, and the concepts of
/// the sentences beside it. Concepts are the same in all languages, so what is learnt in one helps
/// the others.
struct SentenceFeatures {
    /// Distinct concepts of a sentence that are paired; more stand only in hostile texts.
    private static let mostConcepts = 32
    private static let longestRun = 4
    /// A word counts 2, an East Asian letter 1.
    static let leastSize = 11
    /// What ends without a stop is mostly a greeting, or names below a letter.
    static let leastUnended = 18
    /// As much as a clause must hold to be judged by itself.
    static let leastPart = 7

    /// Hashes of the names of the desk's own concepts; a team's are unknown to the model.
    private let names: [UInt32]

    static let shared = SentenceFeatures(.shared)

    init(_ lexicon: Lexicon) {
        var names = [UInt32](repeating: 0, count: lexicon.numbers.count)
        for (name, number) in lexicon.numbers where names.indices.contains(Int(number)) {
            var hash = FeatureHash("n")
            hash.add(name.unicodeScalars.lazy.map(\.value))
            names[Int(number)] = hash.value
        }
        self.names = names
    }

    /// The features of sentence `number`, each once, in rising order; none of a sentence too short to
    /// be like any other, such as a name below a letter.
    func of(_ number: Int, in input: LintInput, meter: inout StepMeter) -> [UInt32] {
        let range = input.sentences[number].range
        let least = input.text.isEnded(range) ? Self.leastSize : Self.leastUnended
        return of(range, ofSentence: number, atLeast: least, in: input, meter: &meter)
    }

    /// The features of a part of sentence `number`; none of one that is smaller than `least`.
    func of(
        _ part: Range<Int>, ofSentence number: Int, atLeast least: Int = leastSize,
        in input: LintInput, meter: inout StepMeter
    ) -> [UInt32] {
        var found: [UInt32] = []
        let tokens = input.text.tokens(in: part, meter: &meter)
        guard tokens.reduce(0, { $0 + $1.size }) >= least else { return [] }
        addWords(tokens, to: &found)
        let shapes = SentenceShape.all(in: number, tokens, input, meter: &meter)
        addConcepts(concepts(number, input, in: part) + shapes.map(\.name), to: &found)
        if number > 0 { addBeside(concepts(number - 1, input), "<", to: &found) }
        if number + 1 < input.sentences.count {
            addBeside(concepts(number + 1, input), ">", to: &found)
        }
        meter.count(found.count)
        found.sort()
        var last: UInt32?
        found.removeAll { value in
            defer { last = value }
            return value == last
        }
        return found
    }

    private func concepts(
        _ sentence: Int, _ input: LintInput, in part: Range<Int>? = nil
    ) -> [UInt32] {
        var seen: Set<UInt32> = []
        for hit in input.hits(inSentence: sentence) where names.indices.contains(hit.number) {
            guard part?.contains(hit.range.lowerBound) ?? true else { continue }
            seen.insert(names[hit.number])
        }
        return Array(seen.sorted().prefix(Self.mostConcepts))
    }

    private func addConcepts(_ concepts: [UInt32], to found: inout [UInt32]) {
        for (place, concept) in concepts.enumerated() {
            var single = FeatureHash("k")
            single.add(concept)
            found.append(single.value)
            for other in concepts[(place + 1)...] {
                var pair = single
                pair.add(other)
                found.append(pair.value)
            }
        }
    }

    private func addBeside(_ concepts: [UInt32], _ side: Unicode.Scalar, to found: inout [UInt32]) {
        for concept in concepts {
            var hash = FeatureHash(side)
            hash.add(concept)
            found.append(hash.value)
        }
    }

    private func addWords(_ tokens: [SentenceToken], to found: inout [UInt32]) {
        for (place, token) in tokens.enumerated() {
            if token.isEastAsian {
                addRuns(token.scalars, to: &found)
                continue
            }
            var word = FeatureHash("w")
            word.add(token.scalars)
            var stem = FeatureHash("s")
            stem.add(token.stem)
            found.append(word.value)
            found.append(stem.value)
            guard place + 1 < tokens.count, !tokens[place + 1].isEastAsian else { continue }
            var pair = stem
            pair.add(0x5F)
            pair.add(tokens[place + 1].stem)
            found.append(pair.value)
        }
    }

    private func addRuns(_ scalars: [UInt32], to found: inout [UInt32]) {
        for start in scalars.indices {
            var hash = FeatureHash("c")
            for value in scalars[start...].prefix(Self.longestRun) {
                hash.add(value)
                found.append(hash.value)
            }
        }
    }
}

extension ConceptHit {
    fileprivate var number: Int { Int(concept.number) }
}

extension NormalizedText {
    /// Whether a sentence ends with a stop.
    fileprivate func isEnded(_ range: Range<Int>) -> Bool {
        guard let last = range.last(where: { !self[$0].isBlank }) else { return false }
        return self[last] == "." || self[last].isWideStop
    }
}
