import MailKit

/// What the record says of a transport's answer: codes and the server's cleaned words.
enum SendEvidence {
    static func text(_ result: SendResult) -> String {
        switch result {
        case .accepted(let reply), .rejectedPermanent(let reply), .rejectedTransient(let reply):
            "\(reply.code) \(reply.text)"
        case .notSent(let failure): "not-sent: \(failure.words)"
        case .unknown(let stage): "unknown: \(stage.rawValue)"
        }
    }
}

extension SendFailure {
    /// True when only the mail itself is at fault, so that another try would end the same way.
    var isPermanent: Bool {
        if case .impossible = self { return true }
        return false
    }

    var words: String {
        switch self {
        case .connection: "connection"
        case .certificate: "certificate"
        case .authentication: "authentication"
        case .insecure: "insecure"
        case .unavailable(let reply): "unavailable \(reply.code)"
        case .impossible(let why): "impossible \(why)"
        }
    }
}
