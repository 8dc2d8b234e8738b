import ArgumentParser
import ChannelAmazon
import Core
import Foundation
import Localization
import Settings

struct Setup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk through everything a desk needs: data, Amazon, mail, stores, people.",
        discussion: "Exits with 0 when all went well, 1 when something is missing or did not "
            + "work, 2 for a usage or configuration error.",
        subcommands: [
            SetupAll.self, SetupRenew.self, SetupRotateSecret.self, SetupNotifications.self,
        ],
        defaultSubcommand: SetupAll.self)
}

/// What all forms of the command take.
struct SetupOptions: ParsableArguments {
    @Option(help: "Configuration file; without it the usual places are tried.")
    var config: String?
    @Option(help: "Answers in TOML or JSON instead of somebody at the keyboard.")
    var answers: String?
    @OptionGroup var language: LanguageOption

    var words: Words { language.words }

    func wizard() throws -> SetupWizard {
        let dialogue: any SetupDialogue =
            try answers.map { try AnswersDialogue(file: $0) } ?? TerminalDialogue(words)
        return try SetupWizard(file: try file(), dialogue: dialogue, words: words)
    }

    /// The file that is there, or the place where a new one belongs, absolute.
    func file() throws -> String {
        let found = (try? ConfigurationOption.find(config)) ?? Self.newPlace()
        guard !found.hasPrefix("/") else { return found }
        return FileManager.default.currentDirectoryPath + "/" + found
    }

    private static func newPlace() -> String {
        let environment = ProcessInfo.processInfo.environment
        guard geteuid() != 0 else { return "/etc/deskhand/deskhand.toml" }
        if let folder = environment["XDG_CONFIG_HOME"] { return folder + "/deskhand/deskhand.toml" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.config/deskhand/deskhand.toml"
    }

    /// Runs a part of the wizard and closes its line to the platform.
    func run(_ body: (SetupWizard) async throws -> Bool) async throws {
        let wizard = try wizard()
        let isFine: Bool
        do { isFine = try await body(wizard) } catch is SetupStopped {
            wizard.say(SetupStrings.stopped)
            await wizard.transport.shutdown()
            throw ExitCode(1)
        } catch is SetupSkipped {
            await wizard.transport.shutdown()
            throw ExitCode(1)
        }
        if let file = answers, let dialogue = wizard.dialogue as? AnswersDialogue {
            for key in dialogue.unused {
                wizard.say(SetupStrings.unusedAnswer, ["file": file, "key": key])
            }
        }
        await wizard.transport.shutdown()
        if !isFine || wizard.problems > 0 { throw ExitCode(1) }
    }
}

struct SetupAll: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "Go through all steps (the default).")

    @OptionGroup var options: SetupOptions
    @Flag(help: "Only say what is set up and what is missing.") var check = false
    @Flag(help: "With --check: print one JSON object.") var json = false

    func run() async throws {
        guard !check else { return try printChecklist() }
        try await options.run { wizard in
            let isFinished = try await wizard.run()
            guard isFinished else { return false }
            wizard.dialogue.say()
            wizard.say(SetupStrings.ended)
            let list = SetupChecklist(file: wizard.file, words: wizard.words)
            for line in list.lines { wizard.dialogue.say(line) }
            wizard.say(SetupStrings.afterwards)
            return true
        }
    }

    private func printChecklist() throws {
        let list = SetupChecklist(file: try options.file(), words: options.words)
        print(json ? try list.jsonLine() : list.lines.joined(separator: "\n"))
        if !list.isDone { throw ExitCode(1) }
    }
}

struct SetupRenew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Authorise a store again: once a year, or after a revocation.")

    @Argument(help: "The store's name.") var store: String
    @OptionGroup var options: SetupOptions

    func run() async throws {
        try await options.run { wizard in
            guard let known = wizard.configuration?.stores.first(where: { $0.id == store }) else {
                throw ProgramFailure(
                    message: "deskhand: "
                        + wizard.words(SetupStrings.noSuchStore.given(["store": store])), code: 2)
            }
            return try await wizard.authorise(SetupState.PendingStore(known))
        }
    }
}

struct SetupRotateSecret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-secret",
        abstract: "Put a new client secret into use once it has proven itself.")

    @OptionGroup var options: SetupOptions

    func run() async throws {
        try await options.run { try await $0.rotateSecret() }
    }
}

struct SetupNotifications: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notifications",
        abstract: "Have the platform's notifications sent into the configured queue.")

    @OptionGroup var options: SetupOptions

    func run() async throws {
        try await options.run { try await $0.listen() }
    }
}
