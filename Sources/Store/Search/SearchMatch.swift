/// What a person typed, as an FTS5 query that cannot be misread: only letters and digits get into
/// it, each phrase in quotes. All terms must be found in one message.
struct SearchMatch: Equatable {
    let expression: String

    /// Terms beyond these are left out; nobody types so many on purpose.
    fileprivate static let mostTerms = 24
    private static let longestRun = 64

    /// Nil when nothing typed can be searched.
    init?(_ typed: String) {
        var terms: [String] = []
        var inQuotes = false
        for part in typed.prefix(2_000).split(separator: "\"", omittingEmptySubsequences: false) {
            if inQuotes {
                terms += Self.terms(SearchWords.pieces(of: String(part)), endsOpen: false)
            } else {
                for word in part.split(whereSeparator: \.isWhitespace) {
                    terms += Self.terms(SearchWords.pieces(of: String(word)), endsOpen: true)
                }
            }
            inQuotes.toggle()
        }
        guard !terms.isEmpty else { return nil }
        expression = terms.prefix(Self.mostTerms).joined(separator: " AND ")
    }

    /// Neighbouring words without a space between them, such as an order number's parts, are a
    /// phrase. The last word may be unfinished when `endsOpen`.
    private static func terms(_ pieces: [SearchWords.Piece], endsOpen: Bool) -> [String] {
        var terms: [String] = []
        var words: [String] = []
        for piece in pieces {
            switch piece {
            case .word(let word): words.append(word)
            case .run(let run):
                terms += wordTerm(words, isPrefix: false)
                words = []
                terms.append(runTerm(run))
            }
        }
        return terms + wordTerm(words, isPrefix: endsOpen)
    }

    fileprivate static func wordTerm(_ words: [String], isPrefix: Bool) -> [String] {
        guard !words.isEmpty else { return [] }
        return ["words : \"\(words.joined(separator: " "))\"" + (isPrefix ? " *" : "")]
    }

    fileprivate static func runTerm(_ run: [Unicode.Scalar]) -> String {
        if run.count == 1 { return "characters : \"\(String(Character(run[0])))\"" }
        let pairs = zip(run, run.dropFirst()).prefix(longestRun).map { first, second in
            String(Character(first)) + String(Character(second))
        }
        return "words : \"\(pairs.joined(separator: " "))\""
    }
}

extension SearchMatch {
    /// Any of some beginnings of words; nil without one. More words than a question has add nothing.
    init?(anyOf words: Set<String>) {
        let terms = words.sorted().prefix(Self.mostTerms).compactMap { word -> String? in
            let pieces = SearchWords.pieces(of: word)
            guard pieces.count == 1, let piece = pieces.first else { return nil }
            switch piece {
            case .word(let word): return Self.wordTerm([word], isPrefix: true).first
            case .run(let run): return Self.runTerm(run)
            }
        }
        guard !terms.isEmpty else { return nil }
        expression = terms.joined(separator: " OR ")
    }
}
