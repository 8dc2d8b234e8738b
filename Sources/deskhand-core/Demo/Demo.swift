import ArgumentParser
import Foundation
import Logging
import SwiftExtensions
import Wire

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A private core on simulated platforms, in a temporary folder.")

    @Flag(help: "Print a JSON summary at the end instead of waiting for a workstation.")
    var headless = false
    @Option(name: .customLong("for"), help: "With --headless: how long, in seconds.")
    var seconds = 20
    @Option(help: "Seed of the simulated world.") var seed: UInt64 = 7
    @Option(help: "How many times faster than life the buyers are.") var speed: Double = 60
    @Option(help: "Descriptor on which to say where the socket is.") var readyFd: Int32?
    @Option(help: "Folder of the sample data.") var sampleData: String?

    func validate() throws {
        guard (1...86_400).contains(seconds) else {
            throw ValidationError("'--for' is 1 to 86400.")
        }
        guard speed > 0, speed <= 100_000 else { throw ValidationError("'--speed' is above 0.") }
    }

    func run() async throws {
        let folder = try SampleFolder.find(sampleData)
        let house = try DemoFolder.make()
        defer { house.remove() }
        let logger = try house.logger()
        let stage = try await saying {
            try await DemoStage.build(
                sampleData: folder, house: house, seed: seed, speed: speed, logger: logger)
        }
        if headless {
            let summary = try await stage.play(seconds: seconds)
            print(try JSONText.line(summary))
        } else {
            try await stage.playUntilStopped { announce(house.socket) }
        }
    }

    private func announce(_ socket: String) {
        guard let readyFd, readyFd > 2 else { return }
        let line = "ready \(socket)\n"
        _ = line.withCString { write(readyFd, $0, strlen($0)) }
        close(readyFd)
    }
}
