import ArgumentParser
import Foundation
import Settings

struct ConfigurationOption: ParsableArguments {
    @Option(help: "Configuration file; without it the usual places are tried.")
    var config: String?

    func file() throws -> String { try Self.find(config) }

    /// The file named, or the first of the usual places that exists.
    static func find(_ named: String?) throws -> String {
        if let named { return named }
        let environment = ProcessInfo.processInfo.environment
        var places: [String] = []
        if let folder = environment["XDG_CONFIG_HOME"] {
            places.append(folder + "/deskhand/deskhand.toml")
        } else if let home = environment["HOME"] {
            places.append(home + "/.config/deskhand/deskhand.toml")
        }
        places.append("/etc/deskhand/deskhand.toml")
        guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw ProgramFailure(
                message: "deskhand: no configuration at \(places.joined(separator: " or ")); "
                    + "write one (docs/Configuration.md) or name one with --config.", code: 2)
        }
        return found
    }

    func load() throws -> Configuration {
        do { return try Configuration.load(try file()) } catch let error as ConfigurationError {
            throw ProgramFailure(error)
        }
    }
}
