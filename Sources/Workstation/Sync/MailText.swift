import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A mail that is held back: why, what decides about its sender, and its words without links.
enum MailText {
    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let mail = model.engine.mails.selected else { return [] }
        var lines = mail.reasons.flatMap {
            EngineText.wrapped("! " + model.words(EngineWords.holdReason($0)), .error, width)
        }
        if let released = mail.releasedAt {
            let time = model.localTime.moment(released, now: model.now)
            let words = model.words(MailStrings.released(mail.releasedBy ?? "-", time))
            lines += EngineText.wrapped(words, .ok, width)
        }
        guard let detail = model.engine.mail, detail.mail.id == mail.id else { return lines }
        for header in detail.headers {
            lines += EngineText.wrapped("\(header.name): \(header.value)", .muted, width)
        }
        for name in detail.attachments {
            lines += EngineText.wrapped(model.words(MailStrings.attachment(name)), .info, width)
        }
        lines.append([])
        lines += TextViewport.lines(
            of: detail.text, width: width, style: Style(.buyer), rules: model.rules)
        if detail.isTruncated {
            lines.append([StyledText(model.words(DriftStrings.truncated), .muted)])
        }
        return lines
    }
}

enum MailStrings {
    static func released(_ name: String, _ time: String) -> Phrase {
        Phrase("mail.released", "taken in by {name}, {time}", ["name": name, "time": time])
    }
    static func attachment(_ name: String) -> Phrase {
        Phrase("mail.attachment", "file, not opened: {name}", ["name": name])
    }
}
