import Core
import CoreServer
import Foundation
import HelpDesk
import Logging
import MailKit
import ServiceLifecycle
import Settings
import Simulator
import SwiftExtensions
import UnixSignals

/// The tour's whole world: pretend platforms, buyers and a real core on real protocols between.
struct DemoStage {
    let house: DemoFolder
    let desk: DeskHouse
    let amazon: PretendAmazon
    let sink: MailSink
    let crowd: CrowdService
    let logger: Logger

    static func build(
        sampleData: String, house: DemoFolder, seed: UInt64, speed: Double, logger: Logger
    ) async throws -> DemoStage {
        let now = DemoClock.now()
        let teams = try DemoTeams.load(from: sampleData)
        let macros = try DemoMacros.load(from: sampleData)
        let world: SampleWorld
        do { world = try SampleWorld.load(from: sampleData, now: now) } catch {
            throw ProgramFailure(message: "deskhand: \(error)", code: 2)
        }
        let amazon = DemoPlatform.amazon(world, seed: seed)
        let amazonPort = try await amazon.start()
        let crowd = CrowdService(
            crowd: DemoPlatform.crowd(world, seed: seed, speed: speed, now: now),
            maildir: Maildir(path: house.maildir))
        let sink = MailSink { mail in await crowd.hear(mail) }
        let sinkPort = try await sink.start()
        for mail in world.mails { _ = try Maildir(path: house.maildir).deliver(mail.bytes) }
        try DemoConfiguration.write(
            world, to: house, amazonPort: amazonPort, sinkPort: sinkPort)
        let desk = try await DeskHouse.open(
            try Configuration.load(house.configuration), people: DemoPlatform.people(world),
            storeNames: Dictionary(
                world.stores.map { ($0.profile.id, $0.signature) },
                uniquingKeysWith: { first, _ in first }), isRehearsal: true, logger: logger)
        let leads = world.people.filter { $0.role == .supervisor && $0.stores.isEmpty }
        try await DemoFounder(desk.desk, user: NSUserName(), leads: leads.map(\.user))
            .found(teams, macros)
        return DemoStage(
            house: house, desk: desk, amazon: amazon, sink: sink, crowd: crowd, logger: logger)
    }

    /// Runs until SIGTERM or SIGINT.
    func playUntilStopped(ready: @escaping @Sendable () -> Void) async throws {
        try await group(ready: ready).run()
        try await end()
    }

    /// Runs for a while, with robots that answer, and returns what happened.
    func play(seconds: Int) async throws -> DeskFigures {
        let group = group(ready: {})
        let robot = DemoAgent(desk: desk.desk, until: DemoClock.now() + .seconds(seconds))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await robot.work()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        let figures = try await desk.desk.figures()
        try await end()
        return figures
    }

    private func group(ready: @escaping @Sendable () -> Void) -> ServiceGroup {
        ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: DeskService(desk.desk)),
                    .init(service: crowd),
                    .init(
                        service: SocketService(
                            desk: desk.desk, path: house.socket, logger: logger, ready: ready)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    }

    private func end() async throws {
        await sink.stop()
        await amazon.stop()
        try desk.close()
    }
}

enum DemoClock {
    static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
