import Core
import HelpDesk
import SwiftExtensions
import Synchronization
import Testing
import Wire

@Suite struct ScopeLeakTests {
    @Test func listsCountsAndSearchesShowOnlyTheScope() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        for search in [nil, "Paket", "305-7683573", "#\(ticket.rawValue)", "Lenz"] {
            let list = try await world.desk.perform(
                ListTickets(queue: .all, search: search), as: world.mia)
            #expect(list.rows.isEmpty)
            #expect(list.total == 0)
            #expect(list.counts == InboxCounts())
        }
        #expect(
            try await world.desk.perform(ShowSync(), as: world.mia).health.map(\.store) == [
                World.america, World.america,
            ])
    }

    @Test func peopleAreSeenWithTheirSharedStoresOnly() async throws {
        let world = try await World.make()
        let people = try await world.desk.perform(ListPeople(), as: world.mia).people
        #expect(people.map(\.unixUser).sorted() == ["mia", "ops", "sue"])
        #expect(people.allSatisfy { $0.scope == .only([World.america]) })
    }

    @Test func pushedEventsStayInTheScope() async throws {
        let world = try await World.make()
        let heard = Mutex<[String: [PushedEvent]]>([:])
        for caller in [world.ana, world.mia] {
            _ = world.desk.subscribe(as: caller) { event in
                heard.withLock { $0[caller.unixUser, default: []].append(event) }
            }
        }
        let ticket = try await world.question()
        try await world.desk.flushEvents()
        _ = try await world.desk.perform(BeatPresence(viewing: ticket), as: world.ana)
        world.desk.tellPresence()
        let events = heard.withLock { $0 }
        let rows = events["ana", default: []].compactMap { event -> TicketID? in
            if case .ticketChanged(let row) = event { row.id } else { nil }
        }
        #expect(rows == [ticket])
        #expect(
            events["ana", default: []].contains { event in
                if case .countsChanged(let counts) = event { counts.owed == 1 } else { false }
            })
        let leaked = events["mia", default: []].contains { event in
            switch event {
            case .ticketChanged, .outboxChanged, .orderChanged, .dispatchChanged: true
            case .countsChanged(let counts): counts != InboxCounts()
            case .syncChanged(let health): health.contains { $0.store == World.europe }
            case .presenceChanged(let news): news.contains { $0.store == World.europe }
            case .composeTaken: true
            case .engineChanged, .requestsChanged, .broadcastsChanged, .goodbye: false
            }
        }
        #expect(!leaked)
    }

    @Test func whoIsGoneHearsNothing() async throws {
        let world = try await World.make()
        let count = Mutex(0)
        _ = world.desk.subscribe(as: world.ana) { _ in count.withLock { $0 += 1 } }
        let gone = SavePerson(
            unixUser: "ana", displayName: "Ana", role: .agent, scope: .only([World.europe]),
            isActive: false)
        _ = try await world.desk.perform(gone, as: world.ops)
        _ = try await world.question()
        try await world.desk.flushEvents()
        #expect(count.withLock { $0 } == 0)
    }

    @Test func manyChangesOfOneTicketArePushedOnce() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let count = Mutex(0)
        let subscription = world.desk.subscribe(as: world.ana) { event in
            if case .ticketChanged = event { count.withLock { $0 += 1 } }
        }
        for number in 0..<10 {
            _ = try await world.desk.perform(
                AddNote(ticket: ticket, text: "\(number)"), as: world.ben)
        }
        try await world.desk.flushEvents()
        #expect(count.withLock { $0 } == 1)
        world.desk.unsubscribe(subscription)
        _ = try await world.desk.perform(AddNote(ticket: ticket, text: "more"), as: world.ben)
        try await world.desk.flushEvents()
        #expect(count.withLock { $0 } == 1)
    }

    @Test func aChangedScopeCountsAtOnce() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let show = ShowTicket(ticket: ticket, refreshOrder: false)
        _ = try await world.desk.perform(show, as: world.ana)
        let save = SavePerson(
            unixUser: "ana", displayName: "Ana", role: .agent, scope: .only([World.america]))
        _ = try await world.desk.perform(save, as: world.ops)
        #expect(
            await code { _ = try await world.desk.perform(show, as: world.ana) } == .ticketNotFound)
        var gone = save
        gone.isActive = false
        _ = try await world.desk.perform(gone, as: world.ops)
        #expect(
            await code { _ = try await world.desk.perform(show, as: world.ana) } == .unknownUser)
    }
}
