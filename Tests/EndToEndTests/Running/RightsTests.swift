import CoreClient
import HelpDesk
import MailKit
import Testing
import Wire

extension DeskScenarios {
    /// Who sees what, decided in the core by the Unix user.
    @Suite struct RightsTests {
        private static let other = DeskPlan.Store(
            id: "kumo-eu", sellerID: "A2KUMOEXAMPLE", marketplaces: ["DE"],
            address: "desk+kumo@desk.example")

        @Test func anAgentSeesOnlyTheStoresOfTheScope() async throws {
            var plan = DeskPlan.onMaildir
            plan.stores.append(Self.other)
            let desk = try TestDesk(plan)
            let ours = BuyerLetter.series(1)
            let theirs = BuyerLetter.series(2, to: Self.other.address)
            for letter in [ours, theirs] { _ = try desk.maildir.deliver(letter.bytes) }
            try await desk.start()
            let numbers = try await desk.waitForTickets(2)
            let hidden = try #require(numbers[theirs.order])
            let added = try await desk.client(
                "people", "add", "anna", "--role", "agent", "--store", "nova-eu", "--json")
            #expect(added.code == 0, "\(added.errors)")
            let seen = try await desk.tickets(as: "anna")
            #expect(seen.map { $0["order_id"].text } == [ours.order])
            try await checkRefused(hidden, desk)
            let search = try await desk.client(
                "ticket", "list", "--search", theirs.order, "--json", as: "anna")
            #expect(search.code == 0)
            #expect(search.lines.isEmpty, "a search finds nothing out of scope")
            try await desk.stop()
        }

        /// In every way an agent could reach it, the ticket of another store is not there.
        private func checkRefused(_ hidden: Int, _ desk: TestDesk) async throws {
            let shown = try await desk.client("ticket", "show", "\(hidden)", as: "anna")
            #expect(shown.code != 0)
            #expect(shown.output.isEmpty)
            #expect(shown.errors.contains("There is no such ticket for you."))
            let id = TicketID(Int64(hidden))
            let session = try desk.session(as: "anna")
            expectNotFound { try session.call(ShowTicket(ticket: id, refreshOrder: false)) }
            expectNotFound { try session.call(ClaimTicket(ticket: id)) }
            expectNotFound { try session.call(AddNote(ticket: id, text: "Hallo")) }
            expectNotFound {
                try session.call(
                    SendReply(
                        ticket: id, basis: EventSequence(1), text: "Guten Tag",
                        stateAfter: .pending))
            }
            let refused = try await desk.client(
                "people", "add", "anna", "--role", "admin", as: "anna")
            #expect(refused.code == 4)
            #expect(refused.errors.contains("Your role does not allow this."))
        }

        private func expectNotFound<Reply>(
            _ call: () throws -> Reply, sourceLocation: SourceLocation = #_sourceLocation
        ) {
            let error = #expect(throws: DeskError.self, sourceLocation: sourceLocation) {
                _ = try call()
            }
            #expect(error?.code == .ticketNotFound, sourceLocation: sourceLocation)
        }

        @Test func anUnknownUserIsToldWhomToAsk() async throws {
            let desk = try TestDesk(.onMaildir)
            try await desk.start()
            let result = try await desk.client("ticket", "list", as: "stranger")
            #expect(result.code == 4)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("The desk does not know the user stranger."))
            #expect(result.errors.contains("Ask to be added by: boss."))
            let removed = try await desk.client("people", "add", "gone", "--inactive")
            #expect(removed.code == 0, "\(removed.errors)")
            #expect(try await desk.client("ticket", "list", as: "gone").code == 4)
            try await desk.stop()
        }
    }
}
