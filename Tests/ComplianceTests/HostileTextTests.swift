import Compliance
import HelpDesk
import Testing

/// Whatever stands in a text, the linter answers, with offsets that can be used, in linear time.
@Suite struct HostileTextTests {
    /// A small generator with a seed, so that a failure repeats.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let pieces = [
        "@", "＠", ".", "。", " (at) ", " dot ", "gmail", "com", "http://", "www.", "[", "]", "{{",
        "}}",
        "<", ">", "【", "】", "+86", "090", "-", "−", "５５５", "①", "2️⃣", "\u{200B}", "\u{202E}",
        "\u{0301}",
        "😀", "👨‍👩‍👧", "微信", "加", "LINE", "ﾗ ｲ ﾝ", "ﾊﾟ", "whats", "app", "WhаtsАpp", "\r\n", "\n\n", " ",
        "\u{3000}", "null drei", "〇九〇", "é", "ß", "İ", "ﬁ", "\u{0}", "\u{7F}", "1234567",
        "w e c h a t", "xx.xx", "○月○日",
    ]

    @Test(arguments: 0..<200)
    func findingsPointIntoTheText(seed: Int) {
        var dice = Dice(state: UInt64(seed) &* 77 &+ 5)
        let count = Int.random(in: 0..<60, using: &dice)
        let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
        let bytes = Array(text.utf8)
        for finding in Linter.lint(text) {
            #expect(finding.start < finding.end)
            #expect(finding.end <= bytes.count)
            let slice = bytes[finding.start..<finding.end]
            #expect(String(validating: slice, as: UTF8.self) == finding.text)
        }
    }

    private static let tiles = [
        "a", "@", "a@", "a@a.", ".", "1", "1 ", "1-", "a.", "a b ", "微 ", "加微信", "{{", "[", "<",
        "x.", "(",
        "+1", "line ", "WhatsApp ", "\u{0301}", "\u{200B}", "null ", "一", "at dot ", "http://",
        "qr code scan ",
        "your email send me ", "。", "ﾊﾟ", "-", "a1_", "not ", "x", "○", "+(1", "а", "i.n.s.", "www.",
        "w4", "wh@ts ", "in sta ", "O3.", "five ", "五", "ぜろ", "aaa",
        " . com", "$1 ", "then 12 ", "call 12. ", "㏂", "ⓐ", "review change please ",
        "refund paypal ",
        "1l 2l ", "<b>", "&amp;", "微\u{200B}", "null eins und ", "s.t.a.r.s ", "aaa1!", "れびゅー",
        "r*", "好-评・", "leaveusastar", "評價", "\"you wrote ", "\"you say\" no ", "1!|5$",
    ]

    @Test(arguments: tiles)
    func costGrowsWithLengthOnly(tile: String) {
        // Shorter than a sentence may be, the first text costs a little less than its share.
        let small = steps(tile, length: 500)
        let large = steps(tile, length: 4_000)
        #expect(large < small * 12, "\(tile): \(small) then \(large)")
        #expect(large < 1_000_000, "\(tile): \(large)")
    }

    /// What grows slowly shows in long texts only; every eleventh tile stands for its kind.
    @Test(arguments: tiles.enumerated().filter { $0.offset % 11 == 3 }.map(\.element))
    func costStaysSoInLongTexts(tile: String) {
        let small = steps(tile, length: 1_500)
        let large = steps(tile, length: 12_000)
        #expect(large < small * 10, "\(tile): \(small) then \(large)")
    }

    private func steps(_ tile: String, length: Int) -> Int {
        steps(String(repeating: tile, count: length / tile.utf8.count))
    }

    private func steps(_ text: String) -> Int {
        var meter = StepMeter()
        _ = Linter.lint(text, context: LintContext(), meter: &meter)
        return meter.steps
    }
}
