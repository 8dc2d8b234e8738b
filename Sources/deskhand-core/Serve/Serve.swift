import ArgumentParser
import Core
import CoreServer
import Glibc
import Logging
import ServiceLifecycle
import Settings
import UnixSignals

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the core in the foreground; SIGTERM stops it cleanly.")

    @OptionGroup var options: ConfigurationOption

    @Option(help: "How much to log: debug, info, notice, warning or error.")
    var logLevel: String = "info"

    func run() async throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("'--log-level \(logLevel)' is no level.")
        }
        let logger = ServeLog.make(level: level)
        let configuration = try options.load()
        Descriptors.raiseLimit()
        try await saying {
            let house = try await DeskHouse.open(configuration, logger: logger)
            let group = ServiceGroup(
                configuration: .init(
                    services: [
                        .init(service: DeskService(house.desk)),
                        .init(
                            service: SocketService(
                                desk: house.desk, path: configuration.core.socket,
                                logger: logger, ready: ReadyNotice.ready)),
                    ],
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
            try await group.run()
            try await house.desk.signRecord()
            try house.close()
            logger.info("stopped")
        }
    }
}

enum ServeLog {
    /// Logs to standard error; systemd or the shell keeps it.
    static func make(level: Logger.Level) -> Logger {
        var logger = Logger(label: "deskhand-core") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}

enum Descriptors {
    /// As many descriptors as the system lets this process have: each agent holds one.
    static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
