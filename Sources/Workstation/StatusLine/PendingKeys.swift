import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// After a first key of several and a pause: how it can go on. Typed through, it never shows.
enum PendingKeys {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        guard let since = model.pendingSince, model.now >= since + .milliseconds(300) else {
            return
        }
        let commands = CommandBook.continuations(of: model.pendingKeys, in: model.layer)
        let rows = min(commands.count, layout.body.height)
        for (row, command) in commands.prefix(rows).enumerated() {
            let point = Point(x: 0, y: layout.messageLine.y - rows + row)
            let keys = command.keys.first { $0.continues(model.pendingKeys) }?.hint ?? ""
            buffer.fill(
                Rect(x: 0, y: point.y, width: layout.size.width, height: 1), style: Style(.popup))
            buffer.write(
                [
                    StyledText(" " + keys.padded(to: 10), .key),
                    StyledText(model.words(command.summary)),
                ], at: point, width: layout.size.width)
        }
    }
}
