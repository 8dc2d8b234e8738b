import HelpDesk

extension Detector {
    /// CON-02: a telephone number in pieces with words between them: "415 555. After that come 01 and
    /// then 39."
    static let splitPhones = Detector(name: "split phones") { input, hits, meter in
        var scanner = PieceScanner(input: input)
        return scanner.scan(meter: &meter).map { Hit(.phone, input.text.origin(of: $0)) }
    }
}

/// Collects groups of digits that words of continuation tie together, near a word about telephones.
private struct PieceScanner {
    let input: LintInput
    private var text: NormalizedText { input.text }
    private var found: [Range<Int>] = []
    private var pieces: [Range<Int>] = []
    private var digits = 0
    private var ties = 0

    private static let longestGap = 48
    private static let allDigits = 7...14

    init(input: LintInput) { self.input = input }

    mutating func scan(meter: inout StepMeter) -> [Range<Int>] {
        guard input.hits.contains(where: { $0.concept == Self.continuation }),
            input.hits.contains(where: { Self.isCue($0.concept) })
        else { return [] }
        var index = 0
        while index < text.count {
            meter.count()
            guard index == 0 || !isWord(index - 1), !text[index].isBlank else {
                index += 1
                continue
            }
            if let spoken = text.spokenRun(at: index, meter: &meter) {
                add(spoken.range, digits: spoken.digits, meter: &meter)
                index = spoken.range.upperBound
                continue
            }
            guard text[index].isASCIIDigit else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, text[index].isASCIIDigit {
                meter.count()
                index += 1
            }
            let isPlain = index >= text.count || !isWord(index)
            guard isPlain, index - start >= 1, index - start <= 6 else {
                close(meter: &meter)
                continue
            }
            add(start..<index, digits: index - start, meter: &meter)
        }
        close(meter: &meter)
        return found
    }

    private mutating func add(_ piece: Range<Int>, digits count: Int, meter: inout StepMeter) {
        if let last = pieces.last {
            switch tie(last.upperBound..<piece.lowerBound, meter: &meter) {
            case .none: close(meter: &meter)
            case .blank: break
            case .words: ties += 1
            }
        }
        pieces.append(piece)
        digits += count
    }

    private enum Tie { case none, blank, words }

    /// What lies between two pieces: blanks and dashes, or a few words of which one carries on.
    private func tie(_ gap: Range<Int>, meter: inout StepMeter) -> Tie {
        meter.count(min(gap.count, Self.longestGap))
        guard gap.count <= Self.longestGap else { return .none }
        let hasWords = gap.contains { text[$0].isSpacedWordScalar || text[$0].isEastAsian }
        guard hasWords else {
            return gap.contains { text[$0] == "." && gap.count > 2 } ? .none : .blank
        }
        let first = input.hits.partitioningIndex { $0.range.lowerBound >= gap.lowerBound }
        var index = first
        while index < input.hits.count, input.hits[index].range.upperBound <= gap.upperBound {
            meter.count()
            if input.hits[index].concept == .numberCounterCue { return .none }
            if input.hits[index].concept == Self.continuation { return .words }
            index += 1
        }
        let words = text.string(gap).split { !$0.isLetter }
        return words.allSatisfy { NumberWords.between.contains(String($0)) } ? .blank : .none
    }

    private mutating func close(meter: inout StepMeter) {
        if let first = pieces.first, let last = pieces.last, ties > 0, pieces.count > 1,
            Self.allDigits.contains(digits), hasCue(first.lowerBound..<last.upperBound, &meter)
        {
            found.append(first.lowerBound..<last.upperBound)
        }
        pieces = []
        digits = 0
        ties = 0
    }

    /// A word about telephones in the pieces' sentences or in the one before, and none that counts.
    private func hasCue(_ range: Range<Int>, _ meter: inout StepMeter) -> Bool {
        let first = input.sentences.partitioningIndex { $0.range.upperBound > range.lowerBound }
        let last = input.sentences.partitioningIndex { $0.range.upperBound >= range.upperBound }
        guard input.sentences.indices.contains(first) else { return false }
        var hasCue = false
        for sentence in max(0, first - 1)...min(last, input.sentences.count - 1) {
            for hit in input.hits(inSentence: sentence) {
                meter.count()
                if Self.isCue(hit.concept) { hasCue = true }
                let isOwn = sentence >= first
                if hit.concept == .numberCounterCue, isOwn { return false }
            }
        }
        return hasCue
    }

    private func isWord(_ index: Int) -> Bool { text[index].isASCIIAlphanumeric }

    /// Words about telephones, and "our number", which says less where a number stands in one piece.
    private static func isCue(_ concept: Concept) -> Bool {
        concept == .phoneCue || concept == splitCue
    }

    private static let splitCue = Concept("split-cue")
    private static let continuation = Concept("continuation")
}
