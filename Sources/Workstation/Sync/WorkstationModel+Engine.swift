import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Opens a pane of the engine; from another one of them it takes its place.
    mutating func showEngine(_ wanted: Layer) -> [Effect] {
        if layer.isEngine, layer != wanted { layers.removeLast() }
        closeEngineDetail()
        return push(wanted) + fetchEngine()
    }

    /// The pane beside this one in the strip.
    mutating func turnEngine(by step: Int) -> [Effect] {
        let all = EnginePane.layers
        guard let index = all.firstIndex(of: layer) else { return [] }
        return showEngine(all[((index + step) % all.count + all.count) % all.count])
    }

    mutating func closeEngineDetail() {
        engine.isOpen = false
        engine.viewport = ViewportState()
    }

    /// Asks for what the pane shows.
    func fetchEngine() -> [Effect] {
        let overview: Effect = .latest("engine.overview", .engine(.overview))
        switch layer {
        case .sync: return [overview, .latest("sync", .showSync)]
        case .syncLog: return [overview, fetchLog()]
        case .jobs: return [overview, list(.jobs(includesDone: engine.showsDoneJobs))]
        case .drift: return [overview, list(.drift(includesSettled: engine.showsSettledDrift))]
        case .quarantine where !isSupervisor: return [overview]
        case .quarantine:
            return [overview, list(.quarantine(includesReleased: engine.showsReleasedMails))]
        case .checks: return [overview, list(.checks)]
        default: return []
        }
    }

    private func list(_ call: EngineCall) -> Effect { .latest("engine.list", .engine(call)) }

    func fetchLog(before: SyncLogID? = nil) -> Effect {
        .latest("engine.log", .engine(.log(engine.logFilter, before: before)))
    }

    /// Asks for the item under the cursor, where it has more than its row says.
    func fetchEngineItem() -> [Effect] {
        let call: EngineCall? =
            switch layer {
            case .jobs: engine.jobs.selected.map { .job($0.id) }
            case .drift where isSupervisor: engine.drift.selected.map { .driftRecord($0.id) }
            case .quarantine where isSupervisor: engine.mails.selected.map { .mail($0.id) }
            default: nil
            }
        return call.map { [.latest("engine.item", .engine($0))] } ?? []
    }

    /// News of the core: what is on screen is asked for again, soon and once.
    mutating func engineChanged(_ news: EngineNews) -> [Effect] {
        guard let part = layer.enginePart else { return [] }
        if news.parts.contains(part) || news.parts.contains(.overview), engine.refreshAt == nil {
            engine.refreshAt = now + .milliseconds(500)
        }
        return []
    }

    /// A log that is being read further down stays as it is.
    mutating func refreshEngine() -> [Effect] {
        engine.refreshAt = nil
        if layer == .syncLog, engine.log.list.selection > 0 || engine.isOpen {
            return [.latest("engine.overview", .engine(.overview))]
        }
        return fetchEngine()
    }
}

// Moving in the list, or in the item that fills the pane.
extension WorkstationModel {
    mutating func moveEngine(_ move: (inout ListState, Int) -> Void) -> [Effect] {
        let before = engineList.selection
        let height = EngineLayout(self).listRows
        changeEngineList { list, count in
            list.height = height
            move(&list, count)
        }
        guard engineList.selection != before else { return [] }
        engine.viewport = ViewportState()
        return fetchEngineItem() + fetchOlderLog()
    }

    /// The first click selects a row, the next one shows it.
    mutating func clickedEngine(_ point: Point) -> [Effect] {
        let layout = EngineLayout(self)
        let table = Table(columns: EngineTable.columns(self, width: layout.list.width))
        let row = table.row(
            at: point, in: layout.list, state: engineList, count: engineItemCount)
        guard let row else { return [] }
        if row == engineList.selection { return openEngineItem() }
        return moveEngine { list, count in list.select(row, count: count) }
    }

    mutating func scrollEngine(by distance: Int) {
        let layout = EngineLayout(self)
        let text = EngineText.detail(self, width: layout.detailText.width)
        engine.viewport.scroll(
            by: distance, lineCount: text.lineCount, height: layout.detailText.height)
    }

    private func fetchOlderLog() -> [Effect] {
        guard layer == .syncLog, engine.hasOlderLog, let last = engine.log.items.last,
            engine.log.list.selection >= engine.log.items.count - 1
        else { return [] }
        return [fetchLog(before: last.id)]
    }

    var engineList: ListState {
        switch layer {
        case .syncLog: engine.log.list
        case .jobs: engine.jobs.list
        case .drift: engine.drift.list
        case .quarantine: engine.mails.list
        case .checks: engine.checks.list
        default: engine.lanes
        }
    }

    private mutating func changeEngineList(_ change: (inout ListState, Int) -> Void) {
        switch layer {
        case .sync: change(&engine.lanes, lanes.count)
        case .syncLog: change(&engine.log.list, engine.log.items.count)
        case .jobs: change(&engine.jobs.list, engine.jobs.items.count)
        case .drift: change(&engine.drift.list, engine.drift.items.count)
        case .quarantine: change(&engine.mails.list, engine.mails.items.count)
        case .checks: change(&engine.checks.list, engine.checks.items.count)
        default: break
        }
    }

    /// Shows the item alone; a lane leads to the log of its store.
    mutating func openEngineItem() -> [Effect] {
        guard layer != .sync else {
            guard let lane = selectedLane else { return [] }
            engine.logFilter = SyncLogFilter()
            engine.logFilter.store = lane.store
            engine.log.clear()
            return showEngine(.syncLog)
        }
        guard !engine.isOpen else { return [] }
        engine.isOpen = true
        engine.viewport = ViewportState()
        return fetchEngineItem()
    }

    mutating func filterLog(_ text: String) -> [Effect] {
        engine.logFilter = SyncLogFilter(text, stores: Set(lanes.compactMap(\.store)))
        engine.log.clear()
        engine.hasOlderLog = false
        return [fetchLog()]
    }

    mutating func toggleFailures() -> [Effect] {
        engine.logFilter.onlyFailures.toggle()
        engine.log.clear()
        engine.hasOlderLog = false
        return [fetchLog()]
    }
}
