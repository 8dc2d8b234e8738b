import ArgumentParser
import CoreClient
import Glibc
import HelpDesk
import Localization
import Settings
import SwiftExtensions

/// How to reach the core, and how to print.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "Configuration file; without it the usual places are tried.")
    var config: String?

    @Option(help: "The core's socket, instead of the configuration's.")
    var socket: String?

    @Option(help: "Act for this Unix user; for root and the core's own account.")
    var asUser: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Language of messages: en or zh-Hans.")
    var lang: String?

    func validate() throws {
        if let lang, InterfaceLanguage(tag: lang) == nil {
            throw ValidationError("'--lang \(lang)': there are en and zh-Hans.")
        }
    }

    var language: InterfaceLanguage {
        if let lang, let language = InterfaceLanguage(tag: lang) { return language }
        return InterfaceLanguage.choose(environment: Environment.locale())
    }

    var words: Words { Words(language) }

    /// Connects and says hello; failures become sentences and exit codes.
    func connect() throws -> CoreSession {
        let path = try socketPath()
        do {
            return try CoreSession(
                connection: try CoreConnection(path: path), client: "deskhand", asUser: asUser)
        } catch {
            throw CommandFailure(error, words: words)
        }
    }

    /// The socket of `--socket`, of the configuration, or of the system's default place.
    func socketPath() throws -> String {
        if let socket { return socket }
        if let named = getenv("DESKHAND_SOCKET") { return String(cString: named) }
        guard let file = ConfigurationFile.find(config) else { return "/run/deskhand/core.sock" }
        return try ConfigurationFile.read(file, words: words).core.socket
    }

    /// The viewer that the configuration names; none where there is no configuration.
    func viewer() -> String? {
        guard let file = ConfigurationFile.find(config) else { return nil }
        return try? ConfigurationFile.read(file, words: words).workstation.viewer
    }

    /// The dictation program that the configuration names; empty for none.
    func dictation() -> [String] {
        guard let file = ConfigurationFile.find(config) else { return [] }
        return (try? ConfigurationFile.read(file, words: words).workstation.dictation) ?? []
    }

    /// Runs a step of a command; the core's refusals become sentences and exit codes.
    func saying<Value>(_ step: () throws(DeskError) -> Value) throws -> Value {
        do { return try step() } catch { throw CommandFailure(error, words: words) }
    }
}

enum Environment {
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    static func locale() -> [String: String] {
        var found: [String: String] = [:]
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = value(name) { found[name] = value }
        }
        return found
    }
}

enum ConfigurationFile {
    /// The file named, or the first of the usual places that exists.
    static func find(_ named: String?) -> String? {
        if let named { return named }
        var places: [String] = []
        if let folder = Environment.value("XDG_CONFIG_HOME") {
            places.append(folder + "/deskhand/deskhand.toml")
        } else if let home = Environment.value("HOME") {
            places.append(home + "/.config/deskhand/deskhand.toml")
        }
        places.append("/etc/deskhand/deskhand.toml")
        return places.first { access($0, F_OK) == 0 }
    }

    /// Reads a file as the client may: secrets stay unread.
    static func read(_ file: String, words: Words) throws -> Configuration {
        do {
            let text = String(decoding: try FileBytes.read(file, limit: 4 << 20), as: UTF8.self)
            return try Configuration.read(text, file: file, checksSecrets: false)
        } catch let error as ConfigurationError {
            throw CommandFailure(error)
        } catch {
            throw CommandFailure(message: "\(error)", code: 2)
        }
    }
}
