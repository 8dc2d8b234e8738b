/// Texts of one language by key, read from lines of the form `key = text with {argument}`.
package struct Catalogue: Sendable, Equatable {
    package private(set) var texts: [String: String] = [:]

    package init() {}

    /// A line that is not understood; files are data, so the reader names the place.
    package struct LineError: Error, Equatable, CustomStringConvertible {
        package enum Problem: String, Sendable {
            case noEqualsSign = "no = between key and text"
            case emptyKey = "empty key"
            case emptyText = "empty text"
            case duplicateKey = "key was given before"
            case unclosedArgument = "argument without closing brace"
        }
        package var file: String
        package var line: Int
        package var problem: Problem

        package var description: String { "\(file):\(line): \(problem.rawValue)" }
    }

    /// Adds a file's lines; blank ones and those that start with `#` say nothing.
    package mutating func add(_ text: String, file: String) throws(LineError) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let content = trimmed(line)
            guard !content.isEmpty, content.first != "#" else { continue }
            do {
                try add(line: content)
            } catch {
                throw LineError(file: file, line: number, problem: error)
            }
        }
    }

    private mutating func add(line: Substring) throws(LineErrorProblem) {
        guard let equals = line.firstIndex(of: "=") else { throw .noEqualsSign }
        let key = String(trimmed(line[..<equals]))
        let text = String(trimmed(line[line.index(after: equals)...]))
        guard !key.isEmpty else { throw .emptyKey }
        guard !text.isEmpty else { throw .emptyText }
        guard texts[key] == nil else { throw .duplicateKey }
        let opened = text.count { $0 == "{" }
        guard opened == text.count(where: { $0 == "}" }) else { throw .unclosedArgument }
        texts[key] = text
    }
}

private typealias LineErrorProblem = Catalogue.LineError.Problem

extension Catalogue.LineError.Problem: Error {}

private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
}
