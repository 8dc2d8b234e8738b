package import HelpDesk
package import SwiftExtensions

/// Tells the desk that a credential was given anew, so that its calendar starts again. An admin's
/// act; the credential itself never travels.
package struct RenewCredential: RemoteCall {
    package static let method = "setup.renew"
    package typealias Reply = Done
    package var subject: CredentialSubject
    package var at: Timestamp

    package init(subject: CredentialSubject, at: Timestamp) {
        self.subject = subject
        self.at = at
    }
}
