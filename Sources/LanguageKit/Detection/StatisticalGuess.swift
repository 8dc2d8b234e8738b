internal import CLangID
import HelpDesk

/// What CLD2 says of a text, in our codes.
struct StatisticalGuess: Equatable {
    var code: LanguageCode
    /// Share of the text in that language, 0 to 1.
    var share: Double
    var isReliable: Bool

    init(_ text: String) {
        var bytes = Array(text.utf8.prefix(16_384))
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        if text.utf8.count <= 16_384 { bytes = Array(text.utf8) }
        let guess = bytes.withUnsafeBytes { buffer in
            desk_detect_language(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count))
        }
        code = guess.code.0.map { Self.normalised(String(cString: $0)) } ?? .undetermined
        share = Double(guess.percent.0) / 100
        isReliable = guess.is_reliable
    }

    /// CLD2 keeps a few codes that ISO 639 has left behind, and writes `zh` for one script only.
    static func normalised(_ code: String) -> LanguageCode {
        switch code {
        case "un", "xxx", "": .undetermined
        case "zh": "zh-Hans"
        case "zh-Hant", "zh-TW": "zh-Hant"
        case "iw": "he"
        case "in": "id"
        case "ji": "yi"
        case "jw": "jv"
        case "mo": "ro"
        case "no": "nb"
        case "tl": "fil"
        case let other where other.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }):
            LanguageCode(other)
        default: .undetermined
        }
    }
}
