package import HelpDesk

/// How a call ended that changes something on the platform.
package enum SendOutcome: Hashable, Sendable {
    /// The platform says that it is done.
    case done(requestID: String?)
    /// Certainly nothing happened there: refused before it was processed, or never left.
    case refused(SyncFailure)
    /// It left and no clear answer came. Repeating it might do it twice.
    case unknown(SyncFailure)
}
