import Foundation
import HelpDesk
import Store
import SwiftExtensions

/// One look at the people and the rules within one transaction. What it decides it writes down, and
/// counts on with: the next ticket meets the load that this one made.
struct RoutingPass {
    let transaction: ReadTransaction
    let now: Timestamp
    let rules: RoutingRules
    let load: TicketLoad
    private(set) var agents: [PersonID: AgentStanding]
    private(set) var rotations: [GroupID: RoutingRotation]
    private let calendar: Calendar

    /// How long a buyer stays with the person who answered last (helpdesk section 7.5).
    private static let stickyDays: Int64 = 30

    init(_ transaction: ReadTransaction, desk: Desk, now: Timestamp) throws {
        self.transaction = transaction
        self.now = now
        let book = try transaction.routingBook()
        rules = RoutingRules(book: book, now: now)
        load = try TicketLoad.measured(transaction, at: now)
        agents = try RoutingRoster(transaction, desk: desk, book: book, load: load, now: now).agents
        var rotations: [GroupID: RoutingRotation] = [:]
        for group in book.groups { rotations[group.id] = try transaction.rotation(of: group.id) }
        self.rotations = rotations
        calendar = Calendar(deskZone: desk.settings.timeZone)
    }

    /// A ticket as routing sees it.
    func subject(of ticket: Ticket) throws -> RoutingSubject {
        let start = try transaction.oldestStart(of: ticket.id)
        let returned = try transaction.returns(of: ticket.id, cycle: ticket.cycle)
        let previous = try ticket.owner ?? transaction.previousOwner(of: ticket.id)
        var buyersOwner: PersonID?
        if previous == nil, let buyer = ticket.buyer {
            buyersOwner = try transaction.buyersOwner(
                buyer, except: ticket.id, since: now - .days(Self.stickyDays))
        }
        return RoutingSubject(
            ticket: ticket.id, store: ticket.store, marketplace: ticket.marketplace,
            category: ticket.category, language: ticket.language, priority: ticket.priority,
            hour: hour, start: start ?? ticket.openedAt, due: ticket.routingDue,
            cost: cost(of: ticket), previousOwner: previous, buyersOwner: buyersOwner,
            exclusions: Set(returned), returns: returned.count)
    }

    func cost(of ticket: Ticket) -> Double {
        load.cost(
            category: ticket.category, state: ticket.state,
            needsReply: ticket.owedDebts > 0 || ticket.openCases > 0)
    }

    private var hour: Int {
        calendar.component(
            .hour, from: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000))
    }

    func decide(
        _ subject: RoutingSubject, cause: RoutingCause, from owner: PersonID? = nil,
        planned: PersonID? = nil
    ) -> RoutingDecision {
        rules.decide(
            subject, cause: cause, from: owner, agents: agents, rotations: rotations,
            planned: planned)
    }

    /// The plan for the balanced groups among the tickets; empty when it would take too long.
    func plan(_ subjects: [RoutingSubject], budget: Int) -> [TicketID: PersonID] {
        let rows = subjects.compactMap { subject in
            rules.plannable(subject, agents: agents).map {
                BalancedPlan.Row(subject: subject, eligible: $0)
            }
        }
        guard !rows.isEmpty else { return [:] }
        return BalancedPlan.make(rows, now: now, handling: load.handling, budget: budget) ?? [:]
    }

    /// Counts on with what was decided.
    mutating func note(_ decision: RoutingDecision, cost: Double) {
        if let owner = decision.from { agents[owner]?.load -= cost }
        guard let person = decision.chosen else { return }
        agents[person]?.load += cost
        if let group = decision.group, let weight = decision.turnWeight {
            rotations[group, default: RoutingRotation()].assign(person, weight: weight)
        }
    }
}

extension TicketLoad {
    /// How far back handling times count.
    private static let sampleDays: Int64 = 56

    /// What tickets weigh by the handling times of the last eight weeks.
    static func measured(_ transaction: ReadTransaction, at now: Timestamp) throws -> TicketLoad {
        TicketLoad(samples: try transaction.handlingSamples(from: now - .days(sampleDays)))
    }
}

extension Ticket {
    /// The instant that routing works towards: when an answer should leave, or the desk's own
    /// deadline, or a case's (helpdesk section 7.6).
    var routingDue: Timestamp? {
        [nextDue.map { $0 - PlatformClock.margin }, internalDue, caseDue].compactMap { $0 }.min()
    }
}

extension Calendar {
    /// The calendar of the desk's zone, for hours of the day.
    init(deskZone name: String) {
        self.init(identifier: .gregorian)
        timeZone = TimeZone(identifier: name) ?? .gmt
    }
}
