import HelpDesk
import Synchronization
import Wire

/// Lines in the order in which they came.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}

/// What one listener was told.
final class Heard: Sendable {
    private let events = Mutex<[PushedEvent]>([])

    func add(_ event: PushedEvent) { events.withLock { $0.append(event) } }

    var rows: [TicketRow] {
        events.withLock { events in
            events.compactMap { if case .ticketChanged(let row) = $0 { row } else { nil } }
        }
    }

    var counts: [InboxCounts] {
        events.withLock { events in
            events.compactMap { if case .countsChanged(let counts) = $0 { counts } else { nil } }
        }
    }

    var presences: [TicketPresence] {
        events.withLock { events in
            events.flatMap { event -> [TicketPresence] in
                if case .presenceChanged(let news) = event { news } else { [] }
            }
        }
    }

    var taken: [ComposeTaken] {
        events.withLock { events in
            events.compactMap { if case .composeTaken(let taken) = $0 { taken } else { nil } }
        }
    }
}
