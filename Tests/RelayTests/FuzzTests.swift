import Foundation
import MailFuzz
import Testing

/// A short run of the fuzz target; `deskfuzz` does the long ones (docs/performance.md).
struct FuzzTests {
    private static func corpus() throws -> [[UInt8]] {
        let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".eml") }.sorted().map { try Fixture.bytes($0) }
    }

    @Test(arguments: 0..<4) func brokenMailsAreReadCleanly(part: UInt64) throws {
        let run = try FuzzRun(seed: 20_261_122, corpus: try Self.corpus())
        let figures = run.run(from: part * 500, count: 500)
        #expect(figures.inputs == 500)
        for finding in figures.findings {
            Issue.record("seed \(run.seed) index \(finding.index): \(finding.complaint)")
        }
    }

    @Test func anInputIsKnownByItsNumber() throws {
        let corpus = try Self.corpus()
        let (one, other) = (
            try FuzzRun(seed: 1, corpus: corpus), try FuzzRun(seed: 1, corpus: corpus)
        )
        #expect((0..<50).map(one.input) == (0..<50).map(other.input))
        #expect(Set((0..<200).map(one.input)).count > 190)
        #expect(try FuzzRun(seed: 2, corpus: corpus).input(7) != one.input(7))
    }
}
