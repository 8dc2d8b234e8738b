package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What the supervisor's panes ask for in one line.
package enum WallPrompt: Hashable, Sendable {
    case broadcast
    case excuse(TicketID, ClockKey)

    var phrase: Phrase {
        switch self {
        case .broadcast: WallStrings.askBroadcast
        case .excuse: WallStrings.askExcuse
        }
    }
}

extension WorkstationModel {
    private var wallFetch: [Effect] {
        [.latest("wall", .wall(.show(wall.dimension)))]
    }

    mutating func openWall() -> [Effect] {
        wall.askedAt = now
        return push(.wall) + wallFetch + [.latest("forecast", .wall(.forecast))]
    }

    mutating func openWallPane(_ layer: Layer, _ effects: [Effect]) -> [Effect] {
        wall.list = ListState()
        wall.viewport = ViewportState()
        return push(layer) + effects
    }

    mutating func openBreaches() -> [Effect] {
        openWallPane(
            .breaches,
            [.latest("breaches", .wall(.breaches(from: now - .days(7), to: now)))])
    }

    mutating func openShifts() -> [Effect] {
        openWallPane(.shifts, [.latest("shifts", .wall(.shifts(days: wall.days)))])
    }

    mutating func turnShiftDays() -> [Effect] {
        wall.days = wall.days == 7 ? 14 : wall.days == 14 ? 1 : 7
        return openShifts()
    }

    mutating func reloadWallPane() -> [Effect] {
        switch layer {
        case .forecast: [.latest("forecast", .wall(.forecast))]
        case .breaches: openBreaches()
        case .shifts: openShifts()
        case .broadcasts: [.latest("broadcasts", .wall(.broadcasts))]
        case .alarms: [.latest("alarms", .wall(.alarms))]
        default: wallFetch + [.latest("forecast", .wall(.forecast))]
        }
    }

    mutating func turnWall() -> [Effect] {
        let all = WallDimension.allCases
        let place = all.firstIndex(of: wall.dimension) ?? 0
        wall.dimension = all[(place + 1) % all.count]
        wall.lines = ListState(height: wall.lines.height)
        return wallFetch
    }

    mutating func turnWallPart(by distance: Int) -> [Effect] {
        let all = WallPane.Part.allCases
        let place = all.firstIndex(of: wall.part) ?? 0
        wall.part = all[(place + distance + all.count) % all.count]
        return []
    }

    mutating func turnWallColumn(by distance: Int) -> [Effect] {
        wall.part = .lines
        let body = ScreenLayout(self).body
        let layout = WallLayout(body, wall)
        let shown = WallTables.shownColumns(layout.lines.width)
        let place = shown.firstIndex(of: wall.column) ?? 0
        wall.column = shown[min(max(place + distance, 0), shown.count - 1)]
        return []
    }

    mutating func moveWall(by distance: Int) {
        let body = ScreenLayout(self).body
        switch layer {
        case .wall:
            let layout = WallLayout(body, wall)
            let area =
                switch wall.part {
                case .lines: layout.lines
                case .people: layout.people
                case .needs: layout.needs
                }
            wall[wall.part].height = max(1, area.height - 1)
            wall[wall.part].move(by: distance, count: wall.count(of: wall.part))
        case .shifts:
            let lines = wall.shifts.map {
                ShiftPart(reply: $0, model: self, width: body.width - 2).lines.count
            }
            wall.viewport.scroll(by: distance, lineCount: lines ?? 0, height: body.height)
        case .forecast:
            wall.list.height = ForecastPart.listHeight(self)
            wall.list.move(by: distance, count: wall.forecast?.forecast.risks.count ?? 0)
        case .breaches:
            wall.list.height = max(1, body.height - 1)
            wall.list.move(by: distance, count: wall.breaches?.count ?? 0)
        case .alarms:
            wall.list.height = max(1, body.height - 4)
            wall.list.move(by: distance, count: wall.alarms?.count ?? 0)
        case .broadcasts:
            wall.list.height = BroadcastPart.listHeight(self)
            wall.list.move(by: distance, count: wall.broadcasts?.count ?? 0)
        default: break
        }
    }

    var selectedBreach: BreachView? {
        guard let breaches = wall.breaches, breaches.indices.contains(wall.list.selection) else {
            return nil
        }
        return breaches[wall.list.selection]
    }

    var selectedBroadcast: BroadcastView? {
        guard let broadcasts = wall.broadcasts, broadcasts.indices.contains(wall.list.selection)
        else { return nil }
        return broadcasts[wall.list.selection]
    }

    /// The tickets behind a number, in the inbox, where they can be marked and acted on together.
    mutating func openNumber() -> [Effect] {
        if wall.part == .needs { return openNeed() }
        guard let filter = wall.filter else { return [] }
        if wall.part == .lines, wall.shownLines.indices.contains(wall.lines.selection),
            wall.column.value(of: wall.shownLines[wall.lines.selection]) == 0
        {
            say(WallStrings.noTickets)
            return []
        }
        return show(filter, named: filterName)
    }

    mutating func show(_ filter: WallFilter, named name: String) -> [Effect] {
        goHome() + inbox.show(wall: WallList(filter: filter, name: name))
    }

    /// Back to where the number stands.
    mutating func leaveWallList() -> [Effect] {
        inbox.show(queue: .mineAndUnassigned, search: "") + openWall()
    }

    private var filterName: String {
        guard let reply = wall.wall else { return "" }
        if wall.part == .people, reply.people.indices.contains(wall.people.selection) {
            return reply.people[wall.people.selection].agent.name
        }
        guard wall.shownLines.indices.contains(wall.lines.selection) else { return "" }
        let line = wall.shownLines[wall.lines.selection]
        let isTotal = wall.lines.selection == 0
        let name = WallTables.name(line, isTotal, reply.dimension, self)
        return wall.column == .all ? name : "\(name) \(words(WallStrings.column(wall.column)))"
    }

    private mutating func openNeed() -> [Effect] {
        guard wall.shownNeeds.indices.contains(wall.needs.selection) else { return [] }
        switch wall.shownNeeds[wall.needs.selection] {
        case .forecast:
            return openWallPane(.forecast, [.latest("forecast", .wall(.forecast))])
        case .urgent: return use(.urgent)
        case .held: return push(.outbox) + OutboxPane.fetch
        case .late: return use(.late)
        case .problems: return use(.problems)
        case .breaches: return openBreaches()
        case .blind: return CommandBook.named("sync", in: .wall).map { run($0) } ?? []
        }
    }

    mutating func openRisk() -> [Effect] {
        guard let risks = wall.forecast?.forecast.risks,
            risks.indices.contains(wall.list.selection)
        else { return [] }
        return openTicket(risks[wall.list.selection].ticket)
    }

    /// `!! Words` are urgent.
    mutating func broadcast(_ text: String) -> [Effect] {
        guard !text.allSatisfy(\.isWhitespace) else {
            return ask(PromptPane.Purpose.wall(.broadcast))
        }
        let isUrgent = text.hasPrefix("!!")
        let words = isUrgent ? String(text.dropFirst(2)) : text
        return [.call(.wall(.send(words: words, isUrgent: isUrgent)))]
    }

    mutating func wallAnswered(_ prompt: WallPrompt, _ text: String) -> [Effect] {
        switch prompt {
        case .broadcast: return broadcast(text)
        case .excuse(let ticket, let key):
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2,
                let category = BreachExcuse.Category(rawValue: String(parts[0]))
            else {
                say(WallStrings.badExcuse, .warning)
                return []
            }
            return [.call(.wall(.excuse(ticket, key, category, reason: String(parts[1]))))]
        }
    }

    mutating func wallAnswered(_ call: WallCall, _ answer: WallAnswer) -> [Effect] {
        switch answer {
        case .wall(let reply):
            guard reply.dimension == wall.dimension else { return [] }
            wall.wall = reply
            for part in WallPane.Part.allCases { wall[part].clamp(count: wall.count(of: part)) }
            if layer == .wall { moveWall(by: 0) }
        case .forecast(let reply): wall.forecast = reply
        case .breaches(let reply):
            wall.breaches = reply.breaches.reversed()
            let shown = reply.breaches.count
            if shown < reply.total {
                say(CutListSentences.newest(shown, of: reply.total), .warning)
            }
        case .excused:
            say(WallStrings.remarked, .ok)
            return openBreaches()
        case .shifts(let reply): wall.shifts = reply
        case .alarms(let alarms):
            wall.alarms = alarms
            wall.list.clamp(count: alarms.count)
        case .broadcasts(let broadcasts):
            wall.broadcasts = broadcasts
            wall.list.clamp(count: broadcasts.count)
        case .sent:
            say(WallStrings.sent, .ok)
            return [.latest("broadcasts", .wall(.broadcasts))]
        case .settled: return [.latest("broadcasts", .wall(.broadcasts))]
        }
        return []
    }

    /// Something changed that the wall counts: it is asked again soon, however much changes.
    mutating func wallChanged() {
        guard layer == .wall, wall.refreshAt == nil else { return }
        wall.refreshAt = now + .seconds(2)
    }

    /// What was to happen to the wall by now; where nothing changes it is still asked twice a minute,
    /// because time alone moves tickets from band to band.
    mutating func wallTicked() -> [Effect] {
        guard layer == .wall, isConnected, let asked = wall.askedAt else { return [] }
        guard wall.refreshAt.map({ $0 <= now }) ?? false || now >= asked + .seconds(30) else {
            return []
        }
        (wall.refreshAt, wall.askedAt) = (nil, now)
        let isStale = wall.forecast.map { now >= $0.forecast.start + .minutes(6) } ?? true
        return wallFetch + (isStale ? [.latest("forecast", .wall(.forecast))] : [])
    }

    mutating func broadcastsChanged() -> [Effect] {
        layer == .broadcasts ? [.latest("broadcasts", .wall(.broadcasts))] : []
    }
}
