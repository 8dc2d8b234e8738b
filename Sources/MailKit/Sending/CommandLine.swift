/// Why a configured command cannot be run.
package enum CommandLineError: String, Error, Hashable, Sendable {
    case empty, unbalancedQuote, notAbsolute, controlCharacter
}

/// A configured command as an argument vector. No shell ever sees it.
struct CommandLine: Hashable, Sendable {
    let arguments: [String]

    /// Splits at blanks; quotes keep blanks, a backslash keeps the next character except between
    /// single quotes. The program must be named by its whole path.
    init(_ text: String) throws(CommandLineError) {
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw .controlCharacter
        }
        arguments = try Self.split(text)
        guard let program = arguments.first, !program.isEmpty else { throw .empty }
        guard program.hasPrefix("/") else { throw .notAbsolute }
    }

    private static func split(_ text: String) throws(CommandLineError) -> [String] {
        var arguments: [String] = []
        var current: String?
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                current = (current ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                current = current ?? ""
            } else if quote == nil, character == " " {
                if let done = current { arguments.append(done) }
                current = nil
            } else {
                current = (current ?? "") + String(character)
            }
        }
        guard quote == nil, !isEscaped else { throw .unbalancedQuote }
        if let current { arguments.append(current) }
        return arguments
    }
}
