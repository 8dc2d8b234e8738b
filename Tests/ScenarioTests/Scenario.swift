import Core
import Foundation
import HelpDesk
import Jobs
import MailKit
import Simulator
import Store
import SwiftExtensions
import Wire

/// Days of orders, mails, answers and faults; afterwards the faults end and the desk catches up.
struct Scenario {
    static let start = Timestamp(milliseconds: 1_772_791_800_000)  // 2026-03-06T10:10:00Z

    let size: ScenarioSize
    let world: ScenarioDesk
    let orders: OrderScript
    let mails: MailScript
    private(set) var agents: AnsweringAgents
    private(set) var bounces: BounceMaker
    private(set) var ticks = 0
    /// Calls that the platform saw while things went wrong.
    private(set) var faultyCalls = 0
    /// Mails that the mailbox's owner may take away: the desk has had two looks at them.
    private var lying: [(entry: MaildirEntry, tick: Int)] = []
    private var nextChange = 0
    private var nextMail = 0
    private var random: SeededRandom

    init(_ size: ScenarioSize, world: ScenarioDesk) {
        self.size = size
        self.world = world
        orders = OrderScript(size, stores: world.stores, from: Self.start)
        mails = MailScript(size, stores: world.stores, orders: orders, from: Self.start)
        agents = AnsweringAgents(world)
        bounces = BounceMaker(seed: size.seed &+ 2)
        random = SeededRandom(seed: size.seed &+ 3)
    }

    /// Everything, from the first look to the last quiet day.
    mutating func run() async throws {
        let faultyUntil = Self.start + .days(Int64(size.days))
        world.platform.befall(.everything(share: size.faultShare))
        world.sink.befall(.everything(share: size.faultShare, seed: size.seed &+ 4))
        while world.clock.now < faultyUntil { try await tick(size.tick) }
        faultyCalls = world.platform.log.count
        world.platform.befall(.none)
        world.sink.befall(.none)
        // Late changes, the night's second look, the last retries.
        let last = max(lastEvent, faultyUntil)
        while world.clock.now < last + .hours(12) { try await tick(.hours(1)) }
        try await reviewSetAside()
        while world.clock.now < last + .hours(40) {
            try await tick(.hours(1), mayAnswer: false)
        }
        try await reviewSetAside()
    }

    private var lastEvent: Timestamp {
        max(
            orders.changes.last?.at ?? Self.start, mails.mails.last?.arrivesAt ?? Self.start)
    }

    private mutating func tick(_ step: Duration, mayAnswer: Bool = true) async throws {
        ticks += 1
        world.clock.advance(by: step)
        let now = world.clock.now
        while nextChange < orders.changes.count, orders.changes[nextChange].at <= now {
            let change = orders.changes[nextChange]
            world.platform.upsert(change.order, of: change.sellerID)
            nextChange += 1
        }
        try clearMailboxes()
        try deliver(until: now)
        _ = try await world.desk.syncOnce()
        let isShift = world.clock.now.milliseconds / 3_600_000 % 4 == 0
        if mayAnswer, isShift || step >= .minutes(30) { try await agents.answerAll() }
        _ = try await world.desk.runDue()
    }

    private mutating func deliver(until now: Timestamp) throws {
        var due: [PostedMail] = []
        while nextMail < mails.mails.count, mails.mails[nextMail].arrivesAt <= now {
            due.append(mails.mails[nextMail])
            nextMail += 1
        }
        bounces.hear(world.sink, world.stores, at: now)
        due += bounces.due(now)
        // Within a tick nobody promises an order.
        due.shuffle(using: &random)
        for mail in due {
            lying.append((try world.maildirs[mail.store].deliver(mail.bytes), ticks))
        }
    }

    /// The mailbox is no archive. A desk that had not read a mail by now would have lost it.
    private mutating func clearMailboxes() throws {
        let old = lying.prefix { $0.tick < ticks - 1 }
        for (entry, _) in old { try FileManager.default.removeItem(atPath: entry.path) }
        lying.removeFirst(old.count)
    }

    /// Somebody opens every order that was set aside as unreadable.
    private func reviewSetAside() async throws {
        let dead = try await world.database.read { try $0.jobs(in: .dead, limit: 100_000) }
        for job in dead where job.kind == "order-quarantine" {
            let parts = job.key.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].hasPrefix("unread-") else { continue }
            _ = try? await world.desk.perform(
                ShowOrder(order: OrderID(parts[1]), store: StoreID(parts[0]), refresh: true),
                as: world.agent)
            world.clock.advance(by: .seconds(3))
        }
    }
}
