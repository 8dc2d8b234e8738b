import Core
import Foundation
import Localization

/// Where the desk stands, for people and for programs.
struct SetupChecklist {
    private let items: [SetupItem]
    private let words: Words

    init(file: String, words: Words) {
        items = SetupSurvey(file: file).items()
        self.words = words
    }

    var isDone: Bool { items.allSatisfy { $0.code.state == .done } }

    /// One line an item, what to do under it.
    var lines: [String] {
        items.flatMap { item in
            let said = SetupSentences.item(code: item.code.rawValue, arguments: item.arguments)
            let mark =
                switch item.code.state {
                case .done: "x"
                case .open: " "
                case .failing: "!"
                }
            return ["[\(mark)] \(item.subject): \(words(said.meaning))"]
                + (said.nextStep.map { ["      → \(words($0))"] } ?? [])
        }
    }

    private struct Document: Encodable {
        struct Entry: Encodable {
            var step, code, state, subject, meaning, nextStep: String

            private enum CodingKeys: String, CodingKey {
                case step, code, state, subject, meaning
                case nextStep = "next_step"
            }
        }

        var ok: Bool
        var items: [Entry]
    }

    /// One line, keys in a fixed order.
    func jsonLine() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let entries = items.map { item in
            let said = SetupSentences.item(code: item.code.rawValue, arguments: item.arguments)
            return Document.Entry(
                step: item.step, code: item.code.rawValue, state: item.code.state.rawValue,
                subject: item.subject, meaning: words(said.meaning),
                nextStep: said.nextStep.map { words($0) } ?? "")
        }
        return String(
            decoding: try encoder.encode(Document(ok: isDone, items: entries)), as: UTF8.self)
    }
}
