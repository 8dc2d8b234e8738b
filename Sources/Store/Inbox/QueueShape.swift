import GRDB
import HelpDesk
import SwiftExtensions

/// How a queue is walked: a few ranges of an index, merged by rank. Every range is an equality on
/// the index's leading columns, so a page needs neither a table scan nor a sort.
struct QueueShape {
    /// One range: a condition and its values.
    struct Range {
        var condition: String
        var values: [Binding] = []
    }

    /// Index for all stores and, when there is one, the index that starts with the store.
    /// Nil for a short list that is found by the tickets' numbers.
    var index: String?
    var storeIndex: String?
    var ranges: [Range]

    init(_ query: TicketQuery) {
        if let wall = query.wall {
            self.init("clocked", [Range(wall, at: query.now)], byStore: false)
            return
        }
        let mine = Range(condition: "is_live = 1 AND owner = ?", values: [query.person.rawValue])
        let unowned = Range(condition: "is_live = 1 AND owner IS NULL")
        switch query.queue {
        case .mineAndUnassigned: self.init("owner", [mine, unowned])
        case .mine: self.init("owner", [mine])
        case .unassigned: self.init("owner", [unowned])
        case .owed: self.init("owed", [Range(condition: "owed_debts > 0")])
        case .late:
            self.init(
                "clocked",
                [
                    Range(
                        condition: "is_clocked = 1 AND \(Self.late)",
                        values: Self.lateValues(query.now))
                ])
        case .hold: self.init("state", [Self.state(.hold)])
        case .pending: self.init("state", [Self.state(.pending)])
        case .resolved: self.init("rested", [Range(condition: "is_live = 0")], byStore: false)
        case .unparsed:
            self.init("unparsed", [Range(condition: "provisional_debts > 0")], byStore: false)
        case .problems: self.init("problem", [Range(condition: "has_problem = 1")], byStore: false)
        case .cases: self.init("case", [Range(condition: "open_cases > 0")], byStore: false)
        case .ticks: self.init("tick", [Range(condition: "excuse_debts > 0")], byStore: false)
        case .snoozed: self.init("state", [Self.state(.snoozed)])
        case .spam:
            self.init(
                "spam", [Range(condition: "is_clocked = 1 AND (flags & 1) = 1")], byStore: false)
        case .watching:
            self.init(
                picking: "SELECT ticket FROM ticket_watcher WHERE person = ?",
                [query.person.rawValue])
        case .looks:
            self.init(
                picking: """
                    SELECT message.ticket FROM note_due JOIN message ON message.id = note_due.message
                    WHERE note_due.done_at IS NULL AND note_due.due <= ?
                    """, [query.now.milliseconds])
        case .group: self.init("group", Self.groups(query.groups), byStore: false)
        case .urgent:
            self.init(
                picking: """
                    SELECT routing_ticket.ticket FROM routing_ticket
                    INDEXED BY routing_ticket_urgent
                    JOIN ticket AS waiting ON waiting.id = routing_ticket.ticket
                    WHERE routing_ticket.is_urgent = 1 AND waiting.is_live = 1
                        AND waiting.owner IS NULL
                    """, [])
        case .all: self.init("rank", [Range(condition: "1")])
        }
    }

    /// A ticket's limit is never after its deadlines, so that the walk along the limits meets all
    /// that is late.
    static let late = "rank < ? AND (next_due < ? OR tick_due < ? OR case_due < ?)"

    static func lateValues(_ now: Timestamp) -> [Binding] {
        Array(repeating: now.milliseconds, count: 4)
    }

    private init(_ name: String, _ ranges: [Range], byStore: Bool = true) {
        index = "ticket_\(name)"
        storeIndex = byStore ? "ticket_store_\(name)" : nil
        self.ranges = ranges
    }

    /// A short list that another table names; it is looked up and sorted.
    private init(picking tickets: String, _ values: [Binding]) {
        index = nil
        storeIndex = nil
        ranges = [Range(condition: "ticket.id IN (\(tickets))", values: values)]
    }

    /// What waits for one of the groups; of somebody in no group, nothing does.
    private static func groups(_ groups: [GroupID]) -> [Range] {
        let condition = "is_live = 1 AND owner IS NULL AND ticket_group = ?"
        return (groups.isEmpty ? [GroupID(0)] : groups).map {
            Range(condition: condition, values: [$0.rawValue])
        }
    }

    private static func state(_ state: TicketState) -> Range {
        Range(condition: "state = ?", values: [state.rawValue])
    }
}
