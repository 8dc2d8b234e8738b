import HelpDesk

extension Detector {
    /// CON-04 and PRV-02: a postal address to send something to, or somebody else's.
    static let postalAddresses = Detector(name: "postal addresses") { input, _, meter in
        var hits: [Hit] = []
        for number in input.sentences.indices {
            let terms = input.hits(inSentence: number)
            guard let place = input.postalAddress(inSentence: number, meter: &meter) else {
                if let rule = looseRule(terms),
                    let house = input.houseNumber(inSentence: number, meter: &meter)
                {
                    hits.append(Hit(rule, house))
                }
                continue
            }
            let isExempt = terms.contains { $0.concept == .placeExempt }
            if terms.contains(where: { $0.concept == Self.otherCustomer })
                || !isExempt && input.isWithPerson(terms)
            {
                hits.append(Hit(.otherPerson, place))
            } else if !isExempt {
                // No reply has a reason to spell an address out: who lives there is the seller.
                hits.append(Hit(.postalAddress, place))
            }
        }
        return hits
    }

    /// What a street without a postcode breaks: only words beside it tell.
    private static func looseRule(_ terms: ArraySlice<ConceptHit>) -> RuleCode? {
        guard !terms.contains(where: { $0.concept == .placeExempt }) else { return nil }
        if terms.contains(where: { $0.concept == otherCustomer }) { return .otherPerson }
        return terms.contains { $0.concept == .sendThere } ? .postalAddress : nil
    }

    private static let otherCustomer = Concept("other-customer")
}

extension LintInput {
    /// Bytes of a postal address in a sentence, whoever lives there.
    func postalAddress(inSentence number: Int, meter: inout StepMeter) -> Range<Int>? {
        AddressScanner(input: self, sentence: number).address(meter: &meter)
    }

    /// Bytes of a street and the number of a house in a sentence, without a postcode.
    fileprivate func houseNumber(inSentence number: Int, meter: inout StepMeter) -> Range<Int>? {
        AddressScanner(input: self, sentence: number).house(meter: &meter)
    }

    /// Whether a parcel went into somebody's hands: behind the words for it stands a person's title,
    /// or a name in capitals.
    fileprivate func isWithPerson(_ terms: ArraySlice<ConceptHit>) -> Bool {
        let hands = Concept("other-hands")
        let title = Concept("person-title")
        return terms.contains { hand in
            hand.concept == hands
                && (hasName(behind: hand.range.upperBound)
                    || terms.contains {
                        $0.concept == title && $0.range.lowerBound >= hand.range.lowerBound
                    })
        }
    }

    /// Two words with capitals: a shop or a post office has an article before it.
    private func hasName(behind end: Int) -> Bool {
        var index = end
        for _ in 0..<2 {
            guard text.scalar(at: index) == " ", index + 1 < text.count else { return false }
            let first = text.origin(of: index + 1..<index + 2).lowerBound
            // Letters in other forms count as capitals.
            guard let byte = byte(at: first), (65...90).contains(byte) || byte >= 0xC3 else {
                return false
            }
            index += 1
            while text.scalar(at: index)?.isSpacedWordScalar == true { index += 1 }
        }
        return true
    }
}

/// A street with a number, or a district of Japan or China, and a postcode or what stands for it.
private struct AddressScanner {
    private let text: NormalizedText
    private let sentence: Sentence
    private let input: LintInput
    private let streets: [Range<Int>]

    /// Letters between a street and its postcode.
    private static let reach = 60

    init(input: LintInput, sentence: Int) {
        self.input = input
        text = input.text
        self.sentence = input.sentences[sentence]
        let street = Concept("street")
        streets = input.hits(inSentence: sentence).filter { $0.concept == street }.map(\.range)
    }

    /// Bytes of the address in the agent's text.
    func address(meter: inout StepMeter) -> Range<Int>? {
        eastAsian(meter: &meter) ?? western(meter: &meter)
    }

    private func western(meter: inout StepMeter) -> Range<Int>? {
        var start = sentence.range.lowerBound
        for _ in 0..<Self.codeLimit {
            guard let code = postcode(from: start, meter: &meter) else { return nil }
            if let street = streetPlace(before: code, meter: &meter) {
                let first = nameBefore(clauseStart(street))
                let last = cityEnd(code.upperBound)
                return text.origin(of: trimmed(first..<last))
            }
            start = code.upperBound
        }
        return nil
    }

    /// Numbers in one sentence that are tried as postcodes.
    private static let codeLimit = 4

    /// "Calle Sol 9", "9 Willow Terrace", "Lindenstrasse 22": a name in capitals and a number beside it.
    func house(meter: inout StepMeter) -> Range<Int>? {
        for street in streets {
            meter.count(Self.houseReach)
            guard let range = houseNumber(at: street) else { continue }
            return text.origin(of: range)
        }
        var index = sentence.range.lowerBound
        while index < sentence.range.upperBound {
            meter.count()
            let start = index
            while index < sentence.range.upperBound, text[index].isSpacedWordScalar { index += 1 }
            let word = text.string(start..<index)
            if isCapital(start), isCompound(word), let end = numberEnd(behind: index) {
                return text.origin(of: start..<end)
            }
            index = max(index, start + 1)
        }
        return nil
    }

    private static let houseReach = 30

    private func isCompound(_ word: String) -> Bool {
        Self.compounds.contains { word.hasSuffix($0) && word.count > $0.count + 2 }
    }

    /// The street's word with its name in capitals and its number, on either side.
    private func houseNumber(at street: Range<Int>) -> Range<Int>? {
        // "9 Willow Terrace", "40 rue Nationale": the number stands before one or two names.
        var start = street.lowerBound
        for _ in 0..<3 {
            guard start > sentence.range.lowerBound + 1, text[start - 1] == " " else { break }
            var word = start - 1
            while word > sentence.range.lowerBound, text[word - 1].isASCIIAlphanumeric { word -= 1 }
            guard word < start - 1 else { break }
            if text[word].isASCIIDigit {
                let isName = isCapital(start) || isCapital(street.upperBound + 1)
                return isName && start - word <= 6 ? word..<street.upperBound : nil
            }
            guard isCapital(word) else { break }
            start = word
        }
        // "Calle Sol 9": names in capitals follow, with small words between them.
        var index = street.upperBound
        var hasName = false
        while index - street.upperBound < Self.houseReach, text.scalar(at: index) == " " {
            if let end = numberEnd(behind: index) { return hasName ? street.lowerBound..<end : nil }
            hasName = hasName || isCapital(index + 1)
            index += 1
            let word = index
            while text.scalar(at: index)?.isSpacedWordScalar == true { index += 1 }
            guard index > word, isCapital(word) || index - word <= 4 else { return nil }
        }
        return nil
    }

    /// Behind " 18" or ", 18": one to four digits that end there.
    private func numberEnd(behind end: Int) -> Int? {
        var index = end
        if text.scalar(at: index) == "." || text.scalar(at: index) == "," { index += 1 }
        guard text.scalar(at: index) == " " else { return nil }
        index += 1
        let start = index
        while index - start < 5, text.scalar(at: index)?.isASCIIDigit == true { index += 1 }
        guard (1...4).contains(index - start) else { return nil }
        return index
    }

    /// A street's word or a German compound such as "Industriestrasse", with a number beside it.
    private func streetPlace(before code: Range<Int>, meter: inout StepMeter) -> Int? {
        let low = max(sentence.range.lowerBound, code.lowerBound - Self.reach)
        for street in streets where (low..<code.lowerBound).contains(street.lowerBound) {
            if hasNumber(near: street, meter: &meter) { return street.lowerBound }
        }
        var index = low
        while index < code.lowerBound {
            meter.count()
            let start = index
            while index < code.lowerBound, text[index].isSpacedWordScalar { index += 1 }
            let word = text.string(start..<index)
            if Self.compounds.contains(where: { word.hasSuffix($0) && word.count > $0.count + 2 }),
                hasNumber(near: start..<index, meter: &meter)
            {
                return start
            }
            index = max(index, start + 1)
        }
        return nil
    }

    private func hasNumber(near street: Range<Int>, meter: inout StepMeter) -> Bool {
        let low = max(sentence.range.lowerBound, street.lowerBound - 30)
        let high = min(sentence.range.upperBound, street.upperBound + 30)
        meter.count(high - low)
        return (low..<high).contains { text[$0].isASCIIDigit }
    }

    /// Five digits with a name beside them, or the forms of the UK and Canada.
    private func postcode(from start: Int, meter: inout StepMeter) -> Range<Int>? {
        var index = start
        while index < sentence.range.upperBound {
            meter.count()
            let start = index
            while index < sentence.range.upperBound, text[index].isASCIIAlphanumeric { index += 1 }
            let token = text.scalars[start..<index]
            if token.allSatisfy(\.isASCIIDigit),
                token.count == 5
                    || (token.count == 4 || token.count == 6) && isTownCode(start..<index)
            {
                return start..<index
            }
            if isOutward(token), let end = inwardEnd(index) { return start..<end }
            index = max(index, start + 1)
        }
        return nil
    }

    /// Four digits of Austria and Switzerland or six of China, behind a comma or a country's sign and
    /// before a name: ", A-4020 Linz".
    private func isTownCode(_ code: Range<Int>) -> Bool {
        guard isCapital(code.upperBound + 1), text.scalar(at: code.upperBound) == " " else {
            return false
        }
        var before = code.lowerBound - 1
        if before > 1, text[before] == "-", text[before - 1].isASCIILetter {
            before -= 2
            if before > 0, text[before].isASCIILetter { before -= 1 }
        }
        guard before > 0, text[before] == " " else { return false }
        return text[before - 1] == ","
    }

    private func isCapital(_ index: Int) -> Bool {
        guard index < text.count, text[index].isASCIILetter else { return false }
        let byte = input.byte(at: text.origin(of: index..<index + 1).lowerBound) ?? 0
        return (65...90).contains(byte) || byte >= 0xC3
    }

    /// "sw1a", "m1" or Canada's "k1a".
    private func isOutward(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
        guard (2...4).contains(token.count), token.first?.isASCIILetter == true else {
            return false
        }
        return token.contains(where: \.isASCIIDigit)
    }

    /// " 1aa" or Canada's " 1a1" behind an outward code.
    private func inwardEnd(_ end: Int) -> Int? {
        guard text.scalar(at: end) == " ", text.scalar(at: end + 1)?.isASCIIDigit == true,
            text.scalar(at: end + 2)?.isASCIILetter == true,
            text.scalar(at: end + 3)?.isASCIIAlphanumeric == true,
            text.scalar(at: end + 4)?.isASCIIAlphanumeric != true
        else { return nil }
        return end + 4
    }

    private func eastAsian(meter: inout StepMeter) -> Range<Int>? {
        meter.count(sentence.range.count)
        var signs: Set<Unicode.Scalar> = []
        for index in sentence.range
        where text[index].value > 0x2FFF && Self.districtMarks.contains(text[index]) {
            signs.insert(text[index])
        }
        guard !signs.isEmpty else { return nil }
        let isDistrict = Self.districts.contains(where: { $0.isSubset(of: signs) })
        guard isDistrict && sentence.range.contains(where: { text[$0].isASCIIDigit }) || hasHouse()
        else { return nil }
        let marks = sentence.range.filter { Self.districtMarks.contains(text[$0]) }
        let sign = sentence.range.first { text[$0] == "〒" }
        guard let first = sign ?? marks.first, let last = marks.last else { return nil }
        let clause = sentence.clause(at: first)
        let lower = sign ?? clause.lowerBound
        var upper = sentence.clause(at: last).upperBound
        for particle in ["まで", "宛", "へ", "に"] where sign != nil {
            if let stop = text.position(of: particle, in: last..<upper) { upper = stop }
        }
        return text.origin(of: trimmed(lower..<upper))
    }

    /// "样板路 88 号", or "区見本町2-3": a road or a quarter with the number of a house.
    private func hasHouse() -> Bool {
        sentence.range.contains { place in
            guard Self.roads.contains(text[place]) else { return false }
            var index = place + 1
            if text.scalar(at: index) == " " { index += 1 }
            let start = index
            while index - start < 5, text.scalar(at: index)?.isASCIIDigit == true { index += 1 }
            guard index > start else { return false }
            if text.scalar(at: index) == " " { index += 1 }
            guard let next = text.scalar(at: index) else { return false }
            if text[place] == "町" || text[place] == "台" {
                return next == "-" && text.scalar(at: index + 1)?.isASCIIDigit == true
            }
            return next == "号" || next == "號"
        }
    }

    private static let roads = Set("路街道镇巷弄园町台".unicodeScalars)

    private func clauseStart(_ index: Int) -> Int { sentence.clause(at: index).lowerBound }

    /// A name in capitals directly before the street belongs to the address.
    private func nameBefore(_ start: Int) -> Int {
        guard start > sentence.range.lowerBound else { return start }
        let clause = sentence.clause(at: start - 1)
        var first = start
        var index = clause.upperBound - 1
        // Goes back word by word while each starts with a capital.
        while index > clause.lowerBound {
            var wordStart = index
            while wordStart > clause.lowerBound, text[wordStart - 1] != " ",
                text[wordStart - 1] != ":"
            {
                wordStart -= 1
            }
            let byte = input.byte(at: text.origin(of: wordStart..<wordStart + 1).lowerBound) ?? 0
            guard (65...90).contains(byte) || byte >= 0xC3 else { break }
            first = wordStart
            if wordStart > 0, text[wordStart - 1] == ":" { break }
            index = wordStart - 2
        }
        return first
    }

    private func cityEnd(_ end: Int) -> Int {
        var index = end
        var words = 0
        while index < sentence.range.upperBound, words < 2, text[index] == " " {
            let byte = input.byte(
                at: text.origin(of: index + 1..<min(index + 2, text.count)).lowerBound)
            guard let byte, (65...90).contains(byte) else { break }
            index += 1
            while index < sentence.range.upperBound, text[index].isSpacedWordScalar { index += 1 }
            words += 1
        }
        return index
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, text[lower].isBlank || text[lower].isClauseBreak { lower += 1 }
        while upper > lower,
            text[upper - 1].isBlank || text[upper - 1].isClauseBreak || text[upper - 1] == "."
                || text[upper - 1] == "。"
        {
            upper -= 1
        }
        return lower..<max(upper, lower + 1)
    }

    private static let compounds = [
        "strasse", "weg", "platz", "allee", "gasse", "str", "damm", "ring", "ufer", "steig",
        "stieg",
        "kamp", "graben", "markt", "chaussee", "promenade", "kai", "hof", "winkel",
    ]
    /// Words that together make a district's address.
    private static let districts = [
        "〒市", "〒区", "〒町", "〒県", "〒都", "〒府", "〒号", "省市", "市区路", "市区街", "都区町", "県市", "府市", "区路号",
        "市路号", "市区号", "区道号", "市道号", "区街号", "県町",
        "市区丁", "市丁目", "区丁目", "市町番",
    ].map { Set($0.unicodeScalars) }
    private static let districtMarks = Set("省市区県都府町路道号街村丁目番〒".unicodeScalars)
}

extension NormalizedText {
    /// Where a word first starts inside `range`.
    func position(of word: String, in range: Range<Int>) -> Int? {
        let scalars = Array(word.unicodeScalars)
        guard range.count >= scalars.count else { return nil }
        return (range.lowerBound...range.upperBound - scalars.count).first { start in
            scalars.indices.allSatisfy { self[start + $0] == scalars[$0] }
        }
    }
}
