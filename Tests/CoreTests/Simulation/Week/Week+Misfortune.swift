import Core
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Wire

extension Week {
    /// What goes wrong around the desk.
    mutating func misfortune() async throws {
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<4: fault.arm(Int.random(in: 1...4, using: &random))
        case 4..<6: moodSwings()
        case 6, 7: try await aMailComesBack()
        case 8: try await aCopyComes()
        case 9: try await theCoreDies()
        case 10: try await theClockSteps()
        default: try await somebodyVanishes()
        }
    }

    private mutating func moodSwings() {
        done["mood", default: 0] += 1
        let results: [SendResult] = [
            .notSent(.connection("refused")), .unknown(.finalDot),
            .rejectedTransient(ServerReply(code: 451, text: "later")),
            .rejectedPermanent(ServerReply(code: 550, text: "no")),
        ]
        world.sender.script(pick(results), pick(results))
    }

    private mutating func aMailComesBack() async throws {
        let sent = try await world.database.read { transaction in
            try transaction.outbox(states: [.accepted, .confirmed, .unknown], scope: .all)
        }
        guard let item = sent.filter({ $0.store == World.europe }).randomElement(using: &random)
        else { return }
        let id = try await world.database.read { try $0.outboxContent(item.id)?.internetMessageID }
        done["bounce", default: 0] += 1
        try await deliver([RelayMails().bounce(of: id ?? "", at: world.clock.now)])
    }

    /// Somebody answered in the platform's own inbox.
    private mutating func aCopyComes() async throws {
        let number = Int.random(in: 0..<60, using: &random)
        let mails = RelayMails(alias: "buyer\(number)ofeuabcd", name: "Buyer Number\(number)")
        done["copy", default: 0] += 1
        let before = try await quarantined()
        try await deliver([mails.ownCopy("Kommt morgen.", at: world.clock.now)])
        // One that answers nobody whom the desk knows is set aside until its question comes.
        buyers.strays += try await quarantined() - before
    }

    private func quarantined() async throws -> Int {
        try await world.database.read { try $0.rawMailCounts() }[.quarantined, default: 0]
    }

    /// The process is gone with all that it had in memory; another one opens the same data.
    private mutating func theCoreDies() async throws {
        done["crash", default: 0] += 1
        fault.disarm()
        if one(in: 3) { world.clock.advance(by: .hours(3)) }
        world = try await World.make(
            settings: Self.settings, seed: UInt64(done["crash", default: 0]), hasUSFeed: true,
            after: world, commitGate: fault.gate)
        for shift in shifts where shift.isOn && !one(in: 4) {
            try await perform(SetPresence(presence: .available), as: shift.person)
        }
    }

    private mutating func theClockSteps() async throws {
        if done["step back", default: 0] <= done["step ahead", default: 0] {
            done["step back", default: 0] += 1
            world.clock.set(back: pick([.seconds(4), .seconds(90), .minutes(25)]))
        } else {
            done["step ahead", default: 0] += 1
            world.clock.advance(by: pick([.seconds(8), .minutes(12), .hours(4)]))
        }
        try await world.desk.watch()
    }

    private mutating func somebodyVanishes() async throws {
        guard let index = shifts.indices.filter({ shifts[$0].isOn }).randomElement(using: &random)
        else { return }
        try await perform(
            SetPresence(presence: .away, until: world.clock.now + .hours(1)),
            as: shifts[index].person)
        shifts[index].isOn = false
    }
}
