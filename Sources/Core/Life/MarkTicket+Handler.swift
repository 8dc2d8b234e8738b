package import HelpDesk
package import Store
package import Wire

extension SetPriority: TicketChange {
    package static let need: Need = .verb(.tag)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        guard let change = MarkRules.priority(priority, on: ticket) else { return }
        try transaction.record(.life(.priorityChanged(change)))
    }
}

extension FlagTicket: DeskCall {
    package static let need: Need = .verb(.tag)

    package func run(in desk: Desk, as caller: Principal) async throws -> TicketRow {
        try await desk.change(ticket, as: caller) { transaction, ticket in
            if let (verb, breadth) = flag.also { try Rights.require(verb, breadth, of: caller) }
            guard let change = try MarkRules.flag(flag.mark, isOn: isOn, on: ticket) else { return }
            try transaction.record(.life(.flagsChanged(change)))
        }
    }
}

extension FlagTicket.Flag {
    fileprivate var mark: TicketFlags {
        switch self {
        case .spam: .spam
        case .muted: .muted
        case .vip: .vip
        case .drill: .drill
        case .legalHold: .legalHold
        }
    }

    /// A right besides `tag` that setting the mark and taking it away need.
    fileprivate var also: (Verb, Breadth)? {
        switch self {
        case .spam, .muted, .vip: nil
        case .legalHold: (.supervise, .stores)
        case .drill: (.drill, .all)
        }
    }
}

extension WatchTicket: TicketChange {
    package static let need: Need = .verb(.read)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        if isOn { return try transaction.watch(ticket.id, caller.person) }
        guard try transaction.watchers(of: ticket.id).contains(caller.person) else { return }
        try transaction.record(.life(.unwatched(ticket.id, caller.person)))
    }
}

extension TagTicket: TicketChange {
    package static let need: Need = .verb(.tag)

    package func change(
        _ ticket: Ticket, for caller: Principal, in transaction: WriteTransaction
    ) throws {
        let known = try transaction.tags(of: ticket.id)
        guard isOn else {
            let registry = try transaction.tagRegistry()
            let typed = try TagRules.name(tag)
            let meant = registry.first { $0.aliases.contains(typed) }?.name
            for name in [typed, meant].compactMap({ $0 }) where known.contains(name) {
                try transaction.record(.life(.untagged(ticket.id, name)))
            }
            return
        }
        let name = try TagRules.resolve(
            tag, registry: try transaction.tagRegistry(), mayMakeUp: caller.may(.tagAdmin))
        guard !known.contains(name) else { return }
        try transaction.record(.life(.tagged(ticket.id, name)))
    }
}

extension ListTags: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let counts = try transaction.untagged(scope: caller.scope)
            return Reply(
                tags: try transaction.tagUses(scope: caller.scope).map {
                    Entry(tag: $0.tag, isRegistered: $0.isRegistered, tickets: $0.tickets)
                }, liveTickets: counts.tickets, untagged: counts.untagged)
        }
    }
}

extension SaveTag: DeskCall {
    package static let need: Need = .right(.tagAdmin, .all)

    /// The entry in its one form.
    private func cleaned() throws -> Tag {
        var saved = tag
        saved.name = try TagRules.name(tag.name.rawValue)
        saved.aliases = try Array(Set(tag.aliases.map { try TagRules.name($0.rawValue) })).sorted()
        saved.group = CleanText.clean(tag.group).collapsed(limit: TagRules.longestName)
        return saved
    }

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let saved = try cleaned()
        return try await desk.act(as: caller) { transaction in
            let others = try transaction.tagRegistry().filter { $0.name != saved.name }
            let taken = Set(others.flatMap { [$0.name] + $0.aliases })
            guard taken.isDisjoint(with: saved.aliases + [saved.name]) else {
                throw DeskError(.badRequest, ["field": "aliases"])
            }
            try transaction.record(.life(.tagSaved(saved)))
            return Reply(tag: saved)
        }
    }
}
