import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The tables of the wall.
enum WallTables {
    /// A cell of a number: five digits at most, the marks of the cursor beside it.
    private static let number = 6
    /// `!! -168:30`: a week late, with its mark.
    private static let next = 10

    static func lines(_ model: WorkstationModel, width: Int) -> Table {
        let words = model.words
        var columns = [
            TableColumn(
                words(WallStrings.by(model.wall.wall?.dimension ?? model.wall.dimension)),
                width: .rest, isTelling: true)
        ]
        columns += shownColumns(width).map {
            TableColumn(words(WallStrings.column($0)), width: .fixed(number), alignment: .trailing)
        }
        columns.append(
            TableColumn(words(WallStrings.next), width: .fixed(next), alignment: .trailing))
        return Table(columns: columns, isFocused: model.wall.part == .lines)
    }

    /// Without room the total goes: it is the sum of the bands.
    static func shownColumns(_ width: Int) -> [WallPane.Column] {
        width >= 78 ? WallPane.Column.allCases : WallPane.Column.allCases.filter { $0 != .calm }
    }

    static func row(
        _ line: WallLine, isTotal: Bool, isHere: Bool, _ model: WorkstationModel, width: Int
    ) -> TableRow {
        let state = model.wall
        let dimension = state.wall?.dimension ?? state.dimension
        var cells: [TextLine] = [
            [StyledText(name(line, isTotal, dimension, model), .text, isTotal ? .bold : [])]
        ]
        for column in shownColumns(width) {
            let value = column.value(of: line)
            let isCursor = isHere && column == state.column && state.part == .lines
            cells.append([
                StyledText(
                    isCursor ? "[\(value)]" : value == 0 ? "- " : "\(value) ",
                    value == 0 ? .muted : role(column), isCursor ? .bold : [])
            ])
        }
        cells.append([left(until: line.nextLimit, model)])
        return TableRow(cells: cells)
    }

    static func name(
        _ line: WallLine, _ isTotal: Bool, _ dimension: WallDimension, _ model: WorkstationModel
    ) -> String {
        let words = model.words
        if isTotal { return words(WallStrings.all) }
        if dimension == .band, let band = UrgencyBand(rawValue: line.key) {
            return words(WallStrings.band(band))
        }
        guard line.key.isEmpty else { return SafeText.line(line.label) }
        return words(dimension == .person ? WallStrings.nobody : WallStrings.none)
    }

    static func role(_ column: WallPane.Column) -> ThemeRole {
        switch column {
        case .over, .urgent: .late
        case .now: .soon
        case .soon, .unowned: .warning
        case .all, .watch, .calm: .text
        }
    }

    static func left(until limit: Timestamp?, _ model: WorkstationModel) -> StyledText {
        guard let limit else { return StyledText("-", .muted) }
        let band = Band(UrgencyBand(limit: limit, now: model.now))
        let mark = band.mark.filter { $0 != " " }
        return StyledText(
            mark + (mark.isEmpty ? "" : " ") + TimeLeft.clock(until: limit, now: model.now),
            band.style)
    }

    static func people(_ model: WorkstationModel, width: Int) -> Table {
        let words = model.words
        var columns = [
            TableColumn(words(WallStrings.person), width: .rest, isTelling: true),
            TableColumn(words(WallStrings.presence), width: .fixed(12)),
            TableColumn(words(WallStrings.load), width: .fixed(width >= 60 ? 19 : 15)),
            TableColumn(words(WallStrings.column(.over)), width: .fixed(5), alignment: .trailing),
            TableColumn(words(WallStrings.column(.now)), width: .fixed(4), alignment: .trailing),
            TableColumn(words(WallStrings.next), width: .fixed(next), alignment: .trailing),
        ]
        if width >= 72 {
            columns.append(
                TableColumn(words(WallStrings.held), width: .fixed(5), alignment: .trailing))
        }
        return Table(columns: columns, isFocused: model.wall.part == .people)
    }

    static func row(_ person: WallPerson, _ model: WorkstationModel, width: Int) -> TableRow {
        let agent = person.agent
        let isFull = agent.load >= agent.profile.cap
        let bar = ShareBar(
            value: agent.load, limit: max(agent.profile.cap, 0.1), role: isFull ? .warning : .ok)
        let numbers = " \(WallStrings.number(agent.load))/\(WallStrings.number(agent.profile.cap))"
        var cells: [TextLine] = [
            [StyledText(SafeText.line(agent.name))],
            presence(agent, model),
            bar.line(width: width >= 60 ? 10 : 6, rules: model.rules)
                + [StyledText(numbers, isFull ? .warning : .muted)],
            [count(person.counts.over, .late)],
            [count(person.counts.now, .soon)],
            [left(until: person.nextLimit, model)],
        ]
        if width >= 72 { cells.append([count(person.held, .warning)]) }
        return TableRow(cells: cells)
    }

    private static func count(_ value: Int, _ role: ThemeRole) -> StyledText {
        value == 0 ? StyledText("-", .muted) : StyledText("\(value)", role)
    }

    /// A sign and a word: here, here but busy, away, gone.
    private static func presence(_ agent: AgentView, _ model: WorkstationModel) -> TextLine {
        let (sign, role): (String, ThemeRole) =
            switch agent.presence {
            case .available: ("+", .ok)
            case .busy: ("*", .warning)
            case .away: ("o", .muted)
            case .off: ("-", .muted)
            }
        return [
            StyledText("\(sign) ", role),
            StyledText(
                model.words(RoutingWords.presence(agent.presence)),
                agent.presence == .available ? .text : .muted),
        ]
    }

    static func needs(_ model: WorkstationModel) -> Table {
        Table(
            columns: [TableColumn(model.words(WallStrings.needs), width: .rest, isTelling: true)],
            isFocused: model.wall.part == .needs)
    }
}
