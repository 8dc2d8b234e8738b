package import HelpDesk
package import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

package enum WordingStrings {
    package static let title = Phrase(
        "wording.title", "How warnings of repetition fared, and letters that stores keep sending")
    package static let heeded = Phrase("wording.heeded", "written anew")
    package static let kept = Phrase("wording.kept", "sent as it was")
    package static let open = Phrase("wording.open", "open")

    package static func worn(_ worn: WordingReport.Worn) -> Phrase {
        Phrase(
            "wording.worn", "{store}: {count} of the last {of} replies are nearly one: {text}",
            [
                "store": worn.store.rawValue, "count": String(worn.count), "of": String(worn.of),
                "text": worn.text,
            ])
    }
}

extension ReportSpecials {
    /// How warnings of likeness fared, and what stores keep sending.
    var wording: [TextLine] {
        guard let wording = report.wording else { return [] }
        let words = model.words
        return [title(WordingStrings.title)]
            + wording.lines.map { line in
                cells([
                    (line.rule, 8, .text),
                    ("\(words(WordingStrings.heeded)) \(line.heeded)", 18, .text),
                    ("\(words(WordingStrings.kept)) \(line.kept)", 18, .text),
                    ("\(words(WordingStrings.open)) \(line.open)", 12, .muted),
                    (FigureText.text(line.precision, .share), 9, .muted),
                ])
            }
            + wording.worn.map { worn in
                cells([(words(WordingStrings.worn(worn)), max(20, width - 2), .warning)])
            }
    }
}
