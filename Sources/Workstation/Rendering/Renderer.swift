import HelpDesk
import Localization
import SwiftExtensions
package import TerminalCore
import TerminalWidgets

/// Draws the model; it reads no clock and keeps nothing.
package enum Renderer {
    package static func frame(_ model: WorkstationModel) -> ScreenBuffer {
        var buffer = ScreenBuffer(size: model.size, rules: model.rules)
        let layout = ScreenLayout(model)
        guard !layout.isTooSmall else {
            drawTooSmall(model, into: &buffer)
            return buffer
        }
        StatusBar.draw(model, into: &buffer, in: layout.status)
        drawPane(model, layout, into: &buffer)
        MessageLine.draw(model, into: &buffer, in: layout.messageLine)
        PastBanner.draw(model, into: &buffer, in: layout.messageLine)
        Footer.draw(model, into: &buffer, in: layout.footer)
        PendingKeys.draw(model, layout, into: &buffer)
        for popup in model.popups { draw(popup, model, layout, into: &buffer) }
        return buffer
    }

    private static func drawPane(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        switch model.layer {
        case .inbox: InboxPane.draw(model, layout, into: &buffer)
        case .thread: ThreadPane.draw(model, layout, into: &buffer)
        case .composer:
            ThreadPane.draw(model, layout, into: &buffer)
            ComposerPane.draw(model, layout, into: &buffer)
        case .outbox: OutboxPane.draw(model, layout, into: &buffer)
        case .sync, .syncLog, .jobs, .drift, .quarantine, .checks:
            EnginePane.draw(model, into: &buffer)
        case .history: HistoryPane.draw(model, layout, into: &buffer)
        case .account: AccountPane.draw(model, layout, into: &buffer)
        case .reports: ReportPane.draw(model, layout, into: &buffer)
        case .quality: QualityPane.draw(model, layout, into: &buffer)
        case .wall, .forecast, .breaches, .shifts, .broadcasts, .alarms:
            WallPane.draw(model, layout, into: &buffer)
        case .accountRows: AccountRowsPane.draw(model, layout, into: &buffer)
        case .teams, .routed, .handOver:
            RoutingPane.draw(model, layout, into: &buffer)
        case .deadlines, .calendars, .policies:
            ClockPane.draw(model, layout, into: &buffer)
        case .card: OrderPane.draw(model, layout, into: &buffer)
        case .rights: RightsPane.draw(model, layout, into: &buffer)
        case .library: LibraryPane.draw(model, layout, into: &buffer)
        }
    }

    private static func drawTooSmall(_ model: WorkstationModel, into buffer: inout ScreenBuffer) {
        let text = [
            model.words(DeskStrings.nowhere),
            model.words(DeskStrings.tooSmall(model.size.width, model.size.height)),
        ]
        for (row, line) in text.enumerated() {
            buffer.write(line, at: Point(x: 0, y: row), width: model.size.width)
        }
    }

    private static func draw(
        _ popup: PopupState, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        switch popup {
        case .help(let state): HelpPane.draw(state, model, layout, into: &buffer)
        case .command(let state): CommandLinePane.draw(state, model, layout, into: &buffer)
        case .picker(let state): PickerPane.draw(state, model, layout, into: &buffer)
        case .prompt(let state): PromptPane.draw(state, model, layout, into: &buffer)
        case .question(let state):
            QuestionPane.dialog(state, model).render(into: &buffer, in: layout.body)
        case .file(let state): FilePane.draw(state, model, layout, into: &buffer)
        }
    }

    /// The line between two panes beside each other.
    static func divide(_ layout: ScreenLayout, before area: Rect, into buffer: inout ScreenBuffer) {
        guard !area.isEmpty else { return }
        buffer.verticalLine(at: Point(x: area.x - 2, y: area.y), height: area.height)
    }
}
