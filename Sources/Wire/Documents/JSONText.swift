import FoundationEssentials

/// JSON for people and scripts: keys sorted, slashes as they are, one line unless asked otherwise.
package enum JSONText {
    package static func line(_ value: some Encodable, isPretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
