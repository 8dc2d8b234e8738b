import Foundation

/// One text to lint, with what its line said of it.
struct LintInput {
    var id: String
    var text: String
    var marketplace: String?
    var language: String?
    var orderID: String?
    /// reply, proactive or template; nil leaves it to the command.
    var kind: String?

    /// Reads files (or standard input) whole, or as JSON lines. A bad line is an error that names
    /// file, line and field.
    static func read(files: [String], isJSONLines: Bool) throws -> [LintInput] {
        var inputs: [LintInput] = []
        for file in files.isEmpty ? ["-"] : files {
            let data = try bytes(of: file)
            guard let text = String(data: data, encoding: .utf8) else {
                throw ProgramFailure(message: "deskhand: \(file): not UTF-8 text", code: 2)
            }
            inputs += isJSONLines ? try lines(of: text, file) : [LintInput(id: file, text: text)]
        }
        return inputs
    }

    private static func bytes(of file: String) throws -> Data {
        if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ProgramFailure(message: "deskhand: \(file): cannot be read", code: 2)
        }
        return data
    }

    private static func lines(of text: String, _ file: String) throws -> [LintInput] {
        var inputs: [LintInput] = []
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
            inputs.append(try line(row, place: "\(file):\(index + 1)"))
        }
        return inputs
    }

    private static func line(_ row: Substring, place: String) throws -> LintInput {
        let object: [String: Any]
        do {
            let value = try JSONSerialization.jsonObject(with: Data(row.utf8))
            guard let fields = value as? [String: Any] else { throw CocoaError(.coderInvalidValue) }
            object = fields
        } catch {
            throw ProgramFailure(message: "deskhand: \(place): not a JSON object", code: 2)
        }
        guard let text = object["text"] as? String else {
            throw ProgramFailure(message: "deskhand: \(place): text: a string is needed", code: 2)
        }
        let id = object["id"].map { "\($0)" } ?? place
        return LintInput(
            id: id, text: text, marketplace: try optional("marketplace", object, place),
            language: try optional("lang", object, place),
            orderID: try optional("order_id", object, place),
            kind: try optional("kind", object, place))
    }

    private static func optional(_ key: String, _ object: [String: Any], _ place: String) throws
        -> String?
    {
        guard let value = object[key], !(value is NSNull) else { return nil }
        guard let text = value as? String else {
            throw ProgramFailure(message: "deskhand: \(place): \(key): a string is needed", code: 2)
        }
        return text
    }
}
