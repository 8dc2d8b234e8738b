import SwiftExtensions
import Testing

@Suite struct TextDiffTests {
    private func told(_ old: String, _ new: String) -> [String] {
        TextDiff.lines(from: old, to: new).map { $0.sign.rawValue + $0.text }
    }

    @Test func linesThatCameAndWentAreMarked() {
        #expect(told("a\nb\nc", "a\nB\nc\nd") == [" a", "-b", "+B", " c", "+d"])
        #expect(told("a", "a") == [" a"])
        #expect(told("", "a") == ["-", "+a"])
    }

    /// What is gone and what stayed is the old text; what stayed and what came the new one.
    @Test(arguments: [("x\ny\nz", "z\ny\nx"), ("1\n2\n3\n4", "0\n2\n4\n4"), ("", "\n\n")])
    func bothTextsCanBeReadOutOfIt(_ old: String, _ new: String) {
        let lines = TextDiff.lines(from: old, to: new)
        #expect(lines.filter { $0.sign != .new }.map(\.text).joined(separator: "\n") == old)
        #expect(lines.filter { $0.sign != .gone }.map(\.text).joined(separator: "\n") == new)
    }
}
