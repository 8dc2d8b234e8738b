import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct BuyerMessageTests {
    @Test func aFirstMessageOpensATicketWithADebt() async throws {
        let world = try await World.make()
        let received = world.clock.now - .hours(1)
        let ticket = try await world.ticket(try await world.question())
        #expect(ticket.state == .new)
        #expect(ticket.store == World.europe)
        #expect(ticket.marketplace == "DE")
        #expect(ticket.order == "305-7683573-2694036")
        #expect(ticket.language == "de")
        #expect(ticket.nextDue == received + .hours(24))
        let debts = try await world.debts(ticket.id)
        #expect(debts.map(\.state) == [.owed])
        #expect(debts.first?.start == received)
        #expect(debts.first?.isBornLate == false)
        let row = try await world.database.read { try $0.ticketRow(ticket.id) }
        #expect(row?.buyerName == "Kai Lenz")
        #expect(row?.excerpt == "Wo bleibt mein Paket?")
        try await world.checkRecord()
    }

    @Test func aMailFetchedADayLateIsBornLate() async throws {
        let world = try await World.make()
        let ticket = try await world.question(at: world.clock.now - .hours(25))
        let debts = try await world.debts(ticket)
        #expect(debts.first?.isBornLate == true)
        #expect(debts.first?.platformDue == world.clock.now - .hours(1))
    }

    @Test func aSecondMessageOfTheOrderJoinsTheTicket() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(
            RelayMails(caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa")
                .buyer("Ich warte immer noch.", at: world.clock.now - .minutes(30)))
        #expect(try await world.tickets().count == 1)
        let evidence = try await world.messages(ticket).map(\.joinedBy)
        #expect(evidence == [.newThread, .aliasAndOrder])
        #expect(try await world.debts(ticket).map(\.state) == [.owed, .owed])
        try await world.checkRecord()
    }

    @Test func thePlatformsThreadOutranksTheOrder() async throws {
        let world = try await World.make()
        let ticket = try await world.question(from: RelayMails(thread: "ARK22LAIF81PJQHHYFOAJ"))
        let other = RelayMails(
            order: "305-1111111-2222222", thread: "ARK22LAIF81PJQHHYFOAJ")
        try await world.receive(other.buyer("Und noch etwas dazu.", at: world.clock.now))
        let evidence = try await world.messages(ticket).map(\.joinedBy)
        #expect(evidence == [.newThread, .platformThread])
    }

    @Test func aQuestionWithoutOrderJoinsTheOnlyLiveTicket() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        try await world.receive(
            RelayMails(caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa", order: nil)
                .buyer("Hallo? Bitte antworten Sie.", at: world.clock.now))
        #expect(try await world.messages(ticket).last?.joinedBy == .onlyLiveTicket)
    }

    @Test func anotherOrderOpensAFollowUp() async throws {
        let world = try await World.make()
        let first = try await world.question()
        let second = try await world.question(
            "Und wo ist die zweite Bestellung?",
            from: RelayMails(
                caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa", order: "305-1111111-2222222"))
        #expect(first != second)
        let opening = try await opening(of: second, world)
        #expect(opening?.follows == first)
        try await world.checkRecord()
    }

    private func opening(of ticket: TicketID, _ world: World) async throws -> TicketOpening? {
        let events = try await world.desk.perform(ListEvents(ticket: ticket), as: world.sue).events
        for record in events {
            if case .ticketOpened(let opening) = record.event { return opening }
        }
        return nil
    }

    @Test func anotherBuyerHasAnotherTicket() async throws {
        let world = try await World.make()
        try await world.question()
        try await world.question(
            from: RelayMails(
                alias: "zzz111zzz111zz", caseID: "10d9c95f-ee9c-13ea-50f5-78b3a0bbc3aa",
                name: "Uta Brand"))
        #expect(try await world.tickets().count == 2)
    }

    @Test func copiesOfOneMessageAreOneDebt() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(1)
        var mails = RelayMails(token: "AUN2WT3XFXNO1QXBR9DVX")
        try await world.receive(mails.buyer("Wo bleibt mein Paket?", at: time))
        mails.messageID = "another"
        let counts = try await world.receive(mails.buyer("Wo bleibt mein Paket?", at: time))
        #expect(counts.duplicates == 1)
        let ticket = try #require(try await world.tickets().first)
        #expect(try await world.debts(ticket.id).count == 1)
        #expect(ticket.messageCount == 1)
    }

    @Test func copiesWithoutATokenAreOneWithinTenMinutesOnly() async throws {
        let world = try await World.make()
        let time = world.clock.now - .hours(3)
        let mails = RelayMails()
        try await world.receive(mails.buyer("Gibt es Neues?", at: time))
        try await world.receive(mails.buyer("Gibt es Neues?", at: time + .minutes(9)))
        #expect(try await world.tickets().first?.messageCount == 1)
        try await world.receive(mails.buyer("Gibt es Neues?", at: time + .hours(1)))
        #expect(try await world.tickets().first?.messageCount == 2)
        try await world.checkRecord()
    }

    @Test func oneFetchedTwiceIsStoredOnce() async throws {
        let world = try await World.make()
        let mail = FetchedMail(
            origin: "uid 17:1", bytes: RelayMails().buyer("Hallo", at: world.clock.now))
        world.feed.put(.mails([mail], cursor: nil), .mails([mail], cursor: nil), .caughtUp)
        let counts = try await world.desk.syncOnce(mailbox: "desk-eu")
        #expect(counts.fetched == 1)
        #expect(counts.created == 1)
    }

    @Test func whatNobodyUnderstandsIsKeptAndOwed() async throws {
        let world = try await World.make()
        let counts = try await world.receive(
            RelayMails(order: nil).unreadable("Ganz anderes Layout.", at: world.clock.now))
        #expect(counts.unparsed == 1)
        let list = try await world.desk.perform(ListTickets(queue: .unparsed), as: world.ana)
        let ticket = try #require(list.rows.first?.ticket)
        let debts = try await world.debts(ticket.id)
        #expect(debts.first?.isProvisional == true)
        #expect(debts.first?.state == .owed)
        try await world.checkRecord()
    }

    @Test func aLookAlikeIsSetAsideWithoutATicket() async throws {
        let world = try await World.make()
        let counts = try await world.receive(RelayMails().lookAlike(at: world.clock.now))
        #expect(counts.quarantined == 1)
        #expect(try await world.tickets().isEmpty)
        let mails = try await world.database.read {
            try $0.rawMails(outcome: .quarantined, limit: 5)
        }
        #expect(mails.first?.reason?.contains("look-alike-sender") == true)
    }

    @Test func aClaimIsSeenByItsOrderAndCarriesNoDebt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let counts = try await world.receive(RelayMails().claim(at: world.clock.now))
        #expect(counts.notices == 1)
        #expect(try await world.messages(ticket).map(\.kind) == [.buyer, .platformNotice])
        #expect(try await world.debts(ticket).count == 1)
        try await world.checkRecord()
    }

    @Test func aClaimWithoutATicketGetsOne() async throws {
        let world = try await World.make()
        try await world.receive(RelayMails().claim(at: world.clock.now))
        let ticket = try #require(try await world.tickets().first)
        #expect(ticket.owedDebts == 0)
        try await world.receive(RelayMails().claim(at: world.clock.now))
        #expect(try await world.tickets().map(\.messageCount) == [1])
    }

    @Test(
        "A buyer's message brings every ticket back",
        arguments: [TicketState.pending, .hold, .resolved])
    func reopening(state: TicketState) async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket, then: state == .hold ? .pending : state)
        if state == .hold {
            _ = try await world.desk.perform(
                HoldTicket(
                    ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .days(1)),
                as: world.ana)
        }
        #expect(try await world.ticket(ticket).state == state)
        world.clock.advance(by: .hours(1))
        try await world.receive(
            RelayMails().buyer("Es ist noch immer nicht da!", at: world.clock.now))
        let changed = try await world.ticket(ticket)
        #expect(changed.state == .open)
        #expect(changed.owedDebts == 1)
        #expect(changed.cycle == (state == .resolved ? 2 : 1))
        try await world.checkRecord()
    }

    @Test func afterAMonthOfRestANewTicketFollows() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket, then: .resolved)
        try await world.pass(.days(31))
        #expect(try await world.ticket(ticket).state == .closed)
        let next = try await world.question("Das Kabel ist kaputt.")
        #expect(next != ticket)
        #expect(try await world.ticket(ticket).state == .closed)
        try await world.checkRecord()
    }
}

extension BuyerMessageTests {
    @Test func aForeignCaseJoinsNobodyElsesThread() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let other = try await world.question(
            from: RelayMails(alias: "zzz111zzz111zz", name: "Uta Brand", order: nil))
        #expect(other != ticket)
        #expect(try await world.ticket(ticket).messageCount == 1)
    }
}
