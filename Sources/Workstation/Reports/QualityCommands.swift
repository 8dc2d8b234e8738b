import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Keys of the quality pane.
enum QualityCommands {
    static let all: [Command] =
        [
            Command(
                "quality", ["g y"], in: .reading,
                Phrase("command.quality", "Shows answers that wait for your marks")
            ) { model, _ in
                model.push(.quality) + [.latest("quality", .report(.samples))]
            },
            Command(
                "give-marks", ["a"], in: [.quality],
                Phrase("command.give-marks", "Gives the answer these marks"),
                hint: Phrase("hint.give-marks", "give marks"), argument: "NOTE",
                unless: { $0.quality.wholeMarks == nil ? QualityStrings.missing : nil }
            ) { model, note in
                guard let sample = model.quality.selected, let marks = model.quality.wholeMarks
                else { return [] }
                return [.call(.report(.score(sample.sample.id, marks, note: note)))]
            },
            Command(
                "draw-answers", ["D"], in: [.quality],
                Phrase(
                    "command.draw-answers", "Draws last week's answers, or those of a day's week"),
                hint: Phrase("hint.draw-answers", "draw"), argument: "2026-07-01",
                unless: { $0.may(.qaScore, .stores) ? nil : TicketStrings.supervisorOnly }
            ) { model, day in model.drawAnswers(day) },
            Command(
                "next-criterion", ["tab"], in: [.quality],
                Phrase("command.next-criterion", "Goes to the next part"),
                hint: Phrase("hint.next-criterion", "part")
            ) { model, _ in
                model.quality.turn(by: 1)
                return []
            },
            Command(
                "back-from-quality", ["left"], in: [.quality],
                Phrase("command.back", "Goes back")
            ) { model, _ in model.peel() },
            Command(
                "reload-quality", ["ctrl-r"], in: [.quality],
                Phrase("command.reload-quality", "Asks the core for the list again")
            ) { _, _ in [.latest("quality", .report(.samples))] },
            Command("down", ["j", "down"], in: [.quality], Phrase("command.down", "Moves down")) {
                model, _ in model.moveQuality(by: 1)
            },
            Command("up", ["k", "up"], in: [.quality], Phrase("command.up", "Moves up")) {
                model, _ in model.moveQuality(by: -1)
            },
        ] + marks

    private static let marks: [Command] = [
        mark("missed", "0", .missed, Phrase("command.mark-missed", "This part was missed")),
        mark("partly", "1", .partly, Phrase("command.mark-partly", "This part was met in part")),
        mark("met", "2", .met, Phrase("command.mark-met", "This part was met")),
    ]

    private static func mark(
        _ name: String, _ key: String, _ mark: QualityMark, _ summary: Phrase
    ) -> Command {
        Command(name, [key], in: [.quality], summary) { model, _ in
            model.quality.mark(mark)
            return []
        }
    }
}

extension WorkstationModel {
    /// Without a day it is the week before this one, the last that is whole.
    mutating func drawAnswers(_ day: String) -> [Effect] {
        let typed = day.filter { !$0.isWhitespace }
        let text = typed.isEmpty ? localTime.day(now - .days(7)) : typed
        return [.call(.report(.draw(day: text)))]
    }

    mutating func moveQuality(by distance: Int) -> [Effect] {
        let body = ScreenLayout(self).body
        let before = quality.list.selection
        quality.list.height = max(1, QualityPane.listHeight(body, quality.samples.count) - 1)
        quality.list.move(by: distance, count: quality.samples.count)
        if quality.list.selection != before { quality.forget() }
        return []
    }
}
