/// A sentence of the joined layer and the clauses it consists of.
struct Sentence: Sendable {
    var range: Range<Int>
    var clauses: [Range<Int>]

    /// The clause that holds `index`, or the whole sentence.
    func clause(at index: Int) -> Range<Int> {
        clauses.first { $0.contains(index) } ?? range
    }
}

extension NormalizedText {
    /// No sentence is longer, so that looking through one costs a bounded number of steps.
    static let sentenceLimit = 400

    /// Cuts the joined layer into sentences (compliance section 4.3).
    func sentences(meter: inout StepMeter) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        var clauseStart = 0
        var clauses: [Range<Int>] = []
        for index in indices {
            meter.count()
            let isEnd = endsSentence(at: index)
            let isTooLong = index - start >= Self.sentenceLimit
            if isEnd || isTooLong || isClauseBreak(at: index) {
                clauses.append(clauseStart..<index + 1)
                clauseStart = index + 1
            }
            if isEnd || isTooLong {
                sentences.append(Sentence(range: start..<index + 1, clauses: clauses))
                start = index + 1
                clauses = []
            }
        }
        if start < count {
            clauses.append(clauseStart..<count)
            sentences.append(Sentence(range: start..<count, clauses: clauses))
        }
        return sentences
    }

    private func endsSentence(at index: Int) -> Bool {
        let scalar = scalars[index]
        if scalar == "\n" || scalar == "。" { return true }
        guard scalar == "." || scalar == "!" || scalar == "?" else { return false }
        guard let next = self.scalar(at: index + 1) else { return true }
        if scalar != ".", !next.isASCIIAlphanumeric { return true }
        guard next.isBlank else { return false }
        return scalar != "."
            || !(isAbbreviation(endingAt: index) || isOrdinal(endingAt: index)
                || isStreet(endingAt: index))
    }

    /// "Hauptstr. 18", "Av. 3": a short word for a street before the number of a house.
    private func isStreet(endingAt stop: Int) -> Bool {
        guard scalar(at: stop + 2)?.isASCIIDigit == true else { return false }
        if stop > 3, string(stop - 3..<stop) == "str" { return true }
        var start = stop
        while start > 0, stop - start < 6, scalars[start - 1].isASCIILetter { start -= 1 }
        return Self.streets.contains(string(start..<stop))
    }

    private static let streets: Set<String> = [
        "av", "avda", "ave", "bd", "blvd", "boul", "rd", "ln", "pl", "pza", "apt", "ste", "bldg",
        "via", "ctra", "urb",
    ]

    /// Whether the full stop makes a number an ordinal: "vom 4. Mai", "im 2. Stock".
    private func isOrdinal(endingAt stop: Int) -> Bool {
        var start = stop
        while start > 0, stop - start < 3, scalars[start - 1].isASCIIDigit { start -= 1 }
        guard (1...2).contains(stop - start) else { return false }
        var end = stop + 2
        while end < count, end - stop < 12, scalars[end].isASCIILetter { end += 1 }
        return Self.ordinalNouns.contains(string(min(stop + 2, end)..<end))
    }

    /// What German counts with a full stop, besides days of the week.
    private static let ordinalNouns: Set<String> = [
        "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "dezember", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "okt", "nov", "dez", "stock", "etage", "obergeschoss", "stufe", "versuch", "mal",
    ]

    /// Whether the full stop belongs to a short word such as "Sr." or a letter such as "S.".
    private func isAbbreviation(endingAt stop: Int) -> Bool {
        var start = stop
        while start > 0, stop - start < 5, scalars[start - 1].isASCIILetter { start -= 1 }
        let length = stop - start
        // "A to Z." ends a sentence more often than a name that is cut to its letter.
        // "23W." ends one too.
        let isBehindDigit = start > 0 && scalars[start - 1].isASCIIDigit
        if length == 1 { return scalars[start] != "z" && !isBehindDigit }
        guard (2...4).contains(length) else { return false }
        return Self.abbreviations.contains(string(start..<stop))
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "no", "nr", "sr", "sra", "sig", "hr", "fr", "mme", "bzw",
        "ca", "tel", "ext", "num", "dott", "gent", "approx", "ref", "art", "cod", "inkl", "zzgl",
        "usw", "str",
    ]

    private func isClauseBreak(at index: Int) -> Bool {
        guard scalars[index].isClauseBreak else { return false }
        guard let next = scalar(at: index + 1), index > 0 else { return true }
        // "re(v)iew" is one word.
        let isInWord = next.isASCIILetter && scalars[index - 1].isASCIILetter
        if isInWord, "():".unicodeScalars.contains(scalars[index]) { return false }
        return !(next.isASCIIDigit && scalars[index - 1].isASCIIDigit) && next != "/"
    }
}
