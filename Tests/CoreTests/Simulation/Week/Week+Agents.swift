import Core
import HelpDesk
import Store
import SwiftExtensions
import Wire

extension Week {
    /// One thing that an agent does.
    mutating func act(as agent: Principal) async throws {
        let queue: TicketQueue = one(in: 3) ? .all : .owed
        let rows = try await perform(ListTickets(queue: queue, limit: 60), as: agent)?.rows ?? []
        let mine = rows.filter { $0.ticket.owner == agent.person }
        guard let row = (mine.isEmpty || one(in: 4) ? rows : mine).randomElement(using: &random)
        else { return }
        switch Int.random(in: 0..<16, using: &random) {
        case 0..<6: try await answer(row, as: agent)
        case 6..<9: try await park(row, as: agent)
        case 9..<11: try await pass(on: row, as: agent)
        case 11..<13: try await mark(row, as: agent)
        case 13: try await join(row, rows, as: agent)
        case 14: try await excuse(row, as: agent)
        default: try await look(at: row, as: agent)
        }
    }

    /// Mostly a good answer; sometimes one that the linter blocks, that is stale, or taken back.
    private mutating func answer(_ row: TicketRow, as agent: Principal) async throws {
        let isBlocked = one(in: 10)
        let text =
            isBlocked
            ? "Bitte schreiben Sie an hilfe@laden.example."
            : "Antwort \(done["reply.send", default: 0]) auf \(row.id.rawValue)."
        let isStale = one(in: 6)
        let reply = try await perform(
            SendReply(
                ticket: row.id, basis: isStale ? .zero : row.ticket.lastItem, text: text,
                stateAfter: pick([.pending, .pending, .resolved, .open, .hold]),
                staleReason: isStale && one(in: 2) ? "Both are right." : nil,
                reviewReason: isBlocked ? "The carrier's own address." : nil), as: agent)
        switch reply {
        case .queued(let view):
            if one(in: 8) { try await perform(UndoReply(item: view.item.id), as: agent) }
        case .stale: done["stale", default: 0] += 1
        case .blocked, .unconfirmed, .held, .answered, nil: break
        }
    }

    private mutating func park(_ row: TicketRow, as agent: Principal) async throws {
        let now = world.clock.now
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let hours = Int64.random(in: 1...30, using: &random)
            try await perform(SnoozeTicket(ticket: row.id, until: now + .hours(hours)), as: agent)
        case 1:
            try await perform(
                HoldTicket(ticket: row.id, reason: "carrier", reviewAt: now + .hours(5)), as: agent)
            if one(in: 2) { try await perform(UndoTicket(ticket: row.id), as: agent) }
        case 2: try await resolve(row, as: agent)
        case 3: try await perform(ReopenTicket(ticket: row.id), as: agent)
        case 4: try await perform(UndoTicket(ticket: row.id), as: agent)
        default: try await perform(RestoreTicket(ticket: row.id), as: agent)
        }
    }

    /// Mostly a ticket that nothing stands against; else one whose resolution is refused.
    private mutating func resolve(_ row: TicketRow, as agent: Principal) async throws {
        let rows = try await perform(ListTickets(queue: .all, limit: 200), as: agent)?.rows ?? []
        let ready = rows.filter { row in
            row.ticket.owedDebts == 0 && row.ticket.openCases == 0
                && [.open, .pending].contains(row.ticket.state)
        }
        let chosen = one(in: 4) ? row : ready.randomElement(using: &random) ?? row
        try await perform(ResolveTicket(ticket: chosen.id), as: agent)
    }

    private mutating func pass(on row: TicketRow, as agent: Principal) async throws {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: try await perform(ClaimTicket(ticket: row.id), as: agent)
        case 1: try await perform(ReturnTicket(ticket: row.id), as: agent)
        case 2: try await perform(AcceptTicket(ticket: row.id), as: agent)
        default:
            try await perform(
                AssignTicket(
                    ticket: row.id, to: pick(shifts).person.person, expectedOwner: row.ticket.owner),
                as: agent)
        }
    }

    private mutating func mark(_ row: TicketRow, as agent: Principal) async throws {
        let now = world.clock.now
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            try await perform(
                AddNote(
                    ticket: row.id, text: "@\(pick(shifts).person.unixUser) please look.",
                    due: one(in: 2) ? now + .hours(2) : nil), as: agent)
        case 1:
            try await perform(
                SetPriority(ticket: row.id, priority: pick([.low, .normal, .high])), as: agent)
        case 2: try await perform(FlagTicket(ticket: row.id, flag: .spam, isOn: true), as: agent)
        case 3:
            try await perform(
                FlagTicket(ticket: row.id, flag: .muted, isOn: one(in: 2)), as: agent)
        case 4: try await perform(WatchTicket(ticket: row.id, isOn: true), as: agent)
        default: try await perform(TagTicket(ticket: row.id, tag: "carrier"), as: agent)
        }
    }

    private mutating func join(
        _ row: TicketRow, _ rows: [TicketRow], as agent: Principal
    ) async throws {
        let sibling = rows.first { $0.id != row.id && $0.ticket.buyer == row.ticket.buyer }
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1:
            guard let sibling else { fallthrough }
            try await perform(MergeTickets(ticket: row.id, with: sibling.id), as: agent)
        case 2:
            let messages = try await world.messages(row.id).filter { $0.direction == .inbound }
            try await perform(
                SplitTicket(ticket: row.id, messages: messages.suffix(1).map(\.id)), as: agent)
        default: try await perform(UnmergeTicket(ticket: row.id), as: agent)
        }
    }

    private mutating func excuse(_ row: TicketRow, as agent: Principal) async throws {
        let isVoid = one(in: 4)
        try await perform(
            ExcuseTicket(
                ticket: row.id, isConfirmed: !isVoid && one(in: 2), isVoid: isVoid,
                reason: "only thanks"), as: agent)
    }

    private mutating func look(at row: TicketRow, as agent: Principal) async throws {
        try await perform(ShowTicket(ticket: row.id, refreshOrder: false), as: agent)
        try await perform(ExplainDeadlines(ticket: row.id), as: agent)
        if one(in: 3) {
            try await perform(
                UnmaskField(ticket: row.id, field: .name, reason: "customs"), as: agent)
        }
        let notices = try await perform(ListNotices(limit: 20), as: agent)?.notices ?? []
        let seen = Array(Set(notices.prefix(3).map(\.row.id))).sorted()
        if !seen.isEmpty { try await perform(ReadNotices(tickets: seen), as: agent) }
    }

    /// What the lead and the administrator do.
    mutating func supervise() async throws {
        let outbox = try await perform(ListOutbox(), as: world.sue)?.items ?? []
        for view in outbox.prefix(4) {
            switch view.item.state {
            case .held:
                try await perform(
                    ReviewReply(item: view.item.id, isApproved: one(in: 2), reason: "Read it."),
                    as: world.sue)
            case .unknown, .failed:
                try await perform(
                    SettleReply(
                        item: view.item.id, hasArrived: view.item.state == .unknown && one(in: 2),
                        reason: "Seen in Seller Central."), as: world.sue)
            default: break
            }
        }
        let requests = try await perform(ListRequests(isOpenOnly: true), as: world.sue)?.requests
        for view in requests ?? [] where view.mayApprove {
            try await perform(
                SettleRequest(
                    request: view.item.request.id, isApproved: one(in: 2), reason: "Looked."),
                as: world.sue)
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: try await excuseABreach()
        case 1: try await changeAPolicy()
        case 2: try await letSomebodyGo()
        case 3:
            let rows = try await perform(
                ListTickets(queue: .unassigned, limit: 5), as: world.sue)?.rows
            try await perform(
                ActOnTickets(
                    tickets: (rows ?? []).map(\.id), act: .assign(pick(shifts).person.person)),
                as: world.sue)
        default:
            try await perform(
                RunReport(
                    request: ReportRequest(
                        kind: .kpi, from: start - .days(1), to: world.clock.now)), as: world.sue)
        }
    }

    private mutating func excuseABreach() async throws {
        let call = ListBreaches(from: start - .days(2), to: world.clock.now)
        let breaches = try await perform(call, as: world.sue)?.breaches ?? []
        guard let breach = breaches.randomElement(using: &random) else { return }
        try await perform(
            ExcuseBreach(
                ticket: breach.ticket, key: breach.key, category: .other, reason: "outage"),
            as: world.sue)
    }

    private mutating func changeAPolicy() async throws {
        let policies = try await perform(ListPolicies(), as: world.sue)?.policies ?? []
        guard var policy = policies.randomElement(using: &random) else { return }
        policy.targets.next = Int.random(in: 60...600, using: &random)
        fault.disarm()
        try await world.approved(SavePolicy(policy: policy))
        done["policy", default: 0] += 1
        if one(in: 2) { try await perform(ApplyPolicies(isPreview: one(in: 2)), as: world.sue) }
    }

    /// Somebody is let go in the middle of the work, and comes back another day.
    private mutating func letSomebodyGo() async throws {
        guard let known = try await world.database.read({ try $0.person(unixUser: "jon") }) else {
            return
        }
        try await perform(
            SavePerson(
                unixUser: "jon", displayName: known.displayName, role: known.role,
                scope: known.scope, isActive: !known.isActive), as: world.ops)
    }
}
