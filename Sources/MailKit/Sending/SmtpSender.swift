/// Sends by SMTP, one connection for each mail.
package struct SmtpSender: MailSender {
    package var server: MailServer
    /// Asked before each login, since tokens expire. Nil where the server asks for none.
    package var credentials: (@Sendable () throws -> MailCredentials)?
    /// Longest wait for one answer, except the last, for which servers may take ten minutes
    /// (RFC 5321 4.5.3.2.6).
    package var timeout: Duration
    package var lastAnswerTimeout: Duration

    package init(
        server: MailServer, credentials: (@Sendable () throws -> MailCredentials)?,
        timeout: Duration = .seconds(60), lastAnswerTimeout: Duration = .seconds(600)
    ) {
        self.server = server
        self.credentials = credentials
        self.timeout = timeout
        self.lastAnswerTimeout = lastAnswerTimeout
    }

    package func send(_ message: [UInt8], envelope: MailEnvelope) async -> SendResult {
        await BlockingThread.run("smtp") { sendBlocking(message, envelope: envelope) }
    }

    /// The same, on the calling thread.
    package func sendBlocking(_ message: [UInt8], envelope: MailEnvelope) -> SendResult {
        BlockingThread.ignoreBrokenPipes()
        guard !envelope.recipients.isEmpty else { return .notSent(.impossible("no recipient")) }
        let addresses = envelope.recipients + [envelope.from]
        guard addresses.allSatisfy(SpeakableAddress.isValid) else {
            return .notSent(.impossible("an address cannot stand in an SMTP command"))
        }
        let session = SmtpSession(server: server, timeout: timeout, envelope: envelope)
        do throws(SmtpSession.End) {
            try session.connect()
            if let credentials { try session.authenticate(credentials) }
            try session.announce()
            return try session.transfer(message, lastAnswerTimeout: lastAnswerTimeout)
        } catch {
            return error.result
        }
    }
}
