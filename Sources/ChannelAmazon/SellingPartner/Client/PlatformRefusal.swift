import HelpDesk

/// The platform's own error words: `{"errors":[{"code","message","details"}]}`.
struct PlatformRefusal: Equatable {
    var code: String
    var message: String
    var details: String

    /// The first error of a body; nil when the body is not in the documented shape.
    init?(_ body: [UInt8]) {
        guard let document = try? JSONReader.parse(body),
            let first = document["errors"]?.elements?.first, first.isObject
        else { return nil }
        code = first["code"]?.text ?? ""
        message = first["message"]?.text ?? ""
        details = first["details"]?.text ?? ""
    }

    /// All words in one line, fit for logs.
    var words: String {
        PlatformText.errorWords(
            [code, message, details].filter { !$0.isEmpty }.joined(separator: ": "))
    }

    /// Whether any of the texts holds all the words, whatever their case.
    func says(_ words: String...) -> Bool {
        let all = everything.lowercased()
        return words.allSatisfy(all.contains)
    }

    /// All texts as they came, for comparisons only.
    var everything: String { "\(code) \(message) \(details)" }
}
