import HelpDesk

extension Detector {
    /// CON-02: telephone numbers in words and in Han numerals.
    static let spokenPhones = Detector(name: "spoken phones") { input, _, meter in
        var scanner = SpokenNumberScanner(text: input.text)
        scanner.scan(meter: &meter)
        return scanner.found.map { Hit(.phone, input.text.origin(of: $0)) }
    }
}

/// Collects unbroken sequences of number words.
private struct SpokenNumberScanner {
    let text: NormalizedText
    private(set) var found: [Range<Int>] = []
    private var start = 0
    private var end = 0
    private var words = 0
    private var digits = 0

    /// Seven is the length of the shortest local number people dictate in full.
    private static let leastDigits = 7

    init(text: NormalizedText) { self.text = text }

    mutating func scan(meter: inout StepMeter) {
        var index = 0
        while index < text.count {
            meter.count()
            let scalar = text[index]
            if SpokenNumbers.han.contains(scalar) {
                extend(index..<index + 1, digits: 1, isWord: true)
                index += 1
            } else if scalar.isSpacedWordScalar {
                index = readWord(at: index, meter: &meter)
            } else if isGlue(at: index) {
                index += 1
            } else {
                close()
                index += 1
            }
        }
        close()
    }

    private mutating func readWord(at start: Int, meter: inout StepMeter) -> Int {
        var index = start
        while index < text.count, text[index].isSpacedWordScalar {
            meter.count()
            index += 1
        }
        guard index - start <= 12 else {
            close()
            return index
        }
        let word = text.string(start..<index)
        if SpokenNumbers.words.contains(word) {
            extend(start..<index, digits: 1, isWord: true)
        } else if word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), words > 0 {
            extend(start..<index, digits: index - start, isWord: false)
        } else if !(words > 0 && SpokenNumbers.between.contains(word)) {
            close()
        }
        return index
    }

    private mutating func extend(_ range: Range<Int>, digits: Int, isWord: Bool) {
        if words == 0 { start = range.lowerBound }
        end = range.upperBound
        self.digits += digits
        words += isWord ? 1 : 0
    }

    private mutating func close() {
        if digits >= Self.leastDigits, words >= 4 { found.append(start..<end) }
        words = 0
        digits = 0
    }

    /// A blank, a comma or a hyphen keeps a sequence together; at most two of them.
    private func isGlue(at index: Int) -> Bool {
        guard words > 0, index - end < 2 else { return false }
        switch text[index] {
        case " ", ",", "-", "、", ".", "/", "·": return true
        default: return false
        }
    }
}

/// Words for digits in the languages of the desk.
private enum SpokenNumbers {
    static let han = Set("〇零一二三四五六七八九幺两洞".unicodeScalars)

    static let words: Set<String> = {
        let list = """
            zero oh nought one two three four five six seven eight nine double triple \
            null eins ein zwei zwo drei vier funf sechs sieben acht neun \
            un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze \
            seize vingt trente quarante cinquante soixante \
            uno due tre quattro cinque sei sette otto nove doppio venti trenta quaranta cinquanta \
            sessanta settanta ottanta novanta \
            cero dos tres cuatro cinco seis siete ocho nueve doble veinte treinta cuarenta \
            cincuenta sesenta setenta ochenta noventa
            """
        return Set(list.split(separator: " ").map(String.init))
    }()

    static let between: Set<String> = ["y", "et", "und", "e"]
}
