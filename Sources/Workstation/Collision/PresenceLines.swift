import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What a list and a conversation show of the others on a ticket. A sign says what they do, so that
/// nothing depends on colour alone.
enum PresenceLines {
    /// Names in a line of the list are cut after this many cells.
    private static let nameWidth = 8

    /// `[> Ben +2] ` before the subject of a line: who writes, or else who reads, and how many more.
    static func mark(_ ticket: TicketID, _ model: WorkstationModel) -> TextLine {
        let others = model.others(on: ticket)
        guard let first = others.first else { return [] }
        let more = others.count > 1 ? " +\(others.count - 1)" : ""
        let name = SafeText.line(first.name, rules: model.rules)
            .truncated(to: nameWidth, rules: model.rules)
        return [StyledText("[\(sign(first.activity)) \(name)\(more)] ", role(first.activity))]
    }

    /// The same in whole words, behind the state in the heading of a conversation.
    static func heading(_ ticket: TicketID, _ model: WorkstationModel) -> TextLine {
        let others = model.others(on: ticket)
        var line: TextLine = []
        for person in others.prefix(3) {
            let name = SafeText.line(person.name, rules: model.rules)
            var text = model.words(CollisionStrings.doing(person.activity, name))
            if person.activity.isWriting {
                text += " \(AgeWords.age(since: person.since, now: model.now, model.words))"
            }
            line.append(
                StyledText("· \(sign(person.activity)) \(text) ", role(person.activity), .bold))
        }
        if others.count > 3 { line.append(StyledText("+\(others.count - 3) ", .muted)) }
        return line
    }

    /// The signs of the conversation: `>` is the desk's answer, `#` a note.
    private static func sign(_ activity: PresenceActivity) -> String {
        switch activity {
        case .composing: ">"
        case .silent: ">?"
        case .drafting: ">>"
        case .noting: "#"
        case .viewing: "o"
        }
    }

    private static func role(_ activity: PresenceActivity) -> ThemeRole {
        switch activity {
        case .composing, .silent: .warning
        case .drafting, .noting: .info
        case .viewing: .muted
        }
    }
}
