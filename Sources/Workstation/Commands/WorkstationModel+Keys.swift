import Localization
import TerminalCore
import TerminalWidgets

extension WorkstationModel {
    /// News belongs to the pane it came up in: where a key leads elsewhere and brings none of its
    /// own, the old ones go.
    mutating func pressed(_ key: Key) -> [Effect] {
        let (before, news) = (layer, notice)
        let effects = act(on: key)
        if layer != before, notice == news, news?.role != .error { notice = nil }
        return effects
    }

    private mutating func act(on key: Key) -> [Effect] {
        switch key {
        case .resize(let size): return resized(size)
        case .hangup, .terminate: return farewell()
        case .focus: return []
        case .mouse(let event): return mouse(event)
        case .paste: return pasted(key)
        case .press(let press):
            if !popups.isEmpty { return popupPressed(key) }
            return panePressed(press)
        }
    }

    private mutating func resized(_ size: Size) -> [Effect] {
        self.size = size
        inbox.list.height = ScreenLayout(self).inboxRows
        relayOut()
        return inbox.moved(now: now) { list, count in list.clamp(count: count) }
    }

    /// Lays out again what depends on width, language and zone.
    mutating func relayOut() {
        changeThread { $0.layOut($1) }
        changeHistory { $0.layOut($1) }
    }

    /// Changes the open conversation with the rest of the model at hand.
    @discardableResult
    mutating func changeThread<Result>(
        _ change: (inout ThreadPane.State, WorkstationModel) -> Result
    ) -> Result? {
        guard var state = thread.take() else { return nil }
        defer { thread = state }
        return change(&state, self)
    }

    mutating func changeHistory(_ change: (inout HistoryPane.State, WorkstationModel) -> Void) {
        guard var state = history.take() else { return }
        change(&state, self)
        history = state
    }

    private mutating func panePressed(_ press: KeyPress) -> [Effect] {
        if countTyped(press) { return [] }
        defer { if pendingKeys.isEmpty { keyCount = nil } }
        let typed = pendingKeys + [press]
        switch CommandBook.match(typed, in: layer) {
        case .command(let command):
            clearPending()
            return run(command)
        case .prefix:
            pendingKeys = typed
            pendingSince = now
            return []
        case .none:
            let wasPending = !pendingKeys.isEmpty
            clearPending()
            if press.code == .escape || press == KeyPress("ctrl-c") {
                return wasPending ? [] : peel()
            }
            if layer == .composer, !wasPending { return composerTyped(.press(press)) }
            return []
        }
    }

    /// Digits before a command count for it (helpdesk section 20).
    private mutating func countTyped(_ press: KeyPress) -> Bool {
        guard layer == .inbox || layer == .thread, pendingKeys.isEmpty,
            press.modifiers.isEmpty, case .character(let character) = press.code,
            let digit = character.wholeNumberValue, character.isASCII,
            digit > 0 || keyCount != nil
        else { return false }
        keyCount = min((keyCount ?? 0) * 10 + digit, 999)
        say(LifeStrings.count(keyCount ?? digit))
        return true
    }

    private mutating func clearPending() {
        pendingKeys = []
        pendingSince = nil
    }

    mutating func run(_ command: Command, argument: String = "") -> [Effect] {
        if let reason = command.obstacle(self) {
            say(reason, .warning)
            return []
        }
        return command.run(&self, argument)
    }

    /// Escape and ctrl-c take away the topmost thing and never leave the program.
    mutating func peel() -> [Effect] {
        if layer == .composer { return closeComposer() }
        if layer == .thread, thread?.find.isEmpty == false {
            thread?.find = ""
            return []
        }
        if layer.isEngine, engine.isOpen {
            closeEngineDetail()
            return []
        }
        if layer == .accountRows, let effects = leaveAccountRow() { return effects }
        if layers.count > 1 { return popLayer() }
        if layer == .inbox, !inbox.marked.isEmpty {
            inbox.marked = []
            return []
        }
        if inbox.wall != nil { return leaveWallList() }
        if !inbox.search.isEmpty { return inbox.show(queue: inbox.queue, search: "") }
        return []
    }

    mutating func popLayer() -> [Effect] {
        guard layers.count > 1 else { return [] }
        let gone = layers.removeLast()
        if gone == .thread || (gone == .card && !layers.contains(.thread)) { thread = nil }
        if gone == .history { history = nil }
        if gone.isEngine { closeEngineDetail() }
        relayOut()
        return [.title(windowTitle)]
    }

    mutating func push(_ layer: Layer) -> [Effect] {
        if self.layer != layer {
            // What went wrong elsewhere does not follow.
            if notice?.role == .error { notice = nil }
            // The card lies over its conversation and never under it.
            layers.removeAll { $0 == layer || (layer == .thread && $0 == .card) }
            layers.append(layer)
        }
        relayOut()
        return [.title(windowTitle)]
    }

    /// Never anything about a buyer: terminals and multiplexers show and log titles.
    var windowTitle: String {
        thread.map { "Deskhand \(number($0.ticket))" } ?? "Deskhand"
    }

    private mutating func pasted(_ key: Key) -> [Effect] {
        if !popups.isEmpty { return popupPressed(key) }
        if layer == .composer { return composerTyped(key) }
        say(DeskStrings.pasteRefused, .warning)
        return []
    }

    private mutating func mouse(_ event: MouseEvent) -> [Effect] {
        guard popups.isEmpty else { return [] }
        let distance = event.action == .wheelUp ? -3 : event.action == .wheelDown ? 3 : 0
        switch layer {
        case .inbox:
            if event.action == .click { return clicked(event.point) }
            return inbox.moved(now: now) { list, count in list.scroll(by: distance, count: count) }
        case .thread, .composer:
            changeThread { $0.scroll(by: distance, $1) }
        case .outbox: outbox.list.scroll(by: distance, count: outbox.count)
        case .account:
            if event.action == .click { return clickedAccount(event.point) }
            scrollAccount(by: distance)
        case .accountRows:
            guard !accountRows.isOpen else {
                scrollAccountRow(by: distance)
                return []
            }
            if event.action == .click { return clickedAccountRow(event.point) }
            moveAccountRows { list, count in list.scroll(by: distance, count: count) }
        case .reports: return moveReport(by: distance)
        case .quality: return moveQuality(by: distance)
        case .wall, .forecast, .breaches, .shifts, .broadcasts, .alarms: moveWall(by: distance)
        case .deadlines, .calendars, .policies: scrollClocks(by: distance)
        case .teams, .routed, .handOver: scrollRouting(by: distance)
        case .card: scrollCard(by: distance)
        case .rights: moveRights(by: distance)
        case .library: scrollLibraryDetail(by: distance)
        case .sync, .syncLog, .jobs, .drift, .quarantine, .checks:
            guard !engine.isOpen else {
                scrollEngine(by: distance)
                return []
            }
            if event.action == .click { return clickedEngine(event.point) }
            return moveEngine { list, count in list.scroll(by: distance, count: count) }
        case .history: break
        }
        return []
    }

    private mutating func clicked(_ point: Point) -> [Effect] {
        let area = ScreenLayout(self).inboxList
        let state = inbox.list
        let table = InboxPane.table(self)
        guard let row = table.row(at: point, in: area, state: state, count: inbox.total) else {
            return []
        }
        if row == state.selection { return openSelected() }
        return inbox.moved(now: now) { list, count in list.select(row, count: count) }
    }
}
