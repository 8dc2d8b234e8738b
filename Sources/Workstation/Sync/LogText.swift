import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// An entry of the sync log in full.
enum LogText {
    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let entry = model.engine.log.selected else { return [] }
        var lines: [TextLine] = [
            [
                StyledText(time(entry.at, model), .muted),
                StyledText("  \(entry.store?.rawValue ?? "-")  "),
                StyledText(SafeText.line(entry.operation), .text, .bold),
                StyledText("  " + model.words(LogStrings.attempt(entry.attempt)), .muted),
            ]
        ]
        if let request = entry.requestID {
            lines.append([
                StyledText(model.words(EngineColumns.request) + "  ", .muted),
                StyledText(SafeText.line(request)),
            ])
        }
        guard let errorClass = entry.errorClass else {
            return lines + EngineText.wrapped(entry.message, .text, width)
        }
        let code = entry.status.map { "\($0)" } ?? ""
        let trouble = EngineTrouble(
            errorClass: errorClass, code: code, operation: "", message: entry.message)
        return lines + EngineText.trouble(trouble, model, width: width)
    }

    static func time(_ instant: Timestamp, _ model: WorkstationModel) -> String {
        let moment = model.localTime.moment(instant, now: model.now)
        let seconds = model.localTime.civil(instant).second
        return moment + (seconds < 10 ? ":0\(seconds)" : ":\(seconds)")
    }

    /// `12 KB` for the list.
    static func bytes(_ count: Int?) -> String {
        guard let count else { return "-" }
        switch count {
        case ..<1000: return "\(count)"
        case ..<1_000_000: return "\(count / 1000)k"
        default: return "\(count / 1_000_000)M"
        }
    }
}

enum LogStrings {
    static func attempt(_ number: Int) -> Phrase {
        Phrase("log.attempt", "attempt {number}", ["number": "\(number)"])
    }
    static func filter(_ text: String) -> Phrase {
        Phrase("log.filter", "filter: {text}", ["text": text])
    }
}
