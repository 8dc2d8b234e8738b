import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// How the stores' accounts are doing: where they sell, their health, money, returns, ratings and
/// stock, and what the app may not see.
package enum AccountPane {
    package struct State: Equatable, Sendable {
        package internal(set) var accounts: [AccountView] = []
        package internal(set) var isLoaded = false
        package internal(set) var viewport = ViewportState()
        /// The list that enter opens; nil for the first in sight.
        package internal(set) var target: AccountTarget?
    }

    /// A line, and the list that it leads to.
    struct Entry {
        var line: TextLine
        var target: AccountTarget?
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        guard model.account.isLoaded else {
            buffer.write(model.words(InboxStrings.loading), at: area.origin, style: Style(.muted))
            return
        }
        let entries = entries(model, width: area.width)
        let top = model.account.viewport.top
        TextViewport(lines: entries.map(\.line))
            .render(into: &buffer, in: area, state: model.account.viewport)
        let target = model.accountTarget
        let row = entries.firstIndex { $0.target != nil && $0.target == target }.map { $0 - top }
        guard let row, (0..<area.height).contains(row) else {
            return buffer.placeCursor(area.origin)
        }
        let point = Point(x: area.x, y: area.y + row)
        buffer.write(">", at: point, style: Style(.gutter))
        buffer.placeCursor(point)
    }

    static func entries(_ model: WorkstationModel, width: Int) -> [Entry] {
        guard !model.account.accounts.isEmpty else {
            return [Entry(line: [StyledText(model.words(AccountStrings.none), .muted)])]
        }
        var entries: [Entry] = []
        for account in model.account.accounts {
            if !entries.isEmpty { entries.append(Entry(line: [])) }
            entries += AccountLines(account: account, model: model, width: width).all
        }
        return entries
    }
}

extension WorkstationModel {
    mutating func accountsArrived(_ accounts: [AccountView]) {
        account.accounts = accounts
        account.isLoaded = true
        scrollAccount(by: 0)
    }

    mutating func scrollAccount(by distance: Int) {
        let body = ScreenLayout(self).body
        let count = AccountPane.entries(self, width: body.width - 2).count
        account.viewport.scroll(by: distance, lineCount: count, height: body.height)
    }

    /// The list under the cursor; where the cursor scrolled away, the first one in sight.
    var accountTarget: AccountTarget? {
        let shown = accountTargets.filter(\.isInSight)
        return shown.first { $0.target == account.target }?.target ?? shown.first?.target
    }

    /// Every list that a line leads to, with its line.
    private var accountTargets: [(target: AccountTarget, line: Int, isInSight: Bool)] {
        let body = ScreenLayout(self).body
        let sight = account.viewport.top..<(account.viewport.top + body.height)
        return AccountPane.entries(self, width: body.width - 2).enumerated()
            .compactMap { index, entry in
                entry.target.map { ($0, index, sight.contains(index)) }
            }
    }

    /// To the next list where it is in sight, else a line further: nothing between is jumped over.
    mutating func moveAccount(by step: Int) {
        let targets = accountTargets
        let here = targets.firstIndex { $0.target == accountTarget }
        guard let here, targets.indices.contains(here + step), targets[here + step].isInSight else {
            return scrollAccount(by: step)
        }
        account.target = targets[here + step].target
    }

    mutating func openAccountTarget() -> [Effect] {
        accountTarget.map { showAccountRows($0.list, of: $0.store) } ?? []
    }

    /// The first click moves the cursor to a list, the next one opens it.
    mutating func clickedAccount(_ point: Point) -> [Effect] {
        let line = account.viewport.top + point.y - ScreenLayout(self).body.y
        guard let hit = accountTargets.first(where: { $0.line == line })?.target else { return [] }
        guard hit != accountTarget else { return openAccountTarget() }
        account.target = hit
        return []
    }
}
