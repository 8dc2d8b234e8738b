import HelpDesk
import Jobs
import Store
import SwiftExtensions

/// A seeded day at the desk: each step is one plausible transaction.
struct RandomDay {
    let desk: Desk
    /// Tickets that were merged away; they come back when that is undone.
    var merged: [TicketID] = []
    var random: SeededRandom
    var tickets: [TicketID] = []
    var counter: Int64 = 0

    /// Only what the first version of the schema knew.
    let isOld: Bool

    init(seed: UInt64, desk: Desk? = nil, isOld: Bool = false) throws {
        self.isOld = isOld
        self.desk = try desk ?? Desk()
        random = SeededRandom(seed: seed)
    }

    /// What the desk lets nobody do: put a ticket to rest, or to sleep, over an answer that it owes.
    private static let refusals: [DeskError.Code] = [.ticketDebtOwed, .snoozeTooLong]

    /// Something happens; what the desk refuses has not happened.
    mutating func step() throws {
        do { try act() } catch let error as DeskError {
            guard Self.refusals.contains(error.code) else { throw error }
        }
    }

    private mutating func act() throws {
        desk.now = desk.now + .seconds(Int64.random(in: 1...600, using: &random))
        if !isOld, Int.random(in: 0..<5, using: &random) == 0 { return try live() }
        counter += 1
        guard let ticket = tickets.randomElement(using: &random) else { return try open() }
        switch Int.random(in: 0..<(isOld ? 12 : 26), using: &random) {
        case 0: try open()
        case 1: try mail(into: ticket)
        case 2: try write(to: ticket)
        case 3: try assign(ticket)
        case 4: try changeState(of: ticket)
        case 5: try desk.reply(ticket, state: pick([.held, .queued]))
        case 6, 7: try moveReply()
        case 8: try moveDebt(of: ticket)
        case 9: try draft(on: ticket)
        case 10: try order(for: ticket)
        case 11: try job()
        case 12:
            try settings()
            try warn()
            try desk.judge(on: ticket, counter)
            try desk.broadcast(counter)
            try desk.library(on: ticket, counter)
            try words(on: ticket)
        case 13, 14: try cases(on: ticket)
        case 15: try limits(of: ticket)
        case 16: try files(on: ticket)
        case 17: try account()
        case 18...20: try clocks(on: ticket)
        case 21, 22: try routing(on: ticket)
        case 23, 24: try books(on: ticket)
        default: try sync(ticket)
        }
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    mutating func open() throws {
        tickets.append(
            try desk.ticket(
                store: pick([Desk.us, Desk.eu]), buyerName: "Buyer \(counter)",
                keys: ["key \(Int.random(in: 0..<9, using: &random))"]))
    }

    mutating func assign(_ ticket: TicketID) throws {
        let owner = try desk.read { try $0.ticket(ticket) }?.owner
        try desk.record(
            .ticketAssigned(
                TicketAssignment(
                    ticket: ticket, from: owner, to: pick([nil, Desk.ann, Desk.bo]),
                    cause: .assign)))
    }

    mutating func changeState(of ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        let debts = try desk.read { try $0.debts(of: ticket) }
        let isFree =
            stored.openCases == 0
            && !debts.contains { $0.state == .owed || $0.state == .excusePending }
        let to = pick(isFree ? TicketState.allCases : [.open, .pending, .hold, .snoozed])
        try desk.record(
            .ticketStateChanged(
                TicketStateChange(
                    ticket: ticket, from: stored.state, to: to,
                    holdReason: to == .hold ? "carrier" : nil,
                    reviewAt: to == .hold ? desk.now + .days(1) : nil,
                    wakeAt: to == .snoozed && !isOld ? desk.now + .hours(3) : nil,
                    suspends: isOld ? nil : stored.interruptedRest,
                    startsCycle: stored.state == .resolved && to == .open)))
    }

}
