extension WordingClusters.Text {
    /// The telling words of a message: in lower case, without accents, without the words of every
    /// letter. Chinese and Japanese, which write no spaces, give pairs of characters.
    package init(_ body: String, language: LanguageCode) {
        var words: Set<String> = []
        var word = ""
        var run: [Character] = []
        for character in body.prefix(Self.longest) {
            if Self.isIdeograph(character) {
                Self.close(&word, into: &words)
                run.append(character)
                continue
            }
            Self.close(&run, into: &words)
            if character.isLetter {
                word.append(Self.folded(character))
            } else {
                Self.close(&word, into: &words)
            }
        }
        Self.close(&word, into: &words)
        Self.close(&run, into: &words)
        self.init(language: language, words: words)
    }

    /// A question stands at the beginning; what follows is history.
    private static let longest = 600

    private static func close(_ word: inout String, into words: inout Set<String>) {
        if word.count > 2, !WordingStopWords.all.contains(word) {
            // A plural, an ending: the first letters are the word's own.
            words.insert(String(word.prefix(7)))
        }
        word = ""
    }

    private static func close(_ run: inout [Character], into words: inout Set<String>) {
        for (one, other) in zip(run, run.dropFirst()) {
            // Two letters of grammar: the words that tell are written with ideographs.
            if isHiragana(one), isHiragana(other) { continue }
            let pair = String([one, other])
            if !WordingStopWords.pairs.contains(pair) { words.insert(pair) }
        }
        run = []
    }

    private static func isIdeograph(_ character: Character) -> Bool {
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
