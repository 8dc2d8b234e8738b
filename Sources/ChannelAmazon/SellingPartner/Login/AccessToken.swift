import SwiftExtensions

/// A token for calls of one account, good for about an hour.
struct AccessToken: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    let value: String
    /// From here on a new one is fetched; a little before the platform's own end.
    let staleAt: Timestamp

    var description: String { "(access token)" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
