import ComplianceTables
import TOMLKit

/// Tables of facts that the layers of normalisation read: look-alikes and words for digits.
///
/// A table that does not read gives nothing; a test reads them all and says which line is wrong.
enum DataTable {
    /// The code points that stand for each key of a section of `lookalikes.toml`.
    static func codePoints(_ section: String) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for (target, list) in lookAlikes[section] ?? [:] {
            for word in list.split(separator: " ") {
                guard let scalar = UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) else {
                    continue
                }
                table[scalar] = target
            }
        }
        return table
    }

    /// The words of a section of `numbers.toml` in all languages, folded.
    static func numberWords(_ section: String) -> Set<String> {
        var words: Set<String> = []
        for list in (numbers[section] ?? [:]).values {
            for word in list.split(separator: ",") {
                let scalars = NormalizedText.foldedTerm(String(word)).drop { $0 == " " }
                words.insert(String(String.UnicodeScalarView(scalars)))
            }
        }
        return words
    }

    /// Reads both files, and throws the first fault.
    static func check() throws(LintTableFault) {
        _ = try read("lookalikes.toml", ComplianceTables.lookAlikes)
        _ = try read("numbers.toml", ComplianceTables.numbers)
    }

    private typealias Sections = [String: [String: String]]

    private static let lookAlikes =
        (try? read("lookalikes.toml", ComplianceTables.lookAlikes)) ?? [:]
    private static let numbers = (try? read("numbers.toml", ComplianceTables.numbers)) ?? [:]

    private static func read(_ name: String, _ bytes: [UInt8]) throws(LintTableFault) -> Sections {
        let file = try RuleTOML(file: name, text: String(decoding: bytes, as: UTF8.self))
        var sections: Sections = [:]
        for section in file.root.keys {
            guard let rows = file.root[section]?.table else {
                throw file.fault(section, "must be a table")
            }
            for key in rows.keys {
                guard let list = rows[key]?.string else {
                    throw file.fault("\(section).\(key)", "must be a text")
                }
                sections[section, default: [:]][key] = list
            }
        }
        return sections
    }
}
