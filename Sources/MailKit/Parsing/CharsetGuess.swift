/// Which East Asian charset bytes without a true name are in. Old Japanese mailers call Shift_JIS
/// `us-ascii`, and a forwarder may lose the name; a Western guess would show mojibake.
enum CharsetGuess {
    /// Share of kana among the characters beyond ASCII from which a text is taken for Japanese.
    private static let kanaShare = 0.15
    /// Share of bytes beyond ASCII that stand side by side from which a text is no Western one, and only runs count (see below).
    private static let pairedShare = 0.9
    private static let shortestPaired = 8
    /// So much of a text is looked at.
    private static let sample = 65_536

    /// The converter's name; nil when the bytes look Western. `decode` gives the text of a charset,
    /// or nil when some byte does not fit it.
    static func eastAsian(
        _ bytes: [UInt8], decode: (_ charset: String) -> String?
    ) -> String? {
        let high = bytes.prefix(sample).count { $0 >= 0x80 }
        guard high >= 2 else { return nil }
        let japanese = ["CP932", "EUC-JP-MS"].compactMap { name in
            decode(name).map { (name: name, share: kana(in: $0)) }
        }
        if let best = japanese.max(by: { $0.share < $1.share }), best.share >= kanaShare {
            return best.name
        }
        // Two umlauts in a row make a Chinese character; eight bytes of such pairs make a text.
        guard high >= shortestPaired, paired(bytes) >= pairedShare else { return nil }
        return decode("GB18030").flatMap { isChinese($0) ? "GB18030" : nil }
    }

    /// Hiragana and full-width katakana; the half-width ones are what Western letters turn into.
    private static func kana(in text: String) -> Double {
        share(in: text) { (0x3041...0x30FE).contains($0.value) }
    }

    private static func isChinese(_ text: String) -> Bool {
        share(in: text) {
            (0x4E00...0x9FFF).contains($0.value) || (0x3000...0x303F).contains($0.value)
                || (0xFF01...0xFF5E).contains($0.value)
        } >= pairedShare
    }

    private static func share(in text: String, _ isWanted: (Unicode.Scalar) -> Bool) -> Double {
        let others = text.unicodeScalars.prefix(sample).filter { $0.value >= 0x80 }
        guard !others.isEmpty else { return 0 }
        return Double(others.count(where: isWanted)) / Double(others.count)
    }

    /// How many bytes beyond ASCII stand in runs of four and more: two characters side by side,
    /// where German or French has at most two or three letters of its own ("größere").
    private static func paired(_ bytes: [UInt8]) -> Double {
        var (total, inRuns, run) = (0, 0, 0)
        for byte in bytes.prefix(sample) + [0] {
            if byte >= 0x80 {
                run += 1
                continue
            }
            total += run
            if run >= 4 { inRuns += run }
            run = 0
        }
        return total == 0 ? 0 : Double(inRuns) / Double(total)
    }
}
