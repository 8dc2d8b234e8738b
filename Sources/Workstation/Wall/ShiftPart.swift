import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Who is planned when, against what the hours will ask for: a row for each person and day, a cell for
/// each hour, and below the days the hours with too few people.
struct ShiftPart {
    let reply: ShowShifts.Reply
    let model: WorkstationModel
    let width: Int

    private static let nameWidth = 16
    private var words: Words { model.words }
    private var time: LocalTime { LocalTime(zone: reply.zone, language: words.language) }

    static func draw(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        guard let reply = model.wall.shifts else {
            return WallPane.loading(model, area, into: &buffer)
        }
        let part = ShiftPart(reply: reply, model: model, width: area.width - 2)
        TextViewport(lines: part.lines).render(
            into: &buffer, in: area.inset(horizontal: 1), state: model.wall.viewport)
    }

    /// Two cells an hour where there is room for them.
    private var cell: Int { width >= Self.nameWidth + 24 * 2 + 10 ? 2 : 1 }

    var lines: [TextLine] {
        guard !reply.people.isEmpty else {
            return [[StyledText(words(WallStrings.nobodyPlanned), .warning)]]
        }
        var lines = gaps
        for day in days { lines += [[]] + self.day(day) }
        return lines
    }

    /// Starts of the local days that the plan touches, each with the hours of the plan in it.
    private var days: [[ShiftCoverage.Hour]] {
        var found: [[ShiftCoverage.Hour]] = []
        var last: CivilTime?
        for hour in reply.coverage.hours {
            let civil = time.civil(hour.start)
            if let last, last.day == civil.day, last.month == civil.month {
                found[found.count - 1].append(hour)
            } else {
                found.append([hour])
            }
            last = civil
        }
        return found
    }

    private var gaps: [TextLine] {
        let gaps = reply.coverage.gaps
        guard !gaps.isEmpty else { return [[StyledText(words(WallStrings.noGaps), .ok)]] }
        let shown = gaps.sorted { $0.missingHours > $1.missingHours }.prefix(5)
        let title: TextLine = [
            StyledText(words(WallStrings.gaps(gaps.count)), .warning, .bold)
        ]
        return [title]
            + shown.map { gap in
                let from = time.moment(gap.start, now: model.now)
                let to = time.clock(gap.end)
                return [
                    StyledText("  ! \(from) - \(to)  ", .warning),
                    StyledText(words(WallStrings.missing(WallStrings.number(gap.missingHours)))),
                ]
            }
    }

    private func day(_ hours: [ShiftCoverage.Hour]) -> [TextLine] {
        guard let first = hours.first else { return [] }
        let civil = time.civil(first.start)
        let offset = civil.hour
        let name =
            words(DayStrings.weekday(civil.weekday)) + " " + time.date(first.start, now: model.now)
        var lines: [TextLine] = [
            [StyledText(name.padded(to: Self.nameWidth), .title, .bold), ruler]
        ]
        for person in reply.people {
            var line: TextLine = [
                StyledText(SafeText.line(person.name).padded(to: Self.nameWidth))
            ]
            line.append(StyledText(String(repeating: " ", count: offset * cell)))
            for hour in hours { line.append(work(person, hour)) }
            if person.calendar == nil {
                line = [
                    StyledText(SafeText.line(person.name).padded(to: Self.nameWidth), .muted),
                    StyledText(words(WallStrings.noCalendar), .muted),
                ]
            }
            lines.append(line)
        }
        return lines + [coverage(hours, offset), demand(hours, offset)]
    }

    private var ruler: StyledText {
        let marks = stride(from: 0, to: 24, by: 3).map { String($0).padded(to: 3 * cell) }
        return StyledText(marks.joined(), .muted)
    }

    private func work(_ person: ShiftLine, _ hour: ShiftCoverage.Hour) -> StyledText {
        let end = hour.start + .hours(1)
        let worked = person.spans.reduce(Int64(0)) { sum, span in
            sum + max(0, min(span.end, end).seconds - max(span.start, hour.start).seconds)
        }
        let glyphs = ChartGlyphs(model.rules)
        let glyph =
            worked == 0
            ? glyphs.shades[0]
            : worked < 3000 ? glyphs.shades[2] : glyphs.shades[glyphs.shades.count - 1]
        return StyledText(String(repeating: glyph, count: cell), worked == 0 ? .muted : .ok)
    }

    /// How many are planned; an exclamation mark where they are too few.
    private func coverage(_ hours: [ShiftCoverage.Hour], _ offset: Int) -> TextLine {
        var line: TextLine = [
            StyledText(words(WallStrings.planned).padded(to: Self.nameWidth), .info),
            StyledText(String(repeating: " ", count: offset * cell)),
        ]
        for hour in hours {
            let count = Int(hour.planned.rounded())
            let text = count > 9 ? "+" : "\(count)"
            let mark = hour.isGap ? "!" : " "
            line.append(
                StyledText(
                    cell == 2 ? text + mark : hour.isGap ? "!" : text,
                    hour.isGap ? .warning : .text, hour.isGap ? .bold : []))
        }
        return line
    }

    private func demand(_ hours: [ShiftCoverage.Hour], _ offset: Int) -> TextLine {
        let needed = hours.map { $0.needed }
        let most = WallStrings.number(needed.max() ?? 0)
        var line: TextLine = [
            StyledText(words(WallStrings.needed).padded(to: Self.nameWidth), .info),
            StyledText(String(repeating: " ", count: offset * cell)),
        ]
        let top = reply.coverage.hours.map(\.needed).max()
        for value in needed {
            let cells = TrendCells([value], limit: top).line(width: 1, rules: model.rules)
            for _ in 0..<cell { line += cells }
        }
        line.append(StyledText("  " + words(WallStrings.most(most)), .muted))
        return line
    }
}
