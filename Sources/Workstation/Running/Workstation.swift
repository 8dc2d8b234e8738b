import CoreClient
import Glibc
import HelpDesk
import Localization
package import TerminalCore
import TerminalCurses

/// The ways into the workstation.
package enum Workstation {
    /// Opens the workstation on this process's terminal and runs until the agent leaves. A terminal
    /// that cannot show screens gets the plain list instead.
    package static func run(_ options: WorkstationOptions, environment: [String: String])
        -> WorkstationExit
    {
        let theme = Theme.named(options.themeName) ?? .dark
        do {
            let backend = try CursesBackend(
                CursesOptions(environment: environment, theme: theme))
            return run(options, backend: backend)
        } catch {
            return plain(options)
        }
    }

    /// Runs on a given terminal, such as one in memory.
    package static func run(_ options: WorkstationOptions, backend: any TerminalBackend)
        -> WorkstationExit
    {
        do {
            return try WorkstationLoop(options: options, backend: backend).run()
        } catch {
            backend.restore()
            return WorkstationExit(code: 2, message: "script: \(error)")
        }
    }
}
