internal import Foundation
import Channels
import HelpDesk

/// Mails that Amazon's own service writes for a buyer: labels with values instead of markers.
enum ServiceMail {
    static func read(_ text: String, forms: [MarkerTable.ServiceForm]) -> BuyerText? {
        for form in forms {
            if let found = read(text, form: form) { return found }
        }
        return nil
    }

    private static func read(_ text: String, form: MarkerTable.ServiceForm) -> BuyerText? {
        let order = place(of: form.order, in: text)
        let details = place(of: form.details, in: text)
        let reason = place(of: form.reason, in: text)
        let isGreeted = form.greeting.contains { WordText(text).contains($0) }
        guard order != nil, details != nil || (isGreeted && reason != nil) else { return nil }
        guard let label = details ?? reason else { return nil }
        return BuyerText(
            source: .serviceFields, text: SafeText.body(String(text[label.upperBound...])),
            preamble: String(text[..<label.lowerBound]), footer: "", footerLinks: [])
    }

    private static func place(of labels: [String], in text: String) -> Range<String.Index>? {
        labels.lazy.compactMap { text.range(of: $0, options: .caseInsensitive) }.first
    }
}

extension WordText {
    /// True when the words of `phrase` stand side by side in the text.
    func contains(_ phrase: String) -> Bool { Phrase(phrase).isIn(self) }
}
