/// A way in which the pretend mail server fails, once per injection.
package enum MailSinkFault: Hashable, Sendable {
    /// Refuses the next recipient for good.
    case refuseRecipient(code: Int, text: String)
    /// Refuses the next recipient for now.
    case deferRecipient
    /// Takes the whole text and refuses it.
    case refuseData(code: Int)
    case refuseLogin
    /// Closes the connection when the text begins to come; the mail is lost.
    case dropBeforeEnd
    /// Takes the mail and closes without an answer: the sender cannot know.
    case dropAfterEnd
    /// Waits so long before each answer of the next connection.
    case slow(Duration)
}

/// How the pretend mail server is set up.
package struct MailSinkSettings: Sendable {
    /// Its name in the greeting.
    package var host: String
    /// Largest mail it takes, in bytes; it says so in its answer to `EHLO`.
    package var sizeLimit: Int
    /// Passwords by user; when empty, anybody may log in and nobody has to.
    package var users: [String: String]

    package init(
        host: String = "sink.example", sizeLimit: Int = 10 << 20, users: [String: String] = [:]
    ) {
        self.host = host
        self.sizeLimit = sizeLimit
        self.users = users
    }
}
