import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// How deadlines came about, when people work, and which policies there are: three panes of text.
package enum ClockPane {
    package struct State: Equatable, Sendable {
        package internal(set) var explained: ExplainDeadlines.Reply?
        package internal(set) var calendars: [CalendarView]?
        package internal(set) var policies: ListPolicies.Reply?
        package internal(set) var viewport = ViewportState()
        /// Whether the next list of notices is to be followed to its oldest.
        var isJumping = false
        /// When people were last told on the message line; once a minute is enough.
        var toldAt: Timestamp?
    }

    static let layers: Set<Layer> = [.deadlines, .calendars, .policies]

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body.inset(horizontal: 1)
        guard let lines = lines(model) else {
            buffer.write(model.words(InboxStrings.loading), at: area.origin, style: Style(.muted))
            return
        }
        TextViewport(lines: lines).render(into: &buffer, in: area, state: model.clocks.viewport)
        buffer.placeCursor(area.origin)
    }

    /// Nil until the core has answered.
    static func lines(_ model: WorkstationModel) -> [TextLine]? {
        switch model.layer {
        case .calendars:
            return model.clocks.calendars.map { calendars in
                guard !calendars.isEmpty else {
                    return [[StyledText(model.words(ClockStrings.noCalendars), .muted)]]
                }
                let texts = calendars.map { CalendarText(view: $0, words: model.words).lines }
                return Array(texts.joined(separator: [[]]))
            }
        case .policies:
            return model.clocks.policies.map {
                PolicyText(
                    reply: $0, words: model.words, time: model.localTime, now: model.now,
                    width: ScreenLayout(model).body.width - 2
                ).lines
            }
        default:
            return model.clocks.explained.map {
                DeadlineText(reply: $0, words: model.words, time: model.localTime).lines
            }
        }
    }
}
