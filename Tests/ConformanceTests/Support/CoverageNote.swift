import Foundation

/// Says in the tests' output how much was looked at.
enum CoverageNote {
    static func print(_ shelf: ModelShelf, _ text: String) {
        let line = "conformance: \(shelf): \(text)\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
