extension SmtpSender {
    /// Connects, takes up TLS, logs in and says QUIT, without any mail. Nil when the server would
    /// take mail from us; else why not.
    package func checkLogin() async -> SendFailure? {
        await BlockingThread.run("smtp-check") { checkLoginBlocking() }
    }

    private func checkLoginBlocking() -> SendFailure? {
        BlockingThread.ignoreBrokenPipes()
        let session = SmtpSession(
            server: server, timeout: timeout, envelope: MailEnvelope(from: "", recipients: []))
        do throws(SmtpSession.End) {
            try session.connect()
            if let credentials { try session.authenticate(credentials) }
            return nil
        } catch {
            // Steps before the mail can only end so.
            guard case .notSent(let failure) = error.result else { return nil }
            return failure
        }
    }
}

extension SendmailSender {
    /// The program that a configured command would run. Throws when the command cannot be split.
    package static func program(of command: String) throws(CommandLineError) -> String {
        try CommandLine(command).arguments[0]
    }
}
