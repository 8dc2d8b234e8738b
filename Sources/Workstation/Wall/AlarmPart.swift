import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// What somebody must know of, with the selected one in full.
enum AlarmPart {
    private static let detailHeight = 3

    static func draw(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        guard let alarms = model.wall.alarms else {
            return WallPane.loading(model, area, into: &buffer)
        }
        guard !alarms.isEmpty else {
            buffer.write(
                model.words(AlarmSentences.none), at: Point(x: 1, y: area.y), style: Style(.ok))
            return
        }
        let parts = area.rows([.rest, .fixed(detailHeight)])
        table(model).render(
            into: &buffer, in: parts[0], state: model.wall.list, count: alarms.count
        ) { row(alarms[$0], model) }
        guard alarms.indices.contains(model.wall.list.selection) else { return }
        let text = sentence(alarms[model.wall.list.selection], model)
        let lines = text.wrapped(width: area.width - 2, rules: model.rules)
            .map { [StyledText($0)] as TextLine }
        TextViewport(lines: lines).render(
            into: &buffer, in: parts[1].inset(horizontal: 1), state: ViewportState())
    }

    private static func table(_ model: WorkstationModel) -> Table {
        let words = model.words
        return Table(columns: [
            TableColumn(words(WallStrings.since), width: .fixed(14)),
            TableColumn(words(OutboxStrings.store), width: .fixed(12)),
            TableColumn(words(WallStrings.alarm), width: .rest, isTelling: true),
        ])
    }

    private static func row(_ open: OpenAlarm, _ model: WorkstationModel) -> TableRow {
        TableRow(cells: [
            [StyledText(model.localTime.moment(open.since, now: model.now), .muted)],
            [StyledText(SafeText.line(open.alarm.store?.rawValue ?? "-"))],
            [StyledText("! ", .error, .bold), StyledText(sentence(open, model), .warning)],
        ])
    }

    private static func sentence(_ open: OpenAlarm, _ model: WorkstationModel) -> String {
        SafeText.line(
            model.words(
                AlarmSentences.words(
                    kind: open.alarm.kind.rawValue, subject: open.alarm.subject)))
    }
}
