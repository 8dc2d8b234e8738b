import FoundationEssentials
import Testing
import TerminalCore

/// Compares a screen with its file in `__Screens__`; DESKHAND_RECORD=1 writes the file instead.
func expectScreen(
    _ screen: ScreenBuffer, _ name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let tests = filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(tests)/__Screens__/\(name).txt"
    if ProcessInfo.processInfo.environment["DESKHAND_RECORD"] == "1" {
        try screen.dump.write(toFile: path, atomically: true, encoding: .utf8)
        return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(screen.dump == expected, "screen \(name) differs", sourceLocation: sourceLocation)
}
