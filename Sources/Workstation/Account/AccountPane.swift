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
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        guard model.account.isLoaded else {
            buffer.write(model.words(InboxStrings.loading), at: area.origin, style: Style(.muted))
            return
        }
        TextViewport(lines: lines(model, width: area.width))
            .render(into: &buffer, in: area, state: model.account.viewport)
        buffer.placeCursor(area.origin)
    }

    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard !model.account.accounts.isEmpty else {
            return [[StyledText(model.words(AccountStrings.none), .muted)]]
        }
        var lines: [TextLine] = []
        for account in model.account.accounts {
            if !lines.isEmpty { lines.append([]) }
            lines += AccountLines(account: account, model: model, width: width).all
        }
        return lines
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
        let count = AccountPane.lines(self, width: body.width - 2).count
        account.viewport.scroll(by: distance, lineCount: count, height: body.height)
    }
}
