package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets
package import Wire

/// The supervisor's view of the desk: what is due and with whom, what waits for a supervisor, and what
/// will be late.
package enum WallPane {
    static let layers: Set<Layer> = [
        .wall, .forecast, .breaches, .shifts, .broadcasts, .alarms,
    ]

    /// The parts that the cursor walks through.
    package enum Part: Hashable, Sendable, CaseIterable {
        case lines, people, needs
    }

    /// A number of a line that opens into its tickets.
    package enum Column: Hashable, Sendable, CaseIterable {
        case all, over, now, soon, watch, calm, unowned, urgent

        var band: UrgencyBand? {
            switch self {
            case .over: .over
            case .now: .now
            case .soon: .soon
            case .watch: .watch
            case .calm: .calm
            case .all, .unowned, .urgent: nil
            }
        }

        package func value(of line: WallLine) -> Int {
            switch self {
            case .all: line.counts.total
            case .unowned: line.unowned
            case .urgent: line.urgent
            default: band.map { line.counts[$0] } ?? 0
            }
        }
    }

    /// What waits for a supervisor, in the order of the list.
    package enum Need: Hashable, Sendable, CaseIterable {
        case forecast, urgent, held, breaches, late, problems, blind
    }

    package struct State: Equatable, Sendable {
        package internal(set) var dimension = WallDimension.store
        package internal(set) var wall: ShowWall.Reply?
        package internal(set) var forecast: ShowForecast.Reply?
        package internal(set) var breaches: [BreachView]?
        package internal(set) var shifts: ShowShifts.Reply?
        package internal(set) var broadcasts: [BroadcastView]?
        package internal(set) var alarms: [OpenAlarm]?
        package internal(set) var part = Part.lines
        package internal(set) var column = Column.all
        package internal(set) var lines = ListState()
        package internal(set) var people = ListState()
        package internal(set) var needs = ListState()
        /// The cursor of the forecast's, the breaches' and the broadcasts' lists.
        package internal(set) var list = ListState()
        package internal(set) var viewport = ViewportState()
        /// How many days the plan of shifts shows.
        package internal(set) var days = 7
        /// When the wall is asked for again because something changed.
        var refreshAt: Timestamp?
        /// When it was asked for last.
        var askedAt: Timestamp?

        package init() {}

        /// The line of all tickets first, then one for each value.
        var shownLines: [WallLine] { wall.map { [$0.total] + $0.lines } ?? [] }

        var shownNeeds: [Need] {
            guard let wall else { return [] }
            return Need.allCases.filter { $0 != .blind || !wall.needs.blind.isEmpty }
        }

        func count(of part: Part) -> Int {
            switch part {
            case .lines: shownLines.count
            case .people: wall?.people.count ?? 0
            case .needs: shownNeeds.count
            }
        }

        subscript(part: Part) -> ListState {
            get {
                switch part {
                case .lines: lines
                case .people: people
                case .needs: needs
                }
            }
            set {
                switch part {
                case .lines: lines = newValue
                case .people: people = newValue
                case .needs: needs = newValue
                }
            }
        }

        /// The tickets behind the number under the cursor; nil where there is none.
        var filter: WallFilter? {
            guard let wall else { return nil }
            switch part {
            case .lines:
                guard shownLines.indices.contains(lines.selection) else { return nil }
                let isTotal = lines.selection == 0
                let key = isTotal ? nil : shownLines[lines.selection].key
                return WallFilter(
                    wall.dimension, key: key, band: column.band, isUnowned: column == .unowned,
                    isUrgent: column == .urgent)
            case .people:
                guard wall.people.indices.contains(people.selection) else { return nil }
                let person = wall.people[people.selection].agent.person
                return WallFilter(.person, key: String(person.rawValue))
            case .needs: return nil
            }
        }
    }

    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        let area = layout.body
        switch model.layer {
        case .forecast: ForecastPart.draw(model, area, into: &buffer)
        case .breaches: BreachPart.draw(model, area, into: &buffer)
        case .shifts: ShiftPart.draw(model, area, into: &buffer)
        case .broadcasts: BroadcastPart.draw(model, area, into: &buffer)
        case .alarms: AlarmPart.draw(model, area, into: &buffer)
        default: drawWall(model, area, into: &buffer)
        }
    }

    static func loading(_ model: WorkstationModel, _ area: Rect, into buffer: inout ScreenBuffer) {
        buffer.write(
            model.words(InboxStrings.loading), at: Point(x: 1, y: area.y), style: Style(.muted))
    }
}
