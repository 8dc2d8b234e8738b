import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct CategoryTests {
    private func mails(_ number: Int) -> RelayMails {
        RelayMails(
            alias: "b\(number)", caseID: "c\(number)", order: "305-1111111-\(1_000_000 + number)")
    }

    private func reason(_ world: World, _ ticket: TicketID) async throws -> CategoryReason? {
        try await world.desk.perform(
            ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana
        ).categoryReason
    }

    @Test func everyTicketSaysWhyItIsWhereItIs() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Wo bleibt mein Paket?")
        let first = try #require(try await reason(world, ticket))
        #expect(first.category == .whereIsMyOrder)
        guard case .rules = first.source else {
            Issue.record("\(first)")
            return
        }
        let row = try await world.desk.perform(
            SetCategory(ticket: ticket, category: .cancelRequest), as: world.ben)
        #expect(row.ticket.category == .cancelRequest)
        let second = try #require(try await reason(world, ticket))
        #expect(second.source == .person(name: world.ben.displayName))
        try await world.checkRecord()
    }

    /// What somebody said is not undone by the next message of the buyer.
    @Test func noMessageOverridesAPerson() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Wo bleibt mein Paket?")
        _ = try await world.desk.perform(
            SetCategory(ticket: ticket, category: .addressChange), as: world.ana)
        let again = try await world.question("Bitte stornieren Sie die Bestellung.")
        #expect(again == ticket)
        #expect(try await world.ticket(ticket).category == .addressChange)
    }

    @Test func sayingItTwiceIsSaidOnce() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Wo bleibt mein Paket?")
        for _ in 0..<3 {
            _ = try await world.desk.perform(
                SetCategory(ticket: ticket, category: .whereIsMyOrder), as: world.ana)
        }
        let events = try await world.desk.perform(ListEvents(ticket: ticket), as: world.ops).events
        #expect(events.count { $0.event.kind == "category-set" } == 1)
    }

    @Test func theDeskLearnsItsOwnWords() async throws {
        let world = try await World.make()
        let jargon: [(String, InquiryCategory)] = [
            ("Der Quirlox leiert wieder", .damagedDefective),
            ("Zum Flimmbel eine Sache", .productUsage),
            ("Der Bronk vom Set ist ein Grellik", .wrongItem),
        ]
        for number in 0..<30 {
            let (words, category) = jargon[number % jargon.count]
            let ticket = try await world.question("\(words) Nr. \(number)", from: mails(number))
            _ = try await world.desk.perform(
                SetCategory(ticket: ticket, category: category), as: world.ana)
        }
        try await world.pass(.hours(1))
        let report = try await world.desk.perform(ShowCategories(), as: world.sue)
        let training = try #require(report.training)
        #expect(training.version == 1 && training.samples == 30 && training.isInForce)
        #expect(report.both.right == 30 && report.shipped.right < 20)
        let ticket = try await world.question("Leider: Quirlox leiert.", from: mails(99))
        #expect(try await world.ticket(ticket).category == .damagedDefective)
        guard case .model(let confidence, let version)? = try await reason(world, ticket)?.source
        else {
            Issue.record("The model was not asked.")
            return
        }
        #expect(confidence > 0.4 && version == 1)
        // Nothing new was said, so nothing is learnt again; and a new core takes the model up.
        try await world.pass(.hours(50))
        #expect(
            try await world.desk.perform(ShowCategories(), as: world.sue).training?.version == 1)
        try await world.checkRecord()
        let later = try await World.make(after: world)
        let other = try await later.question("Quirlox leiert!", from: mails(100))
        #expect(try await later.ticket(other).category == .damagedDefective)
    }

    @Test func tooLittleIsNotLearnt() async throws {
        let world = try await World.make()
        let ticket = try await world.question("Der Quirlox leiert")
        _ = try await world.desk.perform(
            SetCategory(ticket: ticket, category: .damagedDefective), as: world.ana)
        let report = try await world.desk.perform(TrainCategories(), as: world.ops)
        #expect(report.training == nil && report.both.count == 1)
    }
}
