import TerminalCore

/// Where the parts of an engine pane stand: strip, list, the item under the cursor, budgets.
struct EngineLayout {
    let strip: Rect
    /// Empty while the item fills the pane.
    let list: Rect
    /// With the line above it; empty where the screen is too low for it.
    let detail: Rect
    /// Budgets beside the grid on a wide screen.
    let side: Rect
    let isOpen: Bool

    init(_ model: WorkstationModel) {
        let body = ScreenLayout(model).body
        isOpen = model.engine.isOpen
        strip = body.row(0)
        var rest = Rect(x: body.x, y: body.y + 1, width: body.width, height: body.height - 1)
        let isWide = model.layer == .sync && body.width >= 150
        if isWide {
            let width = min(78, body.width * 2 / 5)
            side = Rect(x: body.maxX - width, y: rest.y, width: width, height: rest.height)
            rest = Rect(x: rest.x, y: rest.y, width: rest.width - width - 2, height: rest.height)
        } else {
            side = Rect(x: body.maxX, y: rest.y, width: 0, height: 0)
        }
        guard !isOpen else {
            list = Rect(x: rest.x, y: rest.y, width: rest.width, height: 0)
            detail = rest
            return
        }
        // The grid is what the first pane is about; elsewhere the item is.
        let share = model.layer == .sync || model.layer == .syncLog ? 11 : 8
        let height = rest.height < 12 ? rest.height : max(6, rest.height * share / 20)
        list = Rect(x: rest.x, y: rest.y, width: rest.width, height: height)
        detail = Rect(
            x: rest.x, y: rest.y + height, width: rest.width, height: rest.height - height)
    }

    /// Rows of the list without its heading.
    var listRows: Int { max(1, list.height - 1) }

    /// The item's text, below its line.
    var detailText: Rect {
        guard detail.height > 1 else { return Rect(x: detail.x, y: detail.y, width: 1, height: 0) }
        return Rect(
            x: detail.x + 1, y: detail.y + 1, width: max(1, detail.width - 2),
            height: detail.height - 1)
    }
}
