import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A calendar's next 14 days as bars of half hours. Open time is told from closed by its sign.
struct CalendarText {
    let view: CalendarView
    let words: Words

    private static let cells = 48
    private static let minutesPerCell = 1440 / cells

    var lines: [TextLine] {
        let calendar = view.calendar
        let state = words(view.isOpen ? ClockStrings.openNow : ClockStrings.closedNow)
        let title: TextLine = [
            StyledText(calendar.id.rawValue, .title, .bold),
            StyledText("  \(state)", view.isOpen ? .ok : .warning),
            StyledText("  v\(calendar.version)  \(calendar.zone)", .muted),
            StyledText("  \(SafeText.line(calendar.title))"),
        ]
        let hours = "            0           6           12          18          24"
        return [title, [StyledText(hours, .muted)]]
            + view.days.indices.dropFirst().map(line)
    }

    private func line(_ index: Int) -> TextLine {
        let day = view.days[index]
        let name = words(DayStrings.weekday(day.weekday))
        let label = day.label.map { $0.isEmpty ? "*" : SafeText.line($0) } ?? ""
        return [
            StyledText((name + " " + day.day.dropFirst(5)).padded(to: 12), .muted),
            StyledText(bar(index), .accent),
            StyledText(label.isEmpty ? "" : "  \(label)", .info),
        ]
    }

    /// `#` for open, `.` for closed; what a night span of the day before leaves over counts too.
    private func bar(_ index: Int) -> String {
        let own = view.days[index].spans.map { $0.opens..<$0.end }
        let over = view.days[index - 1].spans.filter { $0.end > 1440 }.map { 0..<($0.end - 1440) }
        return (0..<Self.cells).map { cell in
            let minute = cell * Self.minutesPerCell
            return (own + over).contains { $0.contains(minute) } ? "#" : "."
        }.joined()
    }
}

enum DayStrings {
    /// 0 for Sunday.
    static func weekday(_ number: Int) -> Phrase {
        switch number {
        case 0: Phrase("day.sun", "Sun")
        case 1: Phrase("day.mon", "Mon")
        case 2: Phrase("day.tue", "Tue")
        case 3: Phrase("day.wed", "Wed")
        case 4: Phrase("day.thu", "Thu")
        case 5: Phrase("day.fri", "Fri")
        default: Phrase("day.sat", "Sat")
        }
    }
}
