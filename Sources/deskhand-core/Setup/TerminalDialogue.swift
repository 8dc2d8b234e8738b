import Foundation
import Glibc
import Localization

/// Line by line over any terminal, a pipe among them: no colours, no moving about, so that a screen
/// reader or a dumb terminal has all of it.
final class TerminalDialogue: SetupDialogue {
    private let words: Words
    private let isTerminal = isatty(STDIN_FILENO) == 1

    init(_ words: Words) {
        self.words = words
    }

    var isUnattended: Bool { false }

    func count(of list: String) -> Int? { nil }

    func say(_ line: String) {
        write(line + "\n")
    }

    func answer(_ question: SetupQuestion, _ text: String) throws -> String? {
        if question.isSecret {
            let prompt = "\(text) \(words(SetupStrings.hidden)): "
            if !isTerminal { write(prompt) }
            let line = try isTerminal ? HiddenLine.read { self.write(prompt) } : readLine()
            write("\n")
            return try Self.answer(line)
        }
        write(question.fallback.map { "\(text) [\($0)]: " } ?? "\(text): ")
        let line = try Self.answer(readLine())
        if !isTerminal { write("\n") }
        return line
    }

    func wants(step: String, isOpen: Bool) throws -> Bool {
        guard !isOpen else { return true }
        let question = SetupQuestion(
            key: "", text: SetupStrings.changeIt, fallback: words(SetupStrings.no))
        let answer = try answer(question, words(SetupStrings.changeIt)) ?? ""
        return ["y", "yes", "是"].contains(answer.lowercased())
    }

    /// `:s` is for the wizard to see; the end of the input and `:q` end everything.
    private static func answer(_ line: String?) throws -> String {
        guard let line, line != ":q" else { throw SetupStopped() }
        return line
    }

    private func readLine() throws -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : Self.text(bytes) }
            if byte == UInt8(ascii: "\n") { return Self.text(bytes) }
            if bytes.count < 16_384 { bytes.append(byte) }
        }
    }

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}

/// A line that the terminal does not show. Keys come one by one, so that Ctrl-C too passes through
/// here and the terminal is never left without its echo.
enum HiddenLine {
    private static let end: Set<UInt8> = [0x0A, 0x0D]
    private static let stop: Set<UInt8> = [0x03, 0x04]
    private static let erase: Set<UInt8> = [0x08, 0x7F]

    /// Asks only once the echo is off. Nil when the owner gave up.
    static func read(ask: () -> Void) throws -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
        ask()
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, !stop.contains(byte) else { return nil }
            if end.contains(byte) { return TerminalDialogue.text(bytes) }
            if erase.contains(byte) {
                _ = bytes.popLast()
            } else if byte == 0x15 {
                bytes.removeAll()
            } else if bytes.count < 16_384 {
                bytes.append(byte)
            }
        }
    }
}
