import ArgumentParser
import Glibc
import Workstation

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The two-minute tour: simulated platforms on sample data in a temporary folder.")

    @Flag(help: "Without a screen: print a JSON summary at the end.") var headless = false
    @Option(name: .customLong("for"), help: "With --headless: how long, in seconds.")
    var seconds: Int?
    @Option(help: "Seed of the simulated world.") var seed: UInt64?
    @Option(help: "How many times faster than life the buyers are.") var speed: Double?
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        var words = ["demo"]
        if let seed { words += ["--seed", String(seed)] }
        if let speed { words += ["--speed", String(speed)] }
        if headless {
            words += ["--headless"]
            if let seconds { words += ["--for", String(seconds)] }
            try CoreProgram.become(words)
        }
        let core = try PrivateCore.start(words)
        let code = screen.open(socketPath: core.socketPath)
        core.stop()
        if code != 0 { throw ExitCode(code) }
    }
}
