/// Whom a letter greets.
enum GreetingScan {
    private static let openings = [
        "dear", "hello", "hi", "good morning", "good afternoon", "guten tag", "hallo",
        "guten morgen",
        "sehr geehrter", "sehr geehrte", "liebe", "lieber", "bonjour", "cher", "chère", "bonsoir",
        "buongiorno", "gentile", "salve", "caro", "cara", "buonasera", "hola", "estimado",
        "estimada", "querido", "querida", "buenos días", "buenas tardes",
    ]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "herr", "frau", "monsieur", "madame", "m", "mme",
        "mlle", "signor", "signora", "sig", "ra", "señor", "señora", "sr", "sra", "don", "doña",
        "prof",
    ]
    private static let general: Set<String> = [
        "customer", "buyer", "client", "there", "again", "sir", "madam", "all", "team", "kunde",
        "kundin", "damen", "herren", "cliente", "acheteur", "acquirente", "comprador", "et", "and",
        "und", "お客", "お客様", "客户", "顾客", "买家",
    ]

    /// The name in the first line of a letter; nil when the line greets nobody by name.
    static func name(in letter: String) -> TextPlaces.Token? {
        var start = letter.startIndex
        while start < letter.endIndex, letter[start].isWhitespace {
            start = letter.index(after: start)
        }
        let line = letter[start...].prefix { !$0.isNewline }
        guard line.count <= 60, let part = eastern(line) ?? western(line), !part.isEmpty else {
            return nil
        }
        let offset = letter[..<part.startIndex].utf8.count
        return TextPlaces.Token(text: String(part), range: offset..<offset + part.utf8.count)
    }

    /// Whether it is a word for any buyer.
    static func isGeneral(_ name: String) -> Bool {
        name.lowercased().split { !$0.isLetter }.contains { general.contains(String($0)) }
    }

    private static func eastern(_ line: Substring) -> Substring? {
        for mark in ["様", "さま", "，您好", ",您好", "您好"] {
            guard let found = line.firstRange(of: mark) else { continue }
            let name = line[..<found.lowerBound]
            let end = name.lastIndex { !$0.isWhitespace }.map(name.index(after:))
            return end.map { name[..<$0] }
        }
        return nil
    }

    /// After the opening and the titles, up to the comma: one to four words with capitals.
    private static func western(_ line: Substring) -> Substring? {
        guard let comma = line.firstIndex(where: { ",:!，".contains($0) }) else { return nil }
        let head = line[..<comma]
        let lower = head.lowercased()
        guard
            let opening = openings.filter({ lower.hasPrefix($0 + " ") }).max(by: {
                $0.count < $1.count
            })
        else { return nil }
        var rest = head.dropFirst(opening.count + 1)
        while let word = rest.split(separator: " ").first,
            titles.contains(word.lowercased().filter(\.isLetter))
        {
            rest = rest[word.endIndex...].drop { $0 == " " }
        }
        let words = rest.split(separator: " ")
        guard (1...4).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true })
        else { return nil }
        return rest
    }
}
