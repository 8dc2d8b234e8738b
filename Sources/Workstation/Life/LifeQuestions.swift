import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Dialogs about the life of tickets.
enum LifeQuestions {
    /// The three ways out of a resolve that is refused (helpdesk section 5.4).
    static func owed(_ ticket: Ticket, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        var choices = [
            DialogChoice(key: "b", label: words(LifeStrings.back), isSafe: true),
            DialogChoice(key: "r", label: words(LifeStrings.answer)),
            DialogChoice(key: "e", label: words(LifeStrings.excuse)),
        ]
        let latest = ticket.latestWake(at: model.now)
        if latest > model.now {
            let time = model.localTime.moment(latest, now: model.now)
            choices.append(DialogChoice(key: "z", label: words(LifeStrings.safeSnooze(time))))
        }
        return Dialog(
            title: words(LifeStrings.owedTitle),
            lines: [[StyledText(words(LifeStrings.owedText))]], choices: choices)
    }

    /// Row by row what was refused and why.
    static func refused(
        _ refusals: [ActOnTickets.Refusal], _ model: WorkstationModel
    ) -> Dialog {
        let words = model.words
        let room = max(3, model.size.height - 10)
        var lines: [TextLine] = refusals.prefix(room).map { refusal in
            let sentence = ErrorSentences.words(
                code: refusal.error.code.rawValue, arguments: refusal.error.arguments)
            return [
                StyledText(model.number(refusal.ticket).padded(to: 8), .accent, .bold),
                StyledText(words(sentence.problem)),
            ]
        }
        if refusals.count > room {
            lines.append([StyledText(words(LifeStrings.refusedMore(refusals.count - room)), .muted)]
            )
        }
        return Dialog(
            title: words(LifeStrings.refusedTitle), lines: lines,
            choices: [DialogChoice(key: "b", label: words(LifeStrings.understood), isSafe: true)])
    }
}
