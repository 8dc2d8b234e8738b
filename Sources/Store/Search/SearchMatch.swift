/// What a person typed, as an FTS5 query that cannot be misread: only letters and digits get into
/// it, each phrase in quotes. All terms must be found in one message.
struct SearchMatch: Equatable {
    let expression: String

    /// Terms beyond these are left out; nobody types so many on purpose.
    private static let mostTerms = 24
    private static let longestRun = 64

    /// Nil when nothing typed can be searched. With `seesNames` the masked part of buyers' names is
    /// searched as well.
    init?(_ typed: String, seesNames: Bool = false) {
        var terms: [Term] = []
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
        expression = terms.prefix(Self.mostTerms).map { term in
            seesNames ? "(\(term.expression) OR \(term.inNames.expression))" : term.expression
        }.joined(separator: " AND ")
    }

    /// Tokens that stand one after the other in a column.
    private struct Term {
        var column = "words"
        var tokens: [String]
        var isPrefix = false

        var expression: String {
            "\(column) : \"\(tokens.joined(separator: " "))\"" + (isPrefix ? " *" : "")
        }

        var inNames: Term {
            var term = self
            term.tokens = tokens.map { SearchIndex.nameMark + $0 }
            return term
        }
    }

    /// Neighbouring words without a space between them, such as an order number's parts, are a
    /// phrase. The last word may be unfinished when `endsOpen`.
    private static func terms(_ pieces: [SearchWords.Piece], endsOpen: Bool) -> [Term] {
        var terms: [Term] = []
        var words: [String] = []
        for piece in pieces {
            switch piece {
            case .word(let word): words.append(word)
            case .run(let run):
                if !words.isEmpty { terms.append(Term(tokens: words)) }
                words = []
                terms.append(runTerm(run))
            }
        }
        if !words.isEmpty { terms.append(Term(tokens: words, isPrefix: endsOpen)) }
        return terms
    }

    private static func runTerm(_ run: [Unicode.Scalar]) -> Term {
        if run.count == 1 {
            return Term(column: "characters", tokens: [String(Character(run[0]))])
        }
        let pairs = zip(run, run.dropFirst()).prefix(longestRun).map { first, second in
            String(Character(first)) + String(Character(second))
        }
        return Term(tokens: pairs)
    }
}

extension SearchMatch {
    /// Any of some beginnings of words; nil without one. More words than a question has add nothing.
    init?(anyOf words: Set<String>) {
        let terms = words.sorted().prefix(Self.mostTerms).compactMap { word -> Term? in
            let pieces = SearchWords.pieces(of: word)
            guard pieces.count == 1, let piece = pieces.first else { return nil }
            switch piece {
            case .word(let word): return Term(tokens: [word], isPrefix: true)
            case .run(let run): return Self.runTerm(run)
            }
        }
        guard !terms.isEmpty else { return nil }
        expression = terms.map(\.expression).joined(separator: " OR ")
    }
}
