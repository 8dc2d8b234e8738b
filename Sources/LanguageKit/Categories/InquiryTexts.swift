package import HelpDesk

/// Questions as buyers write them, by what they are about: what a desk without a history of its
/// own has learnt from. `[category]` heads its texts, one a line.
package enum InquiryTexts {
    package struct Text: Hashable, Sendable {
        package var language: LanguageCode
        package var category: InquiryCategory
        package var text: String
    }

    package static let all: [Text] = files.flatMap { language, bytes in
        texts(String(decoding: bytes, as: UTF8.self), language)
    }

    private static func texts(_ file: String, _ language: LanguageCode) -> [Text] {
        var category: InquiryCategory?
        var texts: [Text] = []
        for line in file.split(separator: "\n") {
            if line.hasPrefix("["), line.hasSuffix("]") {
                category = InquiryCategory(rawValue: String(line.dropFirst().dropLast()))
            } else if let category {
                texts.append(Text(language: language, category: category, text: String(line)))
            }
        }
        return texts
    }

    private static var files: [(LanguageCode, [UInt8])] {
        [
            ("en", PackageResources.inquiries_en_txt), ("de", PackageResources.inquiries_de_txt),
            ("fr", PackageResources.inquiries_fr_txt), ("it", PackageResources.inquiries_it_txt),
            ("es", PackageResources.inquiries_es_txt), ("ja", PackageResources.inquiries_ja_txt),
            ("zh-Hans", PackageResources.inquiries_zh_txt),
        ]
    }
}
