import MailKit
import Synchronization

/// A transport that does as it is told and remembers what it was given.
final class FakeSender: MailSender {
    struct Sent: Sendable {
        var text: String
        var envelope: MailEnvelope
        var result: SendResult

        /// Whether the buyer may have got it.
        var mayHaveArrived: Bool {
            switch result {
            case .accepted, .unknown: true
            case .rejectedPermanent, .rejectedTransient, .notSent: false
            }
        }

        var messageID: Substring? {
            text.split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") }
        }
    }

    private struct State {
        var script: [SendResult] = []
        var sent: [Sent] = []
        var before: (@Sendable () async -> Void)?
    }

    static let taken = SendResult.accepted(ServerReply(code: 250, text: "queued"))
    private let state = Mutex(State())

    /// Results of the next sends; after them everything is accepted.
    func script(_ results: SendResult...) { state.withLock { $0.script = results } }

    /// Runs while the mail is on its way.
    func during(_ act: (@Sendable () async -> Void)?) { state.withLock { $0.before = act } }

    var sent: [Sent] { state.withLock { $0.sent } }

    func send(_ message: [UInt8], envelope: MailEnvelope) async -> SendResult {
        await state.withLock { $0.before }?()
        return state.withLock { state in
            let result = state.script.isEmpty ? Self.taken : state.script.removeFirst()
            state.sent.append(
                Sent(
                    text: String(decoding: message, as: UTF8.self), envelope: envelope,
                    result: result))
            return result
        }
    }
}
