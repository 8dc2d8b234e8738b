import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension EnginePane {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer) {
        let layout = EngineLayout(model)
        buffer.write(strip(model), at: layout.strip.origin, width: layout.strip.width)
        if !layout.list.isEmpty { drawList(model, layout, into: &buffer) }
        drawDetail(model, layout, into: &buffer)
        if !layout.side.isEmpty { drawSide(model, layout.side, into: &buffer) }
    }

    /// All panes of the engine with what waits in each; tab goes through them.
    private static func strip(_ model: WorkstationModel) -> TextLine {
        let counts = model.engine.overview?.counts ?? EngineCounts()
        var line: TextLine = [StyledText(" ")]
        for layer in layers {
            let (name, count, isBad) = label(layer, counts)
            let text = model.words(name) + (count > 0 ? " \(count)" : "")
            let isHere = layer == model.layer
            let role: ThemeRole = count > 0 && isBad ? .warning : isHere ? .title : .muted
            line.append(StyledText(isHere ? "[\(text)]" : " \(text) ", role, isHere ? .bold : []))
        }
        return line
    }

    private static func label(_ layer: Layer, _ counts: EngineCounts) -> (Phrase, Int, Bool) {
        switch layer {
        case .syncLog: (EngineStrings.log, 0, false)
        case .jobs: (EngineStrings.jobs, counts.dead, true)
        case .drift: (EngineStrings.drift, counts.drift, true)
        case .quarantine: (EngineStrings.quarantine, counts.quarantined, true)
        case .checks: (EngineStrings.checks, counts.checksDue, false)
        default: (SyncStrings.name, 0, false)
        }
    }

    private static func drawList(
        _ model: WorkstationModel, _ layout: EngineLayout, into buffer: inout ScreenBuffer
    ) {
        let engine = model.engine
        let area = layout.list
        let (isLoaded, count, empty) = status(model)
        guard count > 0 else {
            let phrase = isLoaded ? empty : InboxStrings.loading
            buffer.write(
                model.words(phrase), at: Point(x: area.x + 2, y: area.y + 1), style: Style(.muted))
            return
        }
        let columns = EngineTable.columns(model, width: area.width)
        Table(columns: columns).render(
            into: &buffer, in: area, state: model.engineList, count: count
        ) { index in
            switch model.layer {
            case .syncLog:
                EngineTable.row(engine.log.items[index], model, width: area.width)
            case .jobs: EngineTable.row(engine.jobs.items[index], model, width: area.width)
            case .drift:
                EngineTable.row(engine.drift.items[index], model, width: area.width)
            case .quarantine: EngineTable.row(engine.mails.items[index], model)
            case .checks: EngineTable.row(engine.checks.items[index], model)
            default: EngineTable.row(model.lanes[index], model)
            }
        }
    }

    /// Whether the list has come, how long it is, and what to say when it is empty.
    private static func status(_ model: WorkstationModel) -> (Bool, Int, Phrase) {
        let engine = model.engine
        switch model.layer {
        case .syncLog: return (engine.log.isLoaded, engine.log.items.count, EngineStrings.noLog)
        case .jobs: return (engine.jobs.isLoaded, engine.jobs.items.count, EngineStrings.noJobs)
        case .drift:
            return (engine.drift.isLoaded, engine.drift.items.count, EngineStrings.noDrift)
        case .quarantine where !model.isSupervisor:
            return (true, 0, TicketStrings.supervisorOnly)
        case .quarantine:
            return (engine.mails.isLoaded, engine.mails.items.count, EngineStrings.noMails)
        case .checks:
            return (engine.checks.isLoaded, engine.checks.items.count, EngineStrings.noChecks)
        default: return (true, model.lanes.count, SyncStrings.empty)
        }
    }

    private static func drawDetail(
        _ model: WorkstationModel, _ layout: EngineLayout, into buffer: inout ScreenBuffer
    ) {
        guard layout.detail.height > 1 else { return }
        buffer.horizontalLine(at: layout.detail.origin, width: layout.detail.width)
        if model.layer == .syncLog, !model.engine.logFilter.text.isEmpty {
            let words = model.words(LogStrings.filter(model.engine.logFilter.text))
            buffer.write(
                [StyledText(" \(words) ", .info)],
                at: Point(x: layout.detail.x + 2, y: layout.detail.y))
        }
        let area = layout.detailText
        let text = EngineText.detail(model, width: area.width)
        guard let right = text.right else {
            TextViewport(lines: text.left).render(
                into: &buffer, in: area, state: model.engine.viewport)
            return place(model, area, into: &buffer)
        }
        let half = (area.width - 3) / 2
        let leftArea = Rect(x: area.x, y: area.y, width: half, height: area.height)
        let rightArea = Rect(
            x: area.x + half + 3, y: area.y, width: area.width - half - 3, height: area.height)
        TextViewport(lines: text.left).render(
            into: &buffer, in: leftArea, state: model.engine.viewport)
        TextViewport(lines: right).render(
            into: &buffer, in: rightArea, state: model.engine.viewport)
        buffer.verticalLine(at: Point(x: area.x + half + 1, y: area.y), height: area.height)
        place(model, area, into: &buffer)
    }

    private static func place(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        if model.engine.isOpen { buffer.placeCursor(area.origin) }
    }

    private static func drawSide(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        buffer.verticalLine(at: Point(x: area.x - 2, y: area.y), height: area.height)
        var lines = BudgetText.lines(model, store: nil, width: area.width)
        if lines.isEmpty { lines = [[StyledText(model.words(BudgetStrings.none), .muted)]] }
        TextViewport(lines: lines).render(into: &buffer, in: area)
    }
}
