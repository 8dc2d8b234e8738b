import Core
import HelpDesk
import Jobs
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

/// A day of buyers, agents and a moody mail server, from a seed: whatever happens, no message is
/// without a debt, nothing leaves twice, and the record folds to the rows.
@Suite struct SimulatedDayTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func aDay(seed: UInt64) async throws {
        let world = try await World.make(seed: seed)
        var day = Day(world: world, random: SeededRandom(seed: seed))
        for _ in 0..<120 { try await day.step() }
        try await world.pass(.hours(2))
        try await day.check()
    }
}

private struct Day {
    let world: World
    var random: SeededRandom
    var sentMails = 0
    var copies = 0
    /// Acts that were carried out, and why others were not.
    var done: [String: Int] = [:]
    var refused: [String: Int] = [:]

    mutating func step() async throws {
        world.clock.advance(by: .seconds(Int64.random(in: 30...900, using: &random)))
        switch Int.random(in: 0..<11, using: &random) {
        case 0..<4: try await buyerWrites()
        case 4..<7: try await agentAnswers()
        case 7, 8: try await agentFiddles()
        case 9: try await mailBounces()
        default: moodSwings()
        }
        _ = try await world.desk.runDue()
    }

    private mutating func buyerWrites() async throws {
        let number = Int.random(in: 0..<12, using: &random)
        let mails = RelayMails(
            alias: "buyer\(number)abcdefgh", name: "Buyer \(number)",
            order: "305-\(1_000_000 + number)-1234567")
        sentMails += 1
        let mail = mails.buyer("Frage Nummer \(sentMails)?", at: world.clock.now - .seconds(20))
        try await world.receive(mail)
        guard Bool.random(using: &random) else { return }
        copies += 1
        try await world.receive(mail)
    }

    private mutating func agentAnswers() async throws {
        let owed = try await world.desk.perform(ListTickets(queue: .owed), as: world.ana).rows
        guard let row = owed.randomElement(using: &random) else { return }
        let states: [TicketState] = [.pending, .resolved, .open]
        let state = states.randomElement(using: &random) ?? .pending
        let author = Bool.random(using: &random) ? world.ana : world.ben
        _ = try await world.send(
            "Antwort zu \(sentMails) auf #\(row.id.rawValue).", on: row.id, as: author, then: state)
    }

    /// Whatever people do beside answering; what the desk refuses has not happened.
    private mutating func agentFiddles() async throws {
        let all = try await world.tickets()
        guard let ticket = all.randomElement(using: &random),
            let other = all.randomElement(using: &random)
        else { return }
        let message = try await world.messages(ticket.id).randomElement(using: &random)
        let hours = Int64.random(in: 1...30, using: &random)
        let later = world.clock.now + .hours(hours)
        let acts: [any DeskCall] = [
            ClaimTicket(ticket: ticket.id), ResolveTicket(ticket: ticket.id),
            HoldTicket(ticket: ticket.id, reason: "carrier", reviewAt: later),
            ExcuseTicket(ticket: ticket.id, isConfirmed: false, reason: "thanks"),
            ExcuseTicket(ticket: ticket.id, isConfirmed: true, reason: "ticked"),
            SnoozeTicket(ticket: ticket.id, until: later), ReopenTicket(ticket: ticket.id),
            UndoTicket(ticket: ticket.id), RestoreTicket(ticket: ticket.id),
            SetPriority(ticket: ticket.id, priority: hours % 2 == 0 ? .urgent : .low),
            LinkBuyers(ticket: ticket.id, with: other.id, reason: "same street"),
            MergeTickets(ticket: ticket.id, with: other.id), UnmergeTicket(ticket: other.id),
            SplitTicket(ticket: ticket.id, messages: message.map { [$0.id] } ?? []),
        ]
        guard let act = acts.randomElement(using: &random) else { return }
        do {
            try await perform(act)
            done[type(of: act).method, default: 0] += 1
        } catch let error as DeskError {
            refused[error.code.rawValue, default: 0] += 1
        }
    }

    private func perform(_ act: some DeskCall) async throws {
        _ = try await world.desk.perform(act, as: world.sue)
    }

    private mutating func mailBounces() async throws {
        let sent = try await world.database.read { transaction in
            try transaction.outbox(states: [.accepted, .confirmed, .unknown], scope: .all)
        }
        guard let item = sent.randomElement(using: &random) else { return }
        let id = try await world.database.read { try $0.outboxContent(item.id)?.internetMessageID }
        try await world.receive(RelayMails().bounce(of: id ?? "", at: world.clock.now))
    }

    private mutating func moodSwings() {
        let results: [SendResult] = [
            .notSent(.connection("refused")), .unknown(.finalDot),
            .rejectedTransient(ServerReply(code: 451, text: "later")),
            .rejectedPermanent(ServerReply(code: 550, text: "no")),
        ]
        if let result = results.randomElement(using: &random) { world.sender.script(result) }
    }

    func check() async throws {
        let (counts, debts) = try await world.database.read { transaction in
            (try transaction.rawMailCounts(), try transaction.debtCounts())
        }
        // A day of refusals would keep every rule.
        #expect(done.count >= 4, "\(done)")
        #expect(refused[DeskError.Code.internalError.rawValue] == nil, "\(refused)")
        #expect(counts[.message, default: 0] == sentMails)
        #expect(counts[.duplicate, default: 0] >= copies)
        #expect(debts.values.reduce(0, +) == sentMails)
        for ticket in try await world.tickets() { try await check(ticket) }
        checkNothingLeftTwice()
        try await world.checkRecord()
        let rules = try await world.desk.perform(VerifyDesk(), as: world.sue)
        #expect(rules.results.filter { !$0.holds } == [])
        _ = try await world.desk.signRecord()
        #expect(try await world.desk.perform(VerifyRecord(), as: world.sue).isSound)
    }

    private func check(_ ticket: Ticket) async throws {
        let debts = try await world.debts(ticket.id)
        let owed = debts.filter { $0.state == .owed }
        #expect(ticket.owedDebts == owed.count)
        #expect(ticket.nextDue == owed.map(\.platformDue).min())
        let rests = ticket.state == .resolved || ticket.state == .closed
        #expect(!rests || !debts.contains { $0.isUnsettled })
        guard ticket.mergedInto == nil else { return }
        let buyerMessages = try await world.messages(ticket.id).count { $0.kind == .buyer }
        #expect(buyerMessages == debts.count)
    }

    private func checkNothingLeftTwice() {
        let arrived = world.sender.sent.filter(\.mayHaveArrived).compactMap(\.messageID)
        #expect(!arrived.isEmpty)
        #expect(Set(arrived).count == arrived.count)
    }
}
