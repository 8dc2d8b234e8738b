import CoreClient
import HelpDesk
package import Localization

/// How the workstation is to be started.
package struct WorkstationOptions: Sendable {
    package var socketPath: String
    package var language: InterfaceLanguage
    package var themeName: String
    /// Folder for drafts that could not reach the core; usually `$XDG_STATE_HOME/deskhand`.
    package var stateFolder: String
    /// What this client calls itself in its hello.
    package var client: String
    /// How much faster than real time the core's clock runs; 1 outside of rehearsals.
    package var clockFactor: Int
    /// Key script to run, one step a line.
    package var script: String?
    /// Ends the program after the script.
    package var endsWithScript: Bool
    /// Unix user to act for; root and the core's own account may ask for it.
    package var asUser: String?
    /// Command that shows a file given as its last word; nil for none.
    package var viewer: String?
    /// Program and words that turn speech into text; empty for none.
    package var dictation: [String] = []

    package init(
        socketPath: String, language: InterfaceLanguage, themeName: String = "dark",
        stateFolder: String, client: String, clockFactor: Int = 1, script: String? = nil,
        endsWithScript: Bool = false, asUser: String? = nil, viewer: String? = nil
    ) {
        self.socketPath = socketPath
        self.language = language
        self.themeName = themeName
        self.stateFolder = stateFolder
        self.client = client
        self.clockFactor = max(1, clockFactor)
        self.script = script
        self.endsWithScript = endsWithScript
        self.asUser = asUser
        self.viewer = viewer
    }

    /// `$XDG_STATE_HOME/deskhand`, or its usual place below the home folder.
    package static func stateFolder(environment: [String: String]) -> String {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            return state + "/deskhand"
        }
        return (environment["HOME"] ?? "/tmp") + "/.local/state/deskhand"
    }
}

extension WorkstationOptions {
    /// A conversation with the core for one picture or one list.
    func session() throws(DeskError) -> CoreSession {
        try CoreSession(
            connection: CoreConnection(descriptor: try UnixSocket.connect(path: socketPath)),
            client: client, asUser: asUser)
    }
}

/// How the workstation ended: an exit code of product's list and a sentence for standard error.
package struct WorkstationExit: Hashable, Sendable {
    package var code: Int32
    package var message: String?

    package static let done = WorkstationExit(code: 0, message: nil)
}
