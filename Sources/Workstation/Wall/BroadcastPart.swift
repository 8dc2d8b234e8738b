import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Words to everybody: those to be acknowledged, and for supervisors who has.
enum BroadcastPart {
    static func draw(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        guard let broadcasts = model.wall.broadcasts else {
            return WallPane.loading(model, area, into: &buffer)
        }
        guard !broadcasts.isEmpty else {
            buffer.write(
                model.words(WallStrings.noBroadcasts), at: Point(x: 1, y: area.y),
                style: Style(.muted))
            return
        }
        let height = min(broadcasts.count + 1, max(3, area.height / 2))
        let parts = area.rows([.fixed(height), .rest])
        table(model).render(
            into: &buffer, in: parts[0], state: model.wall.list, count: broadcasts.count
        ) { row(broadcasts[$0], model) }
        guard broadcasts.indices.contains(model.wall.list.selection) else { return }
        buffer.horizontalLine(at: parts[1].origin, width: parts[1].width)
        let inner = Rect(
            x: 1, y: parts[1].y + 1, width: parts[1].width - 2,
            height: max(0, parts[1].height - 1))
        TextViewport(lines: whole(broadcasts[model.wall.list.selection], model, inner.width))
            .render(into: &buffer, in: inner, state: ViewportState())
    }

    static func listHeight(_ model: WorkstationModel) -> Int {
        let area = ScreenLayout(model).body
        return max(1, min((model.wall.broadcasts?.count ?? 0) + 1, max(3, area.height / 2)) - 1)
    }

    private static func table(_ model: WorkstationModel) -> Table {
        let words = model.words
        return Table(columns: [
            TableColumn("", width: .fixed(2)),
            TableColumn(words(WallStrings.sentAt), width: .fixed(13)),
            TableColumn(words(WallStrings.from), width: .fixed(12)),
            TableColumn(words(WallStrings.readBy), width: .fixed(9), alignment: .trailing),
            TableColumn(words(WallStrings.words), width: .rest, isTelling: true),
        ])
    }

    private static func row(_ view: BroadcastView, _ model: WorkstationModel) -> TableRow {
        let isOver = !view.broadcast.isOpen(at: model.now)
        let concerned = view.read.count + view.unread.count
        return TableRow(cells: [
            [StyledText(view.isUnread ? "*" : "", .warning, .bold)],
            [StyledText(model.localTime.moment(view.broadcast.at, now: model.now), .muted)],
            [StyledText(SafeText.line(view.authorName))],
            [StyledText(concerned > 0 ? "\(view.read.count)/\(concerned)" : "", .muted)],
            [
                StyledText(view.broadcast.isUrgent ? "!! " : "", .late, .bold),
                StyledText(SafeText.line(view.words), isOver ? .muted : .text),
            ],
        ])
    }

    private static func whole(
        _ view: BroadcastView, _ model: WorkstationModel, _ width: Int
    ) -> [TextLine] {
        let words = model.words
        var lines = TextViewport.lines(
            of: view.words, width: width, style: .plain, rules: model.rules)
        let until = model.localTime.moment(view.broadcast.until, now: model.now)
        var facts = [
            view.broadcast.withdrawnAt == nil
                ? words(WallStrings.until(until)) : words(WallStrings.withdrawn)
        ]
        if let group = view.groupName { facts.append(SafeText.line(group)) }
        if let stores = view.broadcast.stores {
            facts.append(stores.map { SafeText.line($0.rawValue) }.joined(separator: ", "))
        }
        lines += [[], [StyledText(facts.joined(separator: "  "), .muted)]]
        if !view.read.isEmpty {
            let names = view.read.map {
                "\(SafeText.line($0.name)) \(model.localTime.moment($0.at, now: model.now))"
            }
            lines += list(words(WallStrings.haveRead), names, .ok, width, model)
        }
        if !view.unread.isEmpty {
            lines += list(
                words(WallStrings.haveNotRead), view.unread.map { SafeText.line($0) }, .warning,
                width, model)
        }
        return lines
    }

    private static func list(
        _ title: String, _ names: [String], _ role: ThemeRole, _ width: Int,
        _ model: WorkstationModel
    ) -> [TextLine] {
        let text = title + " " + names.joined(separator: ", ")
        return text.wrapped(width: width, rules: model.rules).map { [StyledText($0, role)] }
    }
}
