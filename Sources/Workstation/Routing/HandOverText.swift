import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What one shift leaves to the next, line by line; the cursor stands on the line to take over.
struct HandOverText {
    let lists: [HandOverView]
    let model: WorkstationModel

    private var words: Words { model.words }

    /// The lines that nobody has taken over, in the order of the screen.
    static func open(_ lists: [HandOverView]) -> [(list: HandOverID, ticket: TicketID)] {
        lists.flatMap { list in
            list.lines.filter { $0.line.acceptedBy == nil }.map { (list.id, $0.line.ticket) }
        }
    }

    var lines: [TextLine] {
        guard !lists.isEmpty else { return [[StyledText(words(RoutingStrings.noLists), .muted)]] }
        let open = Self.open(lists)
        let cursor = open.indices.contains(model.routing.cursor) ? open[model.routing.cursor] : nil
        var lines: [TextLine] = []
        for list in lists {
            if !lines.isEmpty { lines.append([]) }
            let left = list.lines.count { $0.line.acceptedBy == nil }
            lines.append([
                StyledText(SafeText.line(list.fromName), .title, .bold),
                StyledText("  " + model.localTime.moment(list.at, now: model.now), .muted),
                StyledText("  " + words(RoutingStrings.left(left)), left > 0 ? .warning : .ok),
            ])
            for view in list.lines {
                let isHere = cursor.map { $0.list == list.id && $0.ticket == view.line.ticket }
                lines.append(line(view, isHere: isHere ?? false))
                if !view.words.isEmpty {
                    lines.append([StyledText("        " + SafeText.line(view.words), .info)])
                }
            }
        }
        return lines
    }

    private func line(_ view: HandOverLineView, isHere: Bool) -> TextLine {
        let ticket = view.row.ticket
        let left = ticket.clockDue.map { TimeLeft.clock(until: $0, now: model.now) } ?? "-"
        let taken = view.acceptedByName.map { words(RoutingStrings.takenBy($0)) }
        return [
            StyledText(isHere ? "> " : "  ", .accent, .bold),
            StyledText((taken == nil ? "[ ] " : "[x] ") + "#\(ticket.id.rawValue)".padded(to: 9)),
            StyledText(left.padded(to: 9), taken == nil ? .text : .muted),
            StyledText(words(RoutingWords.handOver(view.line.kind)).padded(to: 14)),
            StyledText(SafeText.line(view.row.buyerName).padded(to: 18), .muted),
            StyledText(SafeText.line(taken ?? view.row.subject), taken == nil ? .text : .muted),
        ]
    }
}
