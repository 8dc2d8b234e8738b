import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func explainDeadlines() -> [Effect] {
        guard let ticket = currentRow?.id else { return [] }
        if clocks.explained?.ticket != ticket { clocks.explained = nil }
        return openClockPane(.deadlines, .explain(ticket))
    }

    mutating func openClockPane(_ layer: Layer, _ call: ClockCall) -> [Effect] {
        clocks.viewport = ViewportState()
        return push(layer) + [.latest("clocks", .clock(call))]
    }

    mutating func reloadClockPane() -> [Effect] {
        switch layer {
        case .calendars: [.latest("clocks", .clock(.calendars))]
        case .policies: [.latest("clocks", .clock(.policies))]
        default: clocks.explained.map { [.latest("clocks", .clock(.explain($0.ticket)))] } ?? []
        }
    }

    mutating func scrollClocks(by distance: Int) {
        let lines = ClockPane.lines(self)?.count ?? 0
        clocks.viewport.scroll(
            by: distance, lineCount: lines, height: ScreenLayout(self).body.height)
    }

    /// Asks for what the person was warned of and goes to the oldest of it.
    mutating func jumpToNotice() -> [Effect] {
        clocks.isJumping = true
        return [.latest("notices", .clock(.notices))]
    }

    mutating func clockAnswered(_ answer: ClockAnswer) -> [Effect] {
        switch answer {
        case .explained(let reply): clocks.explained = reply
        case .calendars(let calendars): clocks.calendars = calendars
        case .policies(let reply): clocks.policies = reply
        case .counts(let counts): (self.counts, knowsCounts) = (counts, true)
        case .notices(let notices): return jump(among: notices)
        }
        return []
    }

    private mutating func jump(among notices: [NoticeView]) -> [Effect] {
        guard clocks.isJumping else { return [] }
        clocks.isJumping = false
        guard let oldest = notices.first else {
            say(ClockStrings.noNotices, .ok)
            return []
        }
        return open(oldest.row) + [.call(.clock(.readNotices([oldest.row.id])))]
    }

    /// Counts came: when more deadlines are told of than before, one line and the bell say so, at
    /// most once a minute.
    mutating func countsCame(_ counts: InboxCounts) -> [Effect] {
        let isMore = knowsCounts && counts.notices > self.counts.notices
        (self.counts, knowsCounts) = (counts, true)
        let isTold = clocks.toldAt.map { now - $0 < .minutes(1) } ?? false
        guard isMore, !isTold else { return [] }
        clocks.toldAt = now
        say(ClockStrings.told(counts.notices), .warning)
        return [.bell]
    }
}
