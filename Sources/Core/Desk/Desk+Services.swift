import ChannelAmazon
import HelpDesk
import Logging
import Store
package import SwiftExtensions

extension Desk {
    /// All long-lived services until the task is cancelled: mail in, orders in, replies out,
    /// timers and events. A service that fails starts again after a pause; none stops another.
    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            for runner in dispatchRunners {
                let service = DispatchService(desk: self, runner: runner)
                group.addTask { await self.keep("dispatches") { try await service.run() } }
            }
            group.addTask { await self.keep("events") { try await self.bus.run() } }
            group.addTask { await self.keep("presence") { try await self.runPresence() } }
            group.addTask { await self.keep("routing") { try await self.runRouting() } }
            group.addTask { await self.keep("forecasts") { try await self.runForecasts() } }
            group.addTask { await self.keep("timers") { try await self.runTimers() } }
            group.addTask { await self.keep("clocks") { try await self.runClocks() } }
            for (name, port) in ports.mailboxes {
                if let sender = port.sender {
                    let runner = OutboxRunner(desk: self, mailbox: name, sender: sender)
                    group.addTask { await self.keep("outbox") { try await self.run(runner) } }
                }
            }
            group.addTask { await self.keep("lint-rules") { try await self.runLintRules() } }
            group.addTask { await self.keep("categories") { try await self.runCategories() } }
            group.addTask { await self.keep("templates") { try await self.runTemplateChecks() } }
            group.addTask { await self.keep("record") { try await self.runRecord() } }
            group.addTask {
                await self.keep("verification") { try await self.runVerification() }
            }
            group.addTask { await self.keep("sync-log") { try await self.runJournal() } }
            group.addTask { await self.keep("watch") { try await self.runWatch() } }
            group.addTask { await self.runIntake() }
            group.addTask {
                await self.keep("credentials") { try await self.watchCredentials() }
            }
            for login in ports.mailboxes.values.compactMap(\.login) {
                group.addTask { await self.keep("login") { try await self.renew(login) } }
            }
            for (store, platform) in ports.orders {
                let service = OrderService(desk: self, store: store, platform: platform)
                group.addTask { await self.keep("orders") { try await service.run() } }
            }
            for (store, platform) in ports.accounts {
                let service = AccountService(desk: self, store: store, platform: platform)
                group.addTask { await self.keep("account") { try await service.run() } }
            }
            if let queue = ports.notifications {
                let service = NotificationService(desk: self, queue: queue)
                group.addTask { await self.keep("notifications") { try await service.run() } }
            }
        }
    }

    /// Closes the network connections; to be called once, after `run` has ended.
    package func shutdown() async {
        drafts.cancelAll()
        await ports.network?.shutdown()
    }

    /// Carries out everything that is due now, once, in this task: replies, timers, look-ups.
    /// Returns when something is due next. For tests and rehearsals, which move the clock.
    package func runDue() async throws -> Timestamp? {
        for (name, port) in ports.mailboxes.sorted(by: { $0.key < $1.key }) {
            guard let sender = port.sender else { continue }
            try await OutboxRunner(desk: self, mailbox: name, sender: sender).runDue()
        }
        var wakes: [Timestamp?] = []
        for runner in dispatchRunners { wakes.append(try await runner.runDue()) }
        try await TimerRunner(desk: self).runDue()
        try await ClockSweeper(desk: self).runDue()
        try await CategoryTrainer(desk: self).runDue()
        wakes.append(tellPresence())
        wakes.append(try await CredentialWatch(desk: self).runDue())
        wakes.append(try await RecordKeeper(desk: self).runDue())
        wakes.append(try await RoutingRunner(desk: self).runDue())
        for (store, platform) in ports.orders.sorted(by: { $0.key < $1.key }) {
            let lookup = OrderLookup(desk: self, store: store, platform: platform)
            wakes.append(try await lookup.runDue())
        }
        for (store, platform) in ports.accounts.sorted(by: { $0.key < $1.key }) {
            let syncer = AccountSyncer(desk: self, store: store, platform: platform)
            wakes.append(try await syncer.runDue())
        }
        // What is due may have to wait for its store; its runner knows how long.
        let others = try await database.read { transaction in
            [
                try transaction.nextOutboxRelease(), try transaction.nextClockThreshold(),
                try transaction.nextJobRun(
                    except: [JobKind.orderRefresh.rawValue, JobKind.dispatch.rawValue]),
            ]
        }
        return (wakes + others).compactMap { $0 }.min()
    }

    /// Runs a service until the task is cancelled, again after each failure, with growing pauses.
    func keep(_ name: String, _ service: () async throws -> Void) async {
        var failures: Int64 = 0
        while !Task.isCancelled {
            do {
                try await service()
                return
            } catch {
                guard !Task.isCancelled else { return }
                failures += 1
                logger.error(
                    "A service failed and starts again.",
                    metadata: ["service": "\(name)", "error": "\(error)"])
                let pause = Duration.seconds(min(1 << min(failures, 6), 60))
                try? await clock.sleep(until: clock.now + pause)
            }
        }
    }

    private func renew(_ login: MailLogin) async throws {
        guard let network = ports.network else { return }
        while let next = try await login.renew(at: clock.now, by: network) {
            try await clock.sleep(until: next)
        }
    }

    private func runTimers() async throws {
        let runner = TimerRunner(desk: self)
        while !Task.isCancelled {
            try await runner.runDue()
            let next = try await database.read { try $0.nextJobRun(kinds: JobKind.timers) }
            let wake = next.map { max($0, clock.now + .seconds(1)) }
            await bells.timers.wait(until: wake, clock: clock)
        }
    }

    private func runClocks() async throws {
        let sweeper = ClockSweeper(desk: self)
        while !Task.isCancelled {
            try await sweeper.runDue()
            let next = try await database.read { try $0.nextClockThreshold() }
            let wake = next.map { max($0, clock.now + .seconds(1)) }
            await bells.clocks.wait(until: wake, clock: clock)
        }
    }

    private func watchCredentials() async throws {
        while !Task.isCancelled {
            let next = try await CredentialWatch(desk: self).runDue()
            await bells.credentials.wait(until: next, clock: clock)
        }
    }

    private func run(_ runner: OutboxRunner) async throws {
        while !Task.isCancelled {
            try await runner.runDue()
            let next = try await runner.nextRelease()
            let wake = next.map { max($0, clock.now + .milliseconds(200)) }
            await bells.outbox(runner.mailbox)?.wait(until: wake, clock: clock)
        }
    }

    /// Every mailbox feeds on its own, after the mails that an earlier run stored of it; mailboxes
    /// without a feed any more have theirs settled beside.
    private func runIntake() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await self.keep("intake") { _ = try await MailIntake(desk: self).settleLeftovers() }
            }
            for (name, port) in ports.mailboxes {
                guard let feed = port.feed else { continue }
                let service = IntakeService(desk: self, mailbox: name, feed: feed)
                group.addTask { await self.keep("mail-in") { try await service.run() } }
            }
        }
    }
}
