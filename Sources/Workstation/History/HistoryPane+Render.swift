import Localization
import TerminalCore
import TerminalWidgets

extension HistoryPane {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        guard let history = model.history else { return }
        let area = layout.body.inset(horizontal: 1)
        guard history.isLoaded else {
            buffer.write(
                model.words(InboxStrings.loading), at: area.origin, style: Style(.muted))
            return
        }
        TextViewport(lines: history.lines).render(into: &buffer, in: area, state: history.viewport)
        buffer.placeCursor(area.origin)
    }
}
