/// What a server answered: its code and its words, cleaned. Recipients' addresses are replaced.
package struct ServerReply: Hashable, Sendable, Codable {
    package var code: Int
    /// At most 500 bytes on one line.
    package var text: String

    package init(code: Int, text: String) {
        self.code = code
        self.text = text
    }
}

/// What became of a mail that was handed to a transport.
package enum SendResult: Hashable, Sendable, Codable {
    /// Taken by the next server; that is not yet delivered.
    case accepted(ServerReply)
    /// Refused for good (5xx).
    case rejectedPermanent(ServerReply)
    /// Refused for now (4xx); nothing was taken.
    case rejectedTransient(ServerReply)
    /// Certainly not taken: trying again cannot double it.
    case notSent(SendFailure)
    /// Perhaps taken: nobody may send it again without looking.
    case unknown(SendStage)
}

/// Why a mail was certainly not sent.
package enum SendFailure: Hashable, Sendable, Codable {
    /// No connection, or it broke before the mail was complete.
    case connection(String)
    case certificate(String)
    /// The server did not accept user or secret; permanent when a retry with the same cannot help.
    case authentication(ServerReply?, isPermanent: Bool)
    /// Going on would have sent secrets or mail unprotected.
    case insecure(String)
    /// The server turned us away before the mail began.
    case unavailable(ServerReply)
    /// The mail or the configuration cannot be sent at all; the words say what is wrong.
    case impossible(String)
}

/// Where the trace of a mail was lost.
package enum SendStage: String, Hashable, Sendable, Codable {
    /// The end of the mail may have left; no answer came.
    case finalDot = "final_dot"
    /// The sending command ended by a signal, ran too long and was ended, or said that it may have
    /// queued the mail.
    case commandEnded = "command_ended"
}

/// A way to send mail. One call tries once; whether to try again is for the caller to decide.
package protocol MailSender: Sendable {
    /// Sends `message`, a whole mail with CR LF line ends.
    func send(_ message: [UInt8], envelope: MailEnvelope) async -> SendResult
}
