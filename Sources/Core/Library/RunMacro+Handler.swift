package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RunMacro: DeskCall {
    /// Each act asks for its own right.
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        do {
            return try await desk.act(as: caller) { transaction in
                let ticket = try transaction.visibleTicket(ticket, to: caller)
                let version = try transaction.macroInUse(name)
                if let number, number != version.number {
                    throw DeskError(
                        .macroChanged,
                        ["name": name.rawValue, "number": String(version.number)])
                }
                var player = MacroPlayer(
                    version, on: ticket.id, desk: desk, caller: caller, transaction: transaction)
                for act in version.acts { player.play(act) }
                var reply = player.reply
                // All or nothing (helpdesk section 10.4): what was done so far goes with the
                // transaction.
                guard !isDryRun, reply.steps.allSatisfy({ $0.error == nil }) else {
                    throw Undone(reply: reply)
                }
                try transaction.record(
                    .library(
                        .macroRun(
                            MacroRun(
                                name: version.name, number: version.number, ticket: ticket.id,
                                person: caller.person))))
                reply.isDone = true
                return reply
            }
        } catch let undone as Undone {
            return undone.reply
        }
    }

    /// Ends the transaction without a trace.
    private struct Undone: Error {
        var reply: RunMacro.Reply
    }
}

extension ReadTransaction {
    /// The version of a macro in use. Throws `macroNotFound`.
    func macroInUse(_ name: MacroName) throws -> MacroVersion {
        guard let stored = try macroVersions(of: name).first(where: { $0.state == .offered }) else {
            throw DeskError(.macroNotFound, ["name": name.rawValue])
        }
        return stored.version
    }
}

/// Makes the acts of a macro, each by the use case that somebody would have called for it alone.
private struct MacroPlayer {
    let desk: Desk
    let caller: Principal
    let transaction: WriteTransaction
    let ticket: TicketID
    private(set) var reply: RunMacro.Reply

    init(
        _ version: MacroVersion, on ticket: TicketID, desk: Desk, caller: Principal,
        transaction: WriteTransaction
    ) {
        reply = RunMacro.Reply(title: version.title, number: version.number, steps: [])
        self.desk = desk
        self.caller = caller
        self.transaction = transaction
        self.ticket = ticket
    }

    mutating func play(_ act: MacroAct) {
        var step = RunMacro.Step(act: act)
        do { try perform(act) } catch {
            step.error = desk.presentable(error)
        }
        reply.steps.append(step)
    }

    private mutating func perform(_ act: MacroAct) throws {
        switch act {
        case .template(let key): try fill(key)
        case .afterSend(let state):
            try Rights.require(.reply, of: caller)
            reply.stateAfter = state
        case .tag(let tag): try make(TagTicket(ticket: ticket, tag: tag.rawValue))
        case .untag(let tag):
            try make(TagTicket(ticket: ticket, tag: tag.rawValue, isOn: false))
        case .priority(let priority): try make(SetPriority(ticket: ticket, priority: priority))
        case .note(let text): try make(AddNote(ticket: ticket, text: text))
        case .watch: try make(WatchTicket(ticket: ticket, isOn: true))
        case .hold(let reason, let seconds):
            try make(
                HoldTicket(
                    ticket: ticket, reason: reason, reviewAt: transaction.now + .seconds(seconds)))
        case .snooze(let seconds):
            try make(SnoozeTicket(ticket: ticket, until: transaction.now + .seconds(seconds)))
        case .resolve: try make(ResolveTicket(ticket: ticket))
        case .assignToMe: try assign(to: caller.person)
        case .assign(let person): try assign(to: person)
        }
    }

    /// The ticket as the acts before left it.
    private func current() throws -> Ticket {
        try transaction.visibleTicket(ticket, to: caller)
    }

    private func make<Change: TicketChange>(_ call: Change) throws {
        try Rights.require(Change.need, of: caller)
        try call.change(try current(), for: caller, in: transaction)
    }

    /// Taking an unowned ticket needs less than giving one away.
    private func assign(to person: PersonID) throws {
        let ticket = try current()
        if ticket.owner == person { return }
        if ticket.owner == nil, person == caller.person {
            return try make(ClaimTicket(ticket: ticket.id))
        }
        try Rights.require(AssignTicket.need, of: caller)
        let call = AssignTicket(ticket: ticket.id, to: person, expectedOwner: ticket.owner)
        _ = try call.assign(ticket, reason: "", desk, caller, transaction)
    }

    private mutating func fill(_ key: TemplateKey) throws {
        try Rights.require(.reply, of: caller)
        let ticket = try current()
        let version = try transaction.usable(key, for: ticket, caller)
        let text = try transaction.inserted(version, ticket, caller, desk)
        reply.template = key
        reply.rendered = RenderTemplate.Reply(
            text: text.text, missing: text.missing, number: version.number)
    }
}
