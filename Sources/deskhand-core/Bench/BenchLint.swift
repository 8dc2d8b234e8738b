import ArgumentParser
import Compliance
import Foundation

/// Measures the linter: megabytes a second on texts, one long reply, and the worst that random
/// repetitions of awkward pieces come to, all in time of the processor.
struct BenchLint: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lint")

    @Option(help: "Random repetitions of 4,000 characters to try.") var tries: Int = 1000
    @Option(help: "Seed of the random ones.") var seed: UInt64 = 1
    @Argument(help: "Texts to read, one file each or JSON lines with a field text.")
    var files: [String]

    /// A reply that a person may still type.
    private static let longReply = 4000

    func run() throws {
        let texts = try files.flatMap { try Self.texts(inFile: $0) }
        let start = milliseconds { _ = Linter.lint("Hello.") }
        print("rules and words read in \(rounded(start)) ms")
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        let all = milliseconds { for text in texts { _ = Linter.lint(text) } }
        let rate = Double(bytes) / 1e6 / max(all / 1000, 1e-6)
        print("\(texts.count) texts, \(bytes) bytes: \(rounded(rate)) MB/s")
        let long = String(texts.joined(separator: "\n\n").prefix(Self.longReply))
        let times = (0..<50).map { _ in milliseconds { _ = Linter.lint(long) } }.sorted()
        print("4,000 characters: \(rounded(times[25])) ms, slowest \(rounded(times[49])) ms")
        printWorst()
    }

    private func printWorst() {
        var dice = SeededDice(state: seed)
        var worst = (time: 0.0, tile: "")
        for _ in 0..<tries {
            let count = Int.random(in: 1...6, using: &dice)
            let tile = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
                .joined()
            let repeats = Self.longReply / max(1, tile.count)
            let time = milliseconds { _ = Linter.lint(String(repeating: tile, count: repeats)) }
            if time > worst.time { worst = (time, tile) }
        }
        print("worst of \(tries): \(rounded(worst.time)) ms, \(worst.tile.debugDescription)")
    }

    private static func texts(inFile path: String) throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard path.hasSuffix(".jsonl") else { return [text] }
        return try text.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text
        }
    }

    private struct Line: Decodable { var text: String }

    private func milliseconds(_ body: () -> Void) -> Double {
        let start = clock()
        body()
        return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private static let pieces = [
        "a ", "1-", "加微信", "review ", "change ", "please ", "call ", "12. ", "then ", "paypal ",
        "refund ", "five ", "in", "sta ", "O3.", "五", "5 stars ", "if you are happy ",
        "tell us before ", "your email ", "send me ", ". com", "@a.", " at ", "dot ", "www.",
        "not ",
        ", ", "。", "{{", "[", "<", "ぜろ", "iban ", "DE89 ", "+1(", "line ", "whatsapp ", "qr code ",
        "scan ", "avis ", "street ", "89502 ", "路", "号", "市", "〒", "\u{200B}", "а", "é", "😀", "w ",
        "gift card ", "rembours", "null", "eins", "4111 1111 ", "bit punto ", "[name]", "<b>",
        "!!!",
    ]
}

/// A small generator, so that a measurement can be repeated.
private struct SeededDice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
