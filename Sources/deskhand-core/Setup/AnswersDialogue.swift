import Foundation
import Localization
import Settings
import SwiftExtensions

/// Answers from a file, for installations without anybody at the keyboard. What the file does not
/// say keeps its present value; a step of which it says nothing is left out.
final class AnswersDialogue: SetupDialogue {
    private let answers: [String: String]
    private let folder: String
    private var used: Set<String> = []

    /// Reads TOML, or JSON from a `.json` file. Throws `ProgramFailure` for anything else.
    init(file: String) throws {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(file, limit: 1 << 20) } catch {
            throw ProgramFailure(message: "deskhand: \(error)", code: 2)
        }
        let slash = file.lastIndex(of: "/")
        folder = slash.map { String(file[...$0]) } ?? ""
        let text = String(decoding: bytes, as: UTF8.self)
        let found = file.hasSuffix(".json") ? Self.json(bytes) : AnswersFile.values(toml: text)
        guard let found else {
            throw ProgramFailure(message: "deskhand: \(file): not understood", code: 2)
        }
        answers = found
    }

    var isUnattended: Bool { true }

    /// Keys of the file that no question asked for.
    var unused: [String] {
        answers.keys.filter { !used.contains($0) && !$0.hasSuffix("[]") }.sorted()
    }

    func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    func answer(_ question: SetupQuestion, _ text: String) throws -> String? {
        guard question.isSecret else {
            used.insert(question.key)
            return answers[question.key] ?? ""
        }
        let key = question.key + "_from"
        used.insert(key)
        guard let name = answers[key] else { return "" }
        let path = name.hasPrefix("/") ? name : folder + name
        do { return try Secret.file(path).load() } catch {
            throw ProgramFailure(message: "deskhand: \(key): \(error)", code: 2)
        }
    }

    func wants(step: String, isOpen: Bool) -> Bool {
        let lists = [
            "mailboxes": "mailbox", "stores": "store", "consent": "store", "people": "person",
            "seller-central": "seller_central", "round-trip": "round_trip",
        ]
        let name = lists[step] ?? step
        return answers.keys.contains { $0.hasPrefix(name + ".") || $0.hasPrefix(name + "[") }
    }

    func count(of list: String) -> Int? {
        answers["\(list)[]"].flatMap(Int.init) ?? 0
    }

    private static func json(_ bytes: [UInt8]) -> [String: String]? {
        guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        else { return nil }
        var found: [String: String] = [:]
        for (key, value) in root { collect(value, key, &found) }
        return found
    }

    private static func collect(_ value: Any, _ path: String, _ found: inout [String: String]) {
        switch value {
        case let table as [String: Any]:
            for (key, value) in table { collect(value, "\(path).\(key)", &found) }
        case let texts as [String]: found[path] = texts.joined(separator: ",")
        case let list as [Any]:
            found["\(path)[]"] = String(list.count)
            for (index, value) in list.enumerated() {
                collect(value, "\(path)[\(index)]", &found)
            }
        case let text as String: found[path] = text
        case let number as NSNumber:
            found[path] = isFlag(number) ? (number.boolValue ? "y" : "n") : "\(number)"
        default: break
        }
    }

    /// On Linux a flag of a document is a number whose type is that of a C `bool`.
    private static func isFlag(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }
}
