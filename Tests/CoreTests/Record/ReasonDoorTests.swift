import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

/// What people give as a reason stands in the record for ever, so no buyer's data get in with it.
@Suite struct ReasonDoorTests {
    /// Whether a reason for waiting is refused on the ticket of a buyer of that name.
    private func isRefused(_ reason: String, named name: String = "Kai Lenz") async throws -> Bool {
        let world = try await World.make()
        let ticket = try await world.question(from: RelayMails(name: name))
        let hold = HoldTicket(
            ticket: ticket, reason: reason, reviewAt: world.clock.now + .hours(1))
        do {
            _ = try await world.desk.perform(hold, as: world.ana)
            let report = try await world.desk.perform(VerifyDesk(), as: world.sue)
            #expect(report.broken.isEmpty)
            return false
        } catch let error as DeskError {
            #expect(error.code == .reasonPersonal)
            #expect(try await world.ticket(ticket).state == .new)
            try await world.checkRecord()
            return true
        }
    }

    @Test(arguments: [
        ("parcel of Kai Lenz lost", true), ("KAI  LENZ is away", true),
        ("write to someone@private.example", true),
        ("call +49 30 901820 tomorrow", true), ("carrier looks for 305-7683573-2694036", false),
        ("DHL 00340434161094042557", false), ("the buyer is away until 12 March", false),
    ])
    func aReasonWithPersonalDataIsRefused(_ reason: String, _ expected: Bool) async throws {
        #expect(try await isRefused(reason) == expected)
    }

    @Test(arguments: [
        ("王小明的包裹丢了", "王小明", true), ("包裹丢了", "王小明", false),
        ("山田太郎様は不在", "山田 太郎", true),
    ])
    func namesWithoutSpacesAreFoundToo(
        _ reason: String, _ name: String, _ expected: Bool
    ) async throws {
        #expect(try await isRefused(reason, named: name) == expected)
    }

    @Test func everyReasonGoesThroughTheDoor() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let reason = "Kai Lenz only thanks"
        let calls: [@Sendable () async throws -> Void] = [
            {
                _ = try await world.desk.perform(
                    ExcuseTicket(ticket: ticket, isConfirmed: false, reason: reason),
                    as: world.ana)
            },
            {
                _ = try await world.desk.perform(
                    ExcuseTicket(
                        ticket: ticket, isConfirmed: false, isVoid: true, reason: reason),
                    as: world.ana)
            },
            {
                _ = try await world.desk.perform(
                    UnmaskField(ticket: ticket, field: .name, reason: reason), as: world.ana)
            },
            {
                _ = try await world.desk.perform(
                    SendReply(
                        ticket: ticket, basis: .zero, text: "Morgen.", staleReason: reason),
                    as: world.ana)
            },
        ]
        for call in calls { #expect(await code(of: call) == .reasonPersonal) }
    }

    /// The terminal is told nothing by a reason that it did not ask for.
    @Test func aReasonHoldsNoControls() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let row = try await world.desk.perform(
            HoldTicket(
                ticket: ticket, reason: "lost\u{1B}[31m\u{202E}\u{07} parcel",
                reviewAt: world.clock.now + .hours(1)), as: world.ana)
        #expect(row.ticket.holdReason == "lost[31m parcel")
    }
}
