package import HelpDesk

/// What a channel's call came to when it did not succeed.
package enum ChannelError: Error, Hashable, Sendable {
    /// The call had no effect, or the platform refused it; the class says what helps.
    case failed(SyncFailure)
    /// The call may have had its effect: never repeat it blindly.
    case unknownOutcome(SyncFailure)
    /// A data table that ships with a channel is wrong.
    case invalidTable(TableFault)

    /// The failure for the sync log, if it is one.
    package var failure: SyncFailure? {
        switch self {
        case .failed(let failure), .unknownOutcome(let failure): failure
        case .invalidTable: nil
        }
    }
}

extension SyncErrorClass {
    /// True when the same call may succeed later without anybody doing anything.
    package var isTransient: Bool {
        switch self {
        case .throttled, .network, .mailbox, .platformOutage: true
        case .authorisationExpired, .clientRejected, .permissionMissing, .accountSuspended,
            .schemaDrift, .notFound, .badRequest, .bug:
            false
        }
    }
}

/// Where and why a data table was refused.
package struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// File name without folders.
    package var file: String
    /// From 1; nil when the key is missing altogether.
    package var line: Int?
    /// Path of the key, such as `notice[3].kind`.
    package var key: String
    package var reason: String

    package init(file: String, line: Int?, key: String, reason: String) {
        self.file = file
        self.line = line
        self.key = key
        self.reason = reason
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(key): \(reason)"
    }
}
