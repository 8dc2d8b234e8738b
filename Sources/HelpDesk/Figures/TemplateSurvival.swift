/// How much of a template an answer still holds after a person has worked on it.
package enum TemplateSurvival {
    /// Shorter pieces stand in any text and prove nothing.
    private static let shortest = 6

    /// Characters of `sent` that are literal lines of the template `body`; what variables brought in
    /// does not count. Zero for a body that cannot be read.
    package static func characters(of body: String, in sent: String) -> Int {
        var parser = TemplateParser(body)
        guard let parts = try? parser.parse() else { return 0 }
        return pieces(of: parts).reduce(0) { sum, piece in
            sent.contains(piece) ? sum + piece.count : sum
        }
    }

    private static func pieces(of parts: [TemplatePart]) -> [String] {
        parts.flatMap { part -> [String] in
            switch part {
            case .text(let text):
                text.split(whereSeparator: \.isNewline)
                    .map(trimmed)
                    .filter { $0.count >= shortest }
            case .slot: []
            case .condition(_, let parts): pieces(of: parts)
            }
        }
    }

    /// Blanks at either end, such as the one before a variable, are no part of a piece.
    private static func trimmed(_ line: Substring) -> String {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
