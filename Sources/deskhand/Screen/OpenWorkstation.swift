import ArgumentParser

struct OpenWorkstation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the workstation on the running core (the default).")

    @Option(help: "Configuration file; without it the usual places are tried.")
    var config: String?
    @Option(help: "The core's socket, instead of the configuration's.") var socket: String?
    @Option(help: "Act for this Unix user; for root and the core's own account.")
    var asUser: String?
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        var connection = ConnectionOptions()
        connection.config = config
        connection.socket = socket
        connection.lang = screen.lang
        let code = screen.open(
            socketPath: try connection.socketPath(), asUser: asUser, viewer: connection.viewer(),
            dictation: connection.dictation())
        if code != 0 { throw ExitCode(code) }
    }
}
