import ChannelAmazon
import Foundation
import HelpDesk

/// One text to lint, with what its line said of it.
struct LintInput {
    var id: String
    var text: String
    var marketplace: String?
    var language: String?
    var orderID: String?
    /// reply, proactive or template; nil leaves it to the command.
    var kind: String?

    /// What was asked for, and what could not be read, each with its file, line and field.
    struct Reading {
        var inputs: [LintInput] = []
        var faults: [String] = []
    }

    /// Reads files (or standard input) whole, or as JSON lines. A bad line is left out and named;
    /// the others are read.
    static func read(files: [String], isJSONLines: Bool) throws -> Reading {
        var reading = Reading()
        for file in files.isEmpty ? ["-"] : files {
            let data = try bytes(of: file)
            guard let text = String(data: data, encoding: .utf8) else {
                throw ProgramFailure(message: "deskhand: \(file): not UTF-8 text", code: 2)
            }
            guard isJSONLines else {
                reading.inputs.append(LintInput(id: file, text: text))
                continue
            }
            let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
                do throws(LineFault) {
                    reading.inputs.append(try line(row, place: "\(file):\(index + 1)"))
                } catch {
                    reading.faults.append("deskhand: \(file):\(index + 1): \(error.reason)")
                }
            }
        }
        return reading
    }

    /// The marketplace that people write so, such as DE; nil when there is none.
    static func marketplace(_ code: String) -> MarketplaceCode? {
        MarketplaceTable.standard.marketplace(code: MarketplaceCode(code.uppercased()))?.code
    }

    /// Why a line is left out.
    private struct LineFault: Error {
        var reason: String
    }

    private static func bytes(of file: String) throws -> Data {
        if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let handle = FileHandle(forReadingAtPath: file),
            let data = try? handle.readToEnd() ?? Data()
        else {
            throw ProgramFailure(message: "deskhand: \(file): cannot be read", code: 2)
        }
        return data
    }

    private static func line(_ row: Substring, place: String) throws(LineFault) -> LintInput {
        guard let value = try? JSONSerialization.jsonObject(with: Data(row.utf8)),
            let object = value as? [String: Any]
        else { throw LineFault(reason: "not a JSON object") }
        guard let text = object["text"] as? String else {
            throw LineFault(reason: "text: a string is needed")
        }
        let id = object["id"].map { "\($0)" } ?? place
        let input = LintInput(
            id: id, text: text, marketplace: try optional("marketplace", object),
            language: try optional("lang", object), orderID: try optional("order_id", object),
            kind: try optional("kind", object))
        if let code = input.marketplace, marketplace(code) == nil {
            throw LineFault(reason: "marketplace: there is no \(code)")
        }
        return input
    }

    private static func optional(
        _ key: String, _ object: [String: Any]
    ) throws(LineFault) -> String? {
        guard let value = object[key], !(value is NSNull) else { return nil }
        guard let text = value as? String else {
            throw LineFault(reason: "\(key): a string is needed")
        }
        return text
    }
}
