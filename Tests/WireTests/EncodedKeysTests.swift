import Foundation
import Testing

/// A hand-written `encode(to:)` is not checked by the compiler: a key that it forgets is missing in
/// every answer, and nobody is told.
@Suite struct EncodedKeysTests {
    @Test func everyKeyIsWritten() throws {
        let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let sources = URL(filePath: "/\(tests)/Sources").resolvingSymlinksInPath()
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
        var checked = 0
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            guard text.contains("func encode(to ") else { continue }
            let types = EncodedTypes(text)
            checked += types.checked.count
            #expect(types.missing == [], "\(file)")
        }
        // Fewer would mean that the sources are written in another way than this reads.
        #expect(checked >= 15)
    }

    @Test func aForgottenKeyIsFound() {
        let source = """
            struct Outer {
                struct Item: Codable {
                    enum CodingKeys: String, CodingKey {
                        case id, title
                        case fee = "the_fee"
                    }
                }
                var name: String
                var count: Int
            }

            extension Outer.Item {
                func encode(to encoder: any Encoder) throws {
                    var container = encoder.container(keyedBy: CodingKeys.self)
                    try container.encode(id, forKey: .id)
                    try container.encode(title, forKey: .titles)
                }
            }

            extension Outer: Encodable {
                func encode(to encoder: any Encoder) throws {
                    var container = encoder.container(keyedBy: CodingKeys.self)
                    try container.encode(name, forKey: .name)
                }
            }
            """
        #expect(
            EncodedTypes(source).missing == ["Outer.count", "Outer.Item.fee", "Outer.Item.title"])
    }
}

/// The types of a source file that write themselves key by key.
private struct EncodedTypes {
    private var keys: [String: [String]] = [:]
    private var properties: [String: [String]] = [:]
    private var bodies: [String: String] = [:]

    private static var declaration: Regex<(Substring, Substring)> {
        /^ *(?:package |private |fileprivate |final |indirect )*(?:struct|enum|class|extension) ([A-Za-z.]+)/
    }
    private static var property: Regex<(Substring, Substring)> {
        /^ *(?:package |private |fileprivate )*(?:var|let) ([A-Za-z]+)[^{]*$/
    }

    /// Types that name their keys in `encode(to:)`.
    var checked: [String] { bodies.filter { $1.contains("CodingKeys.self") }.keys.sorted() }

    /// Keys that `encode(to:)` does not name, each behind its type.
    var missing: [String] {
        checked.flatMap { type -> [String] in
            let body = bodies[type] ?? ""
            return (keys[type] ?? properties[type] ?? []).filter { key in
                !body.ranges(of: ".\(key)").contains { range in
                    let next = body[range.upperBound...].first
                    return next.map { !$0.isLetter && !$0.isNumber } ?? true
                }
            }.map { "\(type).\($0)" }.sorted()
        }
    }

    init(_ source: String) {
        var open: [(name: String, depth: Int)] = []
        var depth = 0
        var isEncoding = false
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.contains("{"), let found = line.firstMatch(of: Self.declaration) {
                open.append((String(found.1), depth))
            }
            let type = open.map(\.name).filter { $0 != "CodingKeys" }.joined(separator: ".")
            if line.contains("func encode(to ") { isEncoding = true }
            if open.last?.name == "CodingKeys" {
                keys[type, default: []] += Self.cases(line)
            } else if let last = open.last, depth == last.depth + 1,
                let found = line.firstMatch(of: Self.property)
            {
                properties[type, default: []].append(String(found.1))
            }
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            // What it calls to write a part stands beside it, in the same type.
            if isEncoding { bodies[type, default: ""] += line + "\n" }
            while let last = open.last, depth <= last.depth {
                open.removeLast()
                isEncoding = false
            }
        }
    }

    /// `case id, fee = "the_fee"`, which may go on in the next line.
    private static func cases(_ line: Substring) -> [String] {
        guard !line.contains("enum "), !line.contains("}") else { return [] }
        return line.split(separator: ",").compactMap { part in
            let words = part.split(separator: " ").map(String.init)
            return words.first == "case" ? words.dropFirst().first : words.first
        }
    }
}
