import CLinuxShims
import Glibc

/// Hands mail to a local command such as `/usr/sbin/sendmail -i -t -f %f`.
///
/// `%f` stands for the sender, which is the store's own address. Recipients are told by the mail's
/// headers on standard input, never by arguments, which every user of the machine can read.
package struct SendmailSender: MailSender {
    /// What the exit code 75 says. sysexits(3) means by it that a later try may succeed; Sendmail
    /// itself says with it that it has queued the mail and goes on by itself.
    package enum TemporaryFailure: Sendable, Hashable {
        case refused
        case unknown
    }

    private let command: CommandLine
    private let timeout: Duration
    private let temporaryFailure: TemporaryFailure

    /// `timeout` bounds the whole run; a command that is still busy then is ended.
    package init(
        command: String, temporaryFailure: TemporaryFailure = .unknown,
        timeout: Duration = .seconds(120)
    ) throws(CommandLineError) {
        self.command = try CommandLine(command)
        self.temporaryFailure = temporaryFailure
        self.timeout = timeout
    }

    package func send(_ message: [UInt8], envelope: MailEnvelope) async -> SendResult {
        await BlockingThread.run("sendmail") { sendBlocking(message, envelope: envelope) }
    }

    /// The same, on the calling thread. Exit codes are those of sysexits(3): 0 taken, 75 as
    /// `TemporaryFailure` says, all others refused.
    package func sendBlocking(_ message: [UInt8], envelope: MailEnvelope) -> SendResult {
        BlockingThread.ignoreBrokenPipes()
        guard SpeakableAddress.isValid(envelope.from), !envelope.from.hasPrefix("-") else {
            return .notSent(.impossible("the sender's address cannot be an argument"))
        }
        let arguments = command.arguments.map { $0.replacing("%f", with: envelope.from) }
        switch CommandRun.run(arguments, input: Self.unixLines(message), timeout: timeout) {
        case .notStarted(let reason):
            return .notSent(.impossible("the command cannot start: \(reason)"))
        case .ended: return .unknown(.commandEnded)
        case .exited(let code, let words):
            let reply = ServerReply(code: Int(code), text: Self.redacted(words, envelope))
            return switch code {
            case 0: .accepted(reply)
            case 75 where temporaryFailure == .unknown: .unknown(.commandEnded)
            case 75: .rejectedTransient(reply)
            default: .rejectedPermanent(reply)
            }
        }
    }

    /// Local programs expect the line ends of the system.
    private static func unixLines(_ message: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(message.count)
        for (index, byte) in message.enumerated() {
            let isLineEnd = byte == 0x0D && index + 1 < message.count && message[index + 1] == 0x0A
            if !isLineEnd { output.append(byte) }
        }
        return output
    }

    private static func redacted(_ words: String, _ envelope: MailEnvelope) -> String {
        var text = words
        for recipient in envelope.recipients { text = text.replacing(recipient, with: "recipient") }
        return CleanText.line(text, limit: 500)
    }
}
