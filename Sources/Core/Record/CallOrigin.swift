import HelpDesk
import SwiftExtensions

/// The request that this task answers, for the record.
enum CallOrigin {
    @TaskLocal static var current = EntryOrigin.unknown
}

extension Desk {
    /// A name for a new connection, as the record shows it. Whoever acts for somebody stands in it,
    /// so that every entry of the connection has both names (helpdesk section 16).
    package func newSessionName(by actingUser: String? = nil) -> String {
        let name = random.token(words: 1)
        return actingUser.map { "\(name)~\(CleanText.clean($0).collapsed(limit: 32))" } ?? name
    }
}
