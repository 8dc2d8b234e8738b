import Foundation

/// Bodies of calls: sorted keys, so that equal requests are equal bytes.
enum JSONBody {
    static func bytes(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure(
                "Texts, whole numbers and lists of them are always encoded: \(error)")
        }
    }
}
