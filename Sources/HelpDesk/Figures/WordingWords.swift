extension WordingClusters.Text {
    /// The telling words of a message: in lower case, without accents, without the words of every
    /// letter. Chinese and Japanese, which write no spaces, give pairs of characters.
    package init(_ body: String, language: LanguageCode) {
        let walk = WordingWalk(body, longest: WordingWalk.longestQuestion)
        self.init(language: language, words: Set(walk.words.map(\.key)))
    }
}

/// The telling words of a text, in order, and where each stands.
struct WordingWalk {
    struct Word: Hashable {
        /// What is compared: the word's beginning, or a pair of characters.
        var key: String
        /// The whole word in lower case, without accents.
        var folded: String
        /// Positions in `characters`.
        var range: Range<Int>
    }

    /// A question stands at the beginning; what follows is history.
    static let longestQuestion = 600

    let characters: [Character]
    private(set) var words: [Word] = []

    /// Of at most `longest` characters of `body`.
    init(_ body: String, longest: Int) {
        characters = Array(body.prefix(longest))
        var start = 0
        var index = 0
        while index < characters.count {
            start = index
            if Self.isIdeograph(characters[index]) {
                index = end(from: start, while: Self.isIdeograph)
                addPairs(of: start..<index)
            } else if characters[index].isLetter {
                index = end(from: start) { $0.isLetter && !Self.isIdeograph($0) }
                addWord(start..<index)
            } else {
                index += 1
            }
        }
    }

    private func end(from start: Int, while holds: (Character) -> Bool) -> Int {
        characters[start...].firstIndex { !holds($0) } ?? characters.count
    }

    private mutating func addWord(_ range: Range<Int>) {
        let word = characters[range].map(Self.folded).joined()
        guard word.count > 2, !WordingStopWords.all.contains(word) else { return }
        // A plural, an ending: the first letters are the word's own.
        words.append(Word(key: String(word.prefix(7)), folded: word, range: range))
    }

    private mutating func addPairs(of run: Range<Int>) {
        for index in run.dropLast() {
            let (one, other) = (characters[index], characters[index + 1])
            // Two letters of grammar: the words that tell are written with ideographs.
            if Self.isHiragana(one), Self.isHiragana(other) { continue }
            let pair = String([one, other])
            guard !WordingStopWords.pairs.contains(pair) else { continue }
            words.append(Word(key: pair, folded: pair, range: index..<index + 2))
        }
    }

    static func isIdeograph(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
            || (0x20000...0x3FFFF).contains(scalar)
    }

    private static func isHiragana(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return (0x3040...0x309F).contains(scalar)
    }

    private static func folded(_ character: Character) -> String {
        let lower = character.lowercased()
        return accents[lower] ?? lower
    }

    private static let accents: [String: String] = [
        "ä": "a", "à": "a", "á": "a", "â": "a", "ã": "a", "å": "a", "ç": "c", "è": "e", "é": "e",
        "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o",
        "ô": "o", "õ": "o", "ö": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u", "ß": "ss",
        "œ": "oe",
    ]
}

/// Words that stand in every letter and tell nothing of its subject; already without accents.
enum WordingStopWords {
    static let all: Set<String> = Set(
        [english, german, french, italian, spanish].joined(separator: " ")
            .split(whereSeparator: \.isWhitespace).map(String.init))

    private static let english = """
        the and you your yours are was were have has had for not with this that from they them
        their there here when what where which who how can could would will should please thank
        thanks dear hello regards sincerely best kind very much been being but because about into
        than then also just get got did does don out our his her its any all one two some more
        """
    private static let german = """
        der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ich sie
        wir ihr mir mich uns ihnen ihre ihren mein meine meinen meiner ist sind war waren wird
        werden habe haben hat hatte bitte danke vielen dank hallo sehr geehrte geehrter geehrten
        damen herren mit freundlichen grussen fur von vom zum zur auf aus bei nach noch wenn wann
        was wie wird kann konnen konnten mochte dass auch nur schon als bin
        """
    private static let french = """
        les des une est sont pas pour dans sur avec vous votre vos nous notre nos mon mes ma son ses
        que qui quoi quand comment bonjour merci cordialement madame monsieur avez avons suis etes
        ete etre avoir fait faire plus tres bien mais par aux cette ces elle ils elles pouvez
        pourriez voudrais
        """
    private static let italian = """
        che chi con del della dei delle degli dal dalla nel nella non per sono una uno gli le lo il
        mio mia miei mie vostro vostra suo sua grazie salve buongiorno cordiali saluti gentile
        come quando dove cosa anche ancora avete abbiamo stato stata essere avere vorrei potete
        """
    private static let spanish = """
        los las una uno del con por para que quien como cuando donde pero mas muy hola gracias
        saludos estimado estimada buenos dias mi mis su sus esta este esto estos estas ha han he
        hemos sido ser estar tiene tengo puede pueden quiero quisiera nos les
        """

    /// The same for pairs of characters.
    static let pairs: Set<String> = [
        "お願", "願い", "您好", "你好", "谢谢", "請問", "请问", "我的", "你们", "我们", "了吗", "可以", "什么", "没有",
    ]
}
