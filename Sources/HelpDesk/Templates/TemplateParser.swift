/// A part of a template's body.
indirect enum TemplatePart: Hashable, Sendable {
    case text(String)
    case slot(String)
    case condition(name: String, parts: [TemplatePart])
}

/// Reads `{{name}}` and `{{#if name}}…{{/if}}`. There is nothing else, on purpose: no code, and
/// what a buyer wrote is never read as a template.
struct TemplateParser {
    private var rest: Substring
    private var line = 1
    private var column = 1

    /// Where the reading stopped, from 1 on.
    struct Failure: Error, Hashable {
        var line: Int
        var column: Int
        var code: TemplateProblem.Code
        var detail: String
    }

    /// A variable and where it stands.
    struct Use: Hashable {
        var name: String
        var line: Int
        var column: Int
    }

    private(set) var uses: [Use] = []
    private static let deepest = 8

    init(_ body: String) {
        rest = body[...]
    }

    mutating func parse() throws(Failure) -> [TemplatePart] {
        try parts(depth: 0)
    }

    private mutating func parts(depth: Int) throws(Failure) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var text = ""
        while !rest.isEmpty {
            guard rest.hasPrefix("{{") else {
                text.append(advance())
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            let place = (line, column)
            let tag = try readTag()
            if tag == "/if" {
                guard depth > 0 else { throw failure(place, .strayEnd, tag) }
                return parts
            }
            parts.append(try part(for: tag, at: place, depth: depth))
        }
        if !text.isEmpty { parts.append(.text(text)) }
        guard depth == 0 else { throw failure((line, column), .unclosedCondition, "") }
        return parts
    }

    private mutating func part(for tag: String, at place: (Int, Int), depth: Int)
        throws(Failure) -> TemplatePart
    {
        guard tag.hasPrefix("#") || tag.hasPrefix("/") else {
            uses.append(Use(name: tag, line: place.0, column: place.1))
            return .slot(tag)
        }
        let words = tag.split(separator: " ")
        guard words.count == 2, words[0] == "#if", depth < Self.deepest else {
            throw failure(place, .unknownBlock, tag)
        }
        let name = String(words[1])
        uses.append(Use(name: name, line: place.0, column: place.1))
        return .condition(name: name, parts: try parts(depth: depth + 1))
    }

    private mutating func readTag() throws(Failure) -> String {
        let place = (line, column)
        advance(2)
        var tag = ""
        while !rest.hasPrefix("}}") {
            guard let next = rest.first, !next.isNewline, tag.count < 80 else {
                throw failure(place, .unclosedSlot, tag)
            }
            tag.append(advance())
        }
        advance(2)
        let words = tag.split(separator: " ")
        guard !words.isEmpty else { throw failure(place, .emptySlot, "") }
        return words.joined(separator: " ")
    }

    @discardableResult
    private mutating func advance() -> Character {
        let character = rest.removeFirst()
        if character.isNewline {
            line += 1
            column = 1
        } else {
            column += 1
        }
        return character
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count { advance() }
    }

    private func failure(_ place: (Int, Int), _ code: TemplateProblem.Code, _ detail: String)
        -> Failure
    {
        Failure(line: place.0, column: place.1, code: code, detail: detail)
    }
}
