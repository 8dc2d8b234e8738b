/// A language the interface speaks. Buyers' languages are another matter.
package enum InterfaceLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case simplifiedChinese = "zh-Hans"

    /// Reads what people type: `en`, `zh`, `zh-Hans`, `zh_CN.UTF-8`; nil for a language we do not speak.
    package init?(tag: String) {
        let base = tag.lowercased().split(whereSeparator: { "_-.@".contains($0) }).first
        switch base {
        case "en", "c", "posix": self = .english
        case "zh": self = .simplifiedChinese
        default: return nil
        }
    }

    /// The language of the locale, by the order that locale(7) gives; English when it is none of ours.
    package static func choose(environment: [String: String]) -> InterfaceLanguage {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return InterfaceLanguage(tag: value) ?? .english
        }
        return .english
    }

    /// The language's own name.
    package var ownName: String {
        switch self {
        case .english: "English"
        case .simplifiedChinese: "简体中文"
        }
    }
}
