package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// Returns, ratings, settlements with their lines, and stock: one row each, opened as a card with
/// every field and with the order and the tickets that belong to it.
package enum AccountRowsPane {
    package struct State: Equatable, Sendable {
        package internal(set) var kind = AccountList.returns
        /// Nil for all stores.
        package internal(set) var store: StoreID?
        /// The settlement whose lines are listed.
        package internal(set) var settlement: SettlementView?
        package internal(set) var rows: [AccountRow] = []
        var states: [AccountTask] = []
        package internal(set) var isLoaded = false
        package internal(set) var list = ListState(height: 8)
        /// The row under the cursor fills the pane.
        package internal(set) var isOpen = false
        package internal(set) var viewport = ViewportState()
        /// The order of the open row; nil until it came, and where the desk does not have it.
        package internal(set) var order: OrderView?

        package init() {}

        package var selected: AccountRow? {
            rows.indices.contains(list.selection) ? rows[list.selection] : nil
        }
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let areas = areas(model, layout)
        buffer.write(strip(model), at: areas.strip.origin, width: areas.strip.width)
        guard !model.accountRows.isOpen else {
            TextViewport(lines: AccountRowCard.lines(model, width: areas.card.width))
                .render(into: &buffer, in: areas.card, state: model.accountRows.viewport)
            buffer.placeCursor(areas.card.origin)
            return
        }
        drawList(model, areas.list, into: &buffer)
        guard areas.card.height > 1 else { return }
        buffer.horizontalLine(
            at: Point(x: areas.list.x, y: areas.card.y - 1), width: areas.list.width)
        TextViewport(lines: AccountRowCard.lines(model, width: areas.card.width))
            .render(into: &buffer, in: areas.card)
    }

    private static func drawList(
        _ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer
    ) {
        let state = model.accountRows
        guard !state.rows.isEmpty else {
            let lines = state.isLoaded ? nothing(model) : [model.words(InboxStrings.loading)]
            for (row, line) in lines.enumerated() {
                buffer.write(
                    line, at: Point(x: area.x + 2, y: area.y + 1 + row), style: Style(.muted))
            }
            return
        }
        Table(columns: AccountRowsTable.columns(model, width: area.width)).render(
            into: &buffer, in: area, state: state.list, count: state.rows.count
        ) { AccountRowsTable.row(state.rows[$0], model, width: area.width) }
    }

    /// None is not the same as not known.
    private static func nothing(_ model: WorkstationModel) -> [String] {
        let untold = model.accountRows.states.filter {
            $0.lastSuccess == nil || $0.phase == .notPermitted
        }
        guard untold.isEmpty else {
            return untold.map { task in
                let role = task.missingRole.map { AccountStrings.notPermitted(SafeText.line($0)) }
                return "\(task.store) · \(model.words(AccountStrings.topic(task.topic))): "
                    + model.words(role ?? AccountStrings.noReport)
            }
        }
        return [model.words(AccountRowStrings.none)]
    }

    /// The lists with the one that is shown, then whose it is.
    private static func strip(_ model: WorkstationModel) -> TextLine {
        let state = model.accountRows
        var line: TextLine = [StyledText(" ")]
        for kind in model.accountLists {
            let text = model.words(AccountRowStrings.list(kind))
            let isHere = kind == state.kind
            line.append(
                StyledText(
                    isHere ? "[\(text)]" : " \(text) ", isHere ? .title : .muted,
                    isHere ? .bold : []))
        }
        let whose = state.store?.rawValue ?? model.words(LaneStrings.shared)
        line.append(StyledText("  \(whose)", .text, .bold))
        if let settlement = state.settlement {
            line.append(StyledText(" · " + SafeText.line(settlement.settlementID), .info))
        }
        if state.isLoaded { line.append(StyledText(" · \(state.rows.count)", .muted)) }
        return line
    }

    /// Where the strip, the list and the row's card stand.
    static func areas(_ model: WorkstationModel, _ layout: ScreenLayout)
        -> (strip: Rect, list: Rect, card: Rect)
    {
        let body = layout.body
        let rest = Rect(x: body.x, y: body.y + 1, width: body.width, height: body.height - 1)
        let isOpen = model.accountRows.isOpen
        let height = isOpen ? 0 : rest.height < 12 ? rest.height : max(6, rest.height * 11 / 20)
        let top = rest.y + height + (isOpen ? 0 : 1)
        return (
            body.row(0), Rect(x: rest.x, y: rest.y, width: rest.width, height: height),
            Rect(
                x: rest.x + 1, y: top, width: max(1, rest.width - 2),
                height: max(0, rest.maxY - top))
        )
    }
}
