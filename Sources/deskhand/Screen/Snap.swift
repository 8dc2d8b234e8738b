import ArgumentParser
import Localization
import TerminalCore
import Workstation

struct Snap: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print one pane as text, from the current data: docs, tests, bug reports.")

    @Option(help: "Configuration file; without it the usual places are tried.")
    var config: String?
    @Option(help: "The core's socket, instead of the configuration's.") var socket: String?
    @Argument(help: "One of: \(SnapPane.allCases.map(\.rawValue).joined(separator: ", ")).")
    var pane: String
    @Option(help: "Columns and rows.") var size: String = "80x24"
    @Option(help: "Act for this Unix user; for root and the core's own account.")
    var asUser: String?
    @Option(help: "Theme: dark, light or mono.") var theme: String = "dark"
    @Option(help: "Language: en or zh-Hans.") var lang: String?
    @Flag(help: "With colours, as escape sequences.") var ansi = false

    func run() throws {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, (20...500).contains(parts[0]), (5...200).contains(parts[1]) else {
            throw ValidationError(
                "'--size \(size)' is not columns x rows from 20x5 to 500x200, such as 160x45.")
        }
        try ScreenOptions.checkTheme(theme)
        if let lang, InterfaceLanguage(tag: lang) == nil {
            throw ValidationError("'--lang \(lang)': there are en and zh-Hans.")
        }
        var connection = ConnectionOptions()
        connection.config = config
        connection.socket = socket
        connection.lang = lang
        var options = ScreenOptions.options(
            socketPath: try connection.socketPath(), theme: theme, lang: lang,
            environment: Environment.all())
        options.asUser = asUser
        guard let chosen = SnapPane(rawValue: pane) else {
            let known = SnapPane.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(pane)' is no pane; there are \(known).")
        }
        switch Workstation.snap(
            chosen, size: Size(width: parts[0], height: parts[1]),
            form: ansi ? .ansi(theme: theme, tier: .palette256) : .text, options: options)
        {
        case .success(let text): print(text, terminator: "")
        case .failure(let error):
            throw CommandFailure(message: error.exit.message ?? "", code: error.exit.code)
        }
    }
}
