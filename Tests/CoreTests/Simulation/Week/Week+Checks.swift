import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

extension Week {
    /// No more faults; what is under way comes to its end.
    mutating func end() async throws {
        fault.disarm()
        world.sender.script()
        try await deliver([])
        try await deliver([], toAmerica: true)
        try await pass(.hours(3))
    }

    func check() async throws {
        try await world.checkRecord()
        let rules = try await world.desk.perform(VerifyDesk(), as: world.ops)
        #expect(rules.results.filter { !$0.holds } == [])
        #expect(rules.results.map(\.invariant) == Invariant.allCases)
        _ = try await world.desk.signRecord()
        let record = try await world.desk.perform(VerifyRecord(), as: world.ops)
        #expect(record.isSound)
        try await checkNothingIsLost()
        try await checkNothingIsLateUnannounced()
        try await checkEverybodyWasTold()
        let arrived = world.sender.sent.filter(\.mayHaveArrived).compactMap(\.messageID)
        #expect(Set(arrived).count == arrived.count, "nothing left twice")
    }

    /// Every mail of a buyer is one message with one debt, on a ticket that can be reached, and
    /// what is owed stands in a list.
    private func checkNothingIsLost() async throws {
        let (mails, debts) = try await world.database.read { transaction in
            (try transaction.rawMailCounts(), try transaction.debtCounts())
        }
        let messages = mails[.message, default: 0] + mails[.unparsed, default: 0]
        #expect(messages == buyers.questions, "\(mails)")
        #expect(mails[.duplicate, default: 0] >= buyers.copies)
        let quarantined = mails[.quarantined, default: 0]
        #expect((buyers.forged...buyers.forged + buyers.strays).contains(quarantined))
        #expect(debts.values.reduce(0, +) == buyers.questions)
        let owed = try await listed(.owed)
        for ticket in try await tickets() {
            let isOwed = try await world.debts(ticket.id).contains { $0.state == .owed }
            guard isOwed else { continue }
            #expect(ticket.mergedInto == nil, "#\(ticket.id.rawValue) was merged with its debts")
            #expect(owed.contains(ticket.id) || ticket.flags.contains(.spam), "\(ticket.id)")
        }
    }

    private func tickets() async throws -> [Ticket] {
        try await world.database.read { transaction in
            try transaction.ticketNumbers(after: TicketID(0), limit: 10_000)
                .compactMap { try transaction.ticket($0) }
        }
    }

    private func listed(_ queue: TicketQueue) async throws -> Set<TicketID> {
        var found: Set<TicketID> = []
        while true {
            let reply = try await world.desk.perform(
                ListTickets(queue: queue, offset: found.count, limit: 500), as: world.sue)
            found.formUnion(reply.rows.map(\.id))
            if reply.rows.count < 500 { return found }
        }
    }

    /// A debt that passed its deadline while it was owed has its breach, of the due instant.
    private func checkNothingIsLateUnannounced() async throws {
        let now = world.clock.now
        var late = 0
        let breaches = try await world.database.read {
            try $0.breaches(
                of: BreachWindow(
                    from: Timestamp(seconds: 0), to: now + .days(2), scope: .all), limit: .max)
        }
        for ticket in try await tickets() {
            let debts = try await world.debts(ticket.id)
            for debt in debts where debt.state != .void && debt.state != .excused {
                guard (debt.dischargedAt ?? now) > debt.platformDue else { continue }
                late += 1
                let breach = breaches.first { $0.key == ClockKey(.debt(debt.id), .platform) }
                #expect(breach?.dueAt == debt.platformDue, "debt \(debt.id.rawValue)")
            }
        }
        #expect(late > 0, "a week without a late answer proves nothing")
    }

    /// Whatever the clocks said reached somebody who could see it, or the orphan alarm was on.
    private func checkEverybodyWasTold() async throws {
        let people = try await world.database.read { try $0.people() }
        var told: [PersonID: Int] = [:]
        var position = EventSequence.zero
        var count = 0
        var isOrphaned = false
        while true {
            let after = position
            let page = try await world.database.read {
                try $0.events(after: after, limit: 2_000)
            }
            guard let last = page.last else { break }
            position = last.sequence
            for record in page {
                let audience: WarningAudience
                let store: StoreID
                switch record.event {
                case .clock(.warned(let warning)):
                    (audience, store) = (warning.audience, warning.store)
                case .clock(.breached(let breach)):
                    (audience, store) = (breach.audience, breach.store)
                case .alarmRaised(let alarm):
                    isOrphaned = isOrphaned || alarm.kind == .orphan
                    continue
                default: continue
                }
                count += 1
                #expect(!audience.people.isEmpty || isOrphaned, "entry \(last.sequence)")
                for person in audience.people {
                    told[person, default: 0] += 1
                    #expect(people.first { $0.id == person }?.scope.contains(store) == true)
                }
            }
        }
        #expect(count > 100, "a week without warnings proves nothing")
        for (person, count) in told {
            let notices = try await world.database.read {
                try $0.notices(of: person, scope: .all, includesRead: true, limit: .max)
            }
            #expect(!notices.isEmpty, "person \(person.rawValue) was told \(count) times")
        }
    }

    /// What a check at the end could not see missing.
    func checkThatMuchHappened() {
        for name in [
            "ticket.claim", "ticket.snooze", "ticket.hold", "ticket.resolve", "ticket.undo",
            "ticket.return", "ticket.note", "reply.send", "reply.undo", "reply.review",
            "handover.offer", "handover.accept", "failed commit", "mood", "bounce", "crash",
            "step back", "step ahead", "policy", "people.save",
        ] {
            #expect(done[name, default: 0] > 0, "no \(name) in the whole week")
        }
        #expect(refused.values.reduce(0, +) > 20)
    }
}
