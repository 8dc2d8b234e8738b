import HelpDesk

/// A set of the desk's seven languages.
struct TextLanguages: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let all = TextLanguages(rawValue: 0x7F)
    static let codes = ["en", "de", "fr", "it", "es", "ja", "zh"]
    static let de = TextLanguages(code: "de")
    static let ja = TextLanguages(code: "ja")
    static let zh = TextLanguages(code: "zh")

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One language by its code, or all of them for `any`; empty for a code the desk does not know.
    init(code: String) {
        if code == "any" {
            self = .all
        } else if let place = Self.codes.firstIndex(of: code) {
            self.init(rawValue: 1 << UInt8(place))
        } else {
            self = []
        }
    }

    init(_ language: LanguageCode?) {
        self.init(code: String(language?.rawValue.prefix(2) ?? ""))
    }

    /// The code of a single language; nil for none and for several.
    var code: String? {
        guard rawValue.nonzeroBitCount == 1 else { return nil }
        return Self.codes.first { TextLanguages(code: $0) == self }
    }

    /// The single languages of the set.
    var members: [TextLanguages] {
        Self.codes.map { TextLanguages(code: $0) }.filter { contains($0) }
    }
}
