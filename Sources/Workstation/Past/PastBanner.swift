import Localization
import TerminalCore
import TerminalWidgets

/// The bar over the message line that says, for as long as it is so, that this is the past. Other
/// panes than list and ticket show the present, and no bar.
enum PastBanner {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        guard let instant = model.asOf, model.notice == nil, model.link == .connected,
            model.layer == .inbox || model.layer == .thread
        else {
            return
        }
        let moment = model.localTime.moment(instant, now: model.now)
        let text = " << " + model.words(PastStrings.banner(moment))
        let padding = String(repeating: " ", count: max(0, area.width))
        buffer.write(padding, at: Point(x: area.x, y: area.y), width: area.width)
        buffer.write(
            [StyledText(text, .warning, [.bold, .reverse])], at: Point(x: area.x, y: area.y),
            width: area.width)
    }
}
