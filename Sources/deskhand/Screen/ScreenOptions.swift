import ArgumentParser
import Glibc
import Localization
import TerminalCore
import Workstation

/// How the workstation looks and what drives it.
struct ScreenOptions: ParsableArguments {
    @Option(help: "Theme: dark, light or mono.") var theme: String = "dark"
    @Option(help: "Language of the interface: en or zh-Hans.") var lang: String?
    @Flag(help: "No full screen: print the list as plain lines.") var plain = false
    @Option(help: "Press the keys of this file.") var script: String?
    @Flag(help: "Leave when the script ends.") var scriptEnds = false

    func validate() throws {
        if let lang, InterfaceLanguage(tag: lang) == nil {
            throw ValidationError("'--lang \(lang)': there are en and zh-Hans.")
        }
        try Self.checkTheme(theme)
    }

    static func checkTheme(_ name: String) throws {
        guard Theme.named(name) == nil else { return }
        throw ValidationError("'--theme \(name)': there are dark, light and mono.")
    }

    /// Opens the workstation and returns the program's exit code.
    func open(
        socketPath: String, asUser: String? = nil, viewer: String? = nil, dictation: [String] = []
    )
        -> Int32
    {
        let environment = Environment.all()
        var options = workstationOptions(socketPath: socketPath, environment: environment)
        options.asUser = asUser
        options.viewer = viewer
        options.dictation = dictation
        let isPlain = plain || environment["ACCESSIBLE"] == "1"
        let end =
            isPlain
            ? Workstation.plain(options)
            : Workstation.run(options, environment: environment)
        if let message = end.message { StandardError.say(message) }
        return end.code
    }

    private func workstationOptions(socketPath: String, environment: [String: String])
        -> WorkstationOptions
    {
        var options = Self.options(
            socketPath: socketPath, theme: theme, lang: lang, environment: environment)
        options.script = script
        options.endsWithScript = scriptEnds
        return options
    }

    /// What every use of the workstation's drawing needs.
    static func options(
        socketPath: String, theme: String, lang: String?, environment: [String: String]
    ) -> WorkstationOptions {
        let language =
            lang.flatMap { InterfaceLanguage(tag: $0) }
            ?? InterfaceLanguage.choose(environment: environment)
        return WorkstationOptions(
            socketPath: socketPath, language: language, themeName: theme,
            stateFolder: WorkstationOptions.stateFolder(environment: environment),
            client: "deskhand", clockFactor: 1)
    }
}

extension Environment {
    static func all() -> [String: String] {
        var found: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text).split(separator: "=", maxSplits: 1)
            if pair.count == 2 { found[String(pair[0])] = String(pair[1]) }
            entry += 1
        }
        return found
    }
}
