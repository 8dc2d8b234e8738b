/// Why an IMAP step failed. The words hold no secrets, addresses or text of the server.
package struct ImapError: Error, Hashable, Sendable {
    package enum Kind: String, Sendable, Codable {
        /// No connection, or it broke.
        case network
        /// The server did not accept user or secret.
        case authentication
        /// The server could not prove that it is the one we mean.
        case certificate
        /// The server said something it may not, or lacks what we need.
        case protocolError = "protocol"
        /// There is no such mailbox, or it may not be opened.
        case mailboxMissing = "mailbox_missing"
        /// Going on would send secrets unprotected.
        case insecure
        /// We were told to stop.
        case stopped
    }

    package var kind: Kind
    package var detail: String

    package init(_ kind: Kind, _ detail: String = "") {
        self.kind = kind
        self.detail = detail
    }
}
