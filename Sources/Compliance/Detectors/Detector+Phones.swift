import HelpDesk

extension Detector {
    /// CON-02 and CON-08: telephone numbers in digits of any width.
    static let phones = Detector(name: "phones") { input, hits, meter in
        let shapes = Shapes(input, hits: hits, meter: &meter)
        var found: [Hit] = []
        for (number, sentence) in input.sentences.enumerated() {
            var index = sentence.range.lowerBound
            while index < sentence.range.upperBound {
                meter.count()
                guard startsNumber(at: index, in: input.text, claimed: shapes.claimed),
                    let run = input.text.numberRun(
                        at: index, claimed: shapes.claimed, meter: &meter)
                else {
                    index += 1
                    continue
                }
                index = max(index + 1, run.range.upperBound)
                let judge = PhoneJudge(input: input, sentence: number)
                if let (rule, isUnsure) = judge.rule(for: run, meter: &meter) {
                    found.append(
                        Hit(rule, input.text.origin(of: run.range), isUnsure: isUnsure))
                }
            }
        }
        return found
    }

    private static func startsNumber(at index: Int, in text: NormalizedText, claimed: [Bool])
        -> Bool
    {
        let scalar = text[index]
        if scalar.isASCIIDigit { return !claimed[index] }
        guard scalar == "+" || scalar == "(", let next = text.scalar(at: index + 1) else {
            return false
        }
        return next.isASCIIDigit || (scalar == "(" && next == "+")
    }
}

/// Decides what a run of digits is, from its grouping and the words around it.
private struct PhoneJudge {
    let input: LintInput
    let sentence: Int

    /// The rule, and whether no word says that it is a telephone's.
    func rule(
        for run: NumberRun, meter: inout StepMeter
    ) -> (rule: RuleCode, isUnsure: Bool)? {
        if isShortHotline(run, meter: &meter) { return (.hotline, false) }
        guard PhonePlans.isPlausible(run, in: input.text), !isMeasure(run),
            !isCalendarOrNetwork(run)
        else {
            return nil
        }
        let cue = nearestCue(before: run, meter: &meter)
        if PhonePlans.isTracking(run), !hasOwnCue(before: run) { return nil }
        let isFormatted = PhonePlans.isFormatted(run, in: input.text)
        var isUnsure = false
        switch cue {
        case .phone: break
        case .counter:
            guard run.hasPlus, isFormatted else { return nil }
        case nil:
            let isNamed = !run.hasPlus && isSaidToBeCode(run, meter: &meter)
            if !hasCueBehind(run, meter: &meter) {
                guard isFormatted, !isNamed else { return nil }
                isUnsure = !run.hasPlus
            }
        }
        return (isThirdParty(run, meter: &meter) ? .hotline : .phone, isUnsure)
    }

    /// A carrier's service number of four to six digits: "appelez Colissimo au 3631".
    private func isShortHotline(_ run: NumberRun, meter: inout StepMeter) -> Bool {
        guard (4...6).contains(run.digitCount), !isMeasure(run), !isDay(run) else { return false }
        let start = run.range.lowerBound
        let words = input.text.string(max(0, start - 12)..<start)
        guard Self.atNumber.contains(where: { words.hasSuffix(" " + $0 + " ") }) else {
            return false
        }
        return nearestCue(before: run, meter: &meter) == .phone && isThirdParty(run, meter: &meter)
    }

    /// A year, or a date that is cut short.
    private func isDay(_ run: NumberRun) -> Bool {
        run.separators.contains("/") || run.separators.contains(".")
            || (run.shape == [4]
                && (1900...2100).contains(input.text.value(run.groups[0]) ?? 0))
    }

    /// What stands before a number that one is to call.
    private static let atNumber = [
        "at", "on", "number", "unter", "nummer", "au", "le", "numero", "al",
    ]

    private enum Cue { case phone, counter }

    /// The last word before the number that says what it is; the sentence before counts too.
    private func nearestCue(before run: NumberRun, meter: inout StepMeter) -> Cue? {
        for number in [sentence, sentence - 1] where number >= 0 {
            var best: (cue: Cue, end: Int)?
            for hit in input.hits(inSentence: number) {
                meter.count()
                guard hit.range.upperBound <= run.range.lowerBound else { break }
                let cue: Cue
                switch hit.concept {
                case .phoneCue:
                    // "The serial number of nine digits": digits alone ring nobody.
                    guard best?.cue != .counter || !isDigitWord(hit) else { continue }
                    cue = .phone
                case .numberCounterCue: cue = .counter
                default: continue
                }
                if hit.range.upperBound >= best?.end ?? 0 { best = (cue, hit.range.upperBound) }
            }
            if let best {
                // A word in the sentence before only helps; it rules nothing out.
                return number == sentence || best.cue == .phone ? best.cue : nil
            }
        }
        return nil
    }

    /// Whether the sentence itself says that a telephone rings.
    private func hasOwnCue(before run: NumberRun) -> Bool {
        input.hits(inSentence: sentence).contains {
            $0.concept == .phoneCue && $0.range.upperBound <= run.range.lowerBound
        }
    }

    private func isDigitWord(_ hit: ConceptHit) -> Bool {
        input.hits(inSentence: sentence).contains {
            $0.concept == Self.digitString && $0.range.overlaps(hit.range)
        }
    }

    private static let digitString = Concept("digit-string")

    /// "347-550-1982, which you read on the plate, is the maker's part number".
    private func isSaidToBeCode(_ run: NumberRun, meter: inout StepMeter) -> Bool {
        input.hits(inSentence: sentence).contains { hit in
            meter.count()
            return hit.concept == Self.isCode
                && (0..<Self.codeReach).contains(hit.range.lowerBound - run.range.upperBound)
        }
    }

    private static let isCode = Concept("is-code")
    /// Letters between a number and the words that say which code it is.
    private static let codeReach = 60

    private func hasCueBehind(_ run: NumberRun, meter: inout StepMeter) -> Bool {
        for hit in input.hits(inSentence: sentence) where hit.concept == .phoneCue {
            meter.count()
            let distance = hit.range.lowerBound - run.range.upperBound
            if distance >= 0, distance < 30 { return true }
        }
        return false
    }

    /// A carrier or maker named before the number, and not the seller's own side.
    private func isThirdParty(_ run: NumberRun, meter: inout StepMeter) -> Bool {
        var carrier: Int?
        var own: Int?
        for hit in input.hits(inSentence: sentence)
        where hit.range.upperBound <= run.range.lowerBound {
            meter.count()
            if hit.concept == .carrier { carrier = hit.range.upperBound }
            if hit.concept == .ownSide, !isCapitals(hit.range) { own = hit.range.upperBound }
        }
        guard let carrier, run.range.lowerBound - carrier < 60 else { return false }
        return own.map { $0 < carrier } ?? true
    }

    /// "US" is a country, "us" is the seller.
    private func isCapitals(_ range: Range<Int>) -> Bool {
        let origin = input.text.origin(of: range)
        return origin.count == 2
            && origin.allSatisfy { input.byte(at: $0).map { (65...90).contains($0) } ?? false }
    }

    private func isMeasure(_ run: NumberRun) -> Bool {
        let text = input.text
        if run.range.lowerBound > 0 {
            var before = run.range.lowerBound - 1
            if text[before] == " ", before > 0 { before -= 1 }
            if Self.money.contains(text[before]) || text[before] == "〒" { return true }
            if text[before] == "." || text[before] == ",",
                text.scalar(at: before - 1)?.isASCIIDigit == true
            {
                return true
            }
        }
        var after = run.range.upperBound
        if text.scalar(at: after) == " " { after += 1 }
        guard let next = text.scalar(at: after) else { return false }
        if Self.money.contains(next) { return true }
        return next == "," && text.scalar(at: after + 1)?.isASCIIDigit == true
    }

    /// Dates, IPv4 addresses and versions.
    private func isCalendarOrNetwork(_ run: NumberRun) -> Bool {
        guard !run.hasPlus else { return false }
        let shape = run.shape
        let values = run.groups.compactMap { input.text.value($0) }
        guard values.count == shape.count else { return false }
        if shape.count >= 3, isDate(values, shape) { return true }
        return run.separators == ["."] && shape.count == 4
            && shape.allSatisfy { $0 <= 3 } && values.allSatisfy { $0 <= 255 }
    }

    private func isDate(_ values: [Int], _ shape: [Int]) -> Bool {
        let isYearFirst =
            shape[0] == 4 && (1900...2100).contains(values[0]) && shape[1] <= 2 && shape[2] <= 2
        let isYearLast =
            shape[2] == 4 && (1900...2100).contains(values[2]) && shape[0] <= 2 && shape[1] <= 2
        if isYearFirst { return (1...12).contains(values[1]) && (1...31).contains(values[2]) }
        return isYearLast && (1...31).contains(values[0]) && (1...31).contains(values[1])
    }

    private static let money: Set<Unicode.Scalar> = ["€", "$", "£", "¥", "円", "元", "%", "￥"]
}
