package import TerminalCore

/// A script of presses for tests, screenshots and reports of mistakes: one step a line.
package struct KeyScript: Sendable, Equatable {
    package enum Step: Sendable, Equatable {
        /// Presses by name: `j j enter`, `ctrl-s`.
        case press([KeyPress])
        case type(String)
        case paste(String)
        /// Waits until the text is on the screen.
        case wait(String)
        case saveScreen(String)
        case resize(Size)
        case quit
    }

    package struct LineError: Error, Equatable, CustomStringConvertible {
        package var line: Int
        package var text: String
        package var description: String { "line \(line): not a step: \(text)" }
    }

    package private(set) var steps: [Step] = []

    /// Reads `type TEXT`, `paste TEXT`, `wait TEXT`, `save-screen FILE`, `resize WxH`, `quit`, and
    /// any other line as presses; blank lines and `#` comments say nothing.
    package init(_ text: String) throws(LineError) {
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let content = line.drop { $0 == " " }
            guard !content.isEmpty, content.first != "#" else { continue }
            guard let step = Self.step(content) else {
                throw LineError(line: number, text: String(content))
            }
            steps.append(step)
        }
    }

    private static func step(_ line: Substring) -> Step? {
        let parts = line.split(separator: " ", maxSplits: 1)
        let rest = parts.count > 1 ? String(parts[1]) : ""
        switch parts[0] {
        case "type" where !rest.isEmpty: return .type(rest)
        case "paste" where !rest.isEmpty: return .paste(rest)
        case "wait" where !rest.isEmpty: return .wait(rest)
        case "save-screen" where !rest.isEmpty: return .saveScreen(rest)
        case "resize": return size(rest).map { .resize($0) }
        case "quit": return .quit
        default: return KeyChord(line).map { .press($0.presses) }
        }
    }

    private static func size(_ text: String) -> Size? {
        let numbers = text.split(separator: "x").compactMap { Int($0) }
        guard numbers.count == 2, (1...1000).contains(numbers[0]), (1...1000).contains(numbers[1])
        else { return nil }
        return Size(width: numbers[0], height: numbers[1])
    }

    mutating func removeFirst() -> Step? {
        steps.isEmpty ? nil : steps.removeFirst()
    }
}
