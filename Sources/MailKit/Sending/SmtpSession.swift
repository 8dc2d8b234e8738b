import CEtPan
import Foundation
import Glibc

/// One SMTP connection by libetpan, on one thread. Each step either succeeds or throws what the
/// whole attempt has come to, so that the stage of a failure is never in doubt.
final class SmtpSession {
    struct End: Error {
        var result: SendResult
    }

    private let server: MailServer
    private let timeout: Duration
    private let envelope: MailEnvelope
    private let stop = StopSignal()
    private var smtp: UnsafeMutablePointer<mailsmtp>?

    init(server: MailServer, timeout: Duration, envelope: MailEnvelope) {
        self.server = server
        self.timeout = timeout
        self.envelope = envelope
    }

    deinit {
        stop.release()
        if let smtp { mailsmtp_free(smtp) }  // says QUIT and closes without waiting
    }

    /// Greeting, EHLO, and TLS where it is asked for.
    func connect() throws(End) {
        guard let smtp = mailsmtp_new(0, nil) else { throw .failed(.connection("out of memory")) }
        self.smtp = smtp
        mailsmtp_set_timeout(smtp, MailStream.seconds(timeout))
        let stream: UnsafeMutablePointer<mailstream>
        do {
            stream = try MailStream.open(server, timeout: timeout, stop: stop)
        } catch {
            throw .failed(Self.failure(error))
        }
        try demand(mailsmtp_connect(smtp, stream))
        try demand(mailesmtp_ehlo(smtp))
        if server.security == .startTLS { try startTLS(smtp) }
    }

    private func startTLS(_ smtp: UnsafeMutablePointer<mailsmtp>) throws(End) {
        guard smtp.pointee.esmtp & CInt(MAILSMTP_ESMTP_STARTTLS) != 0 else {
            throw .failed(.insecure("the server does not offer TLS"))
        }
        guard let stream = smtp.pointee.stream, let low = mailstream_get_low(stream) else {
            throw .failed(.connection("not connected"))
        }
        MailStream.makeBlocking(mailstream_low_get_fd(low))
        MailStream.prepareTLS()
        let result = MailStream.withServerName(server) {
            mailsmtp_socket_starttls_with_callback(smtp, $0, $1)
        }
        guard result == MAILSMTP_NO_ERROR else {
            throw .failed(.insecure("TLS could not be taken up"))
        }
        guard stream.pointee.read_buffer_len == 0 else {
            throw .failed(.insecure("words were slipped in before TLS"))
        }
        if let objection = CertificateCheck.objection(to: stream, of: server) {
            throw .failed(.certificate(objection))
        }
        try demand(mailesmtp_ehlo(smtp))
    }

    /// MAIL, RCPT and DATA. A refused recipient ends the attempt: a desk writes to one person.
    func announce() throws(End) {
        let smtp = try connected()
        try accept(mailsmtp_mail(smtp, envelope.from))
        for recipient in envelope.recipients { try accept(mailsmtp_rcpt(smtp, recipient)) }
        try accept(mailsmtp_data(smtp))
    }

    /// The mail itself. Until the final dot is handed to the socket nothing can have been taken;
    /// from then on only an answer tells.
    func transfer(_ message: [UInt8], lastAnswerTimeout: Duration) throws(End) -> SendResult {
        let smtp = try connected()
        guard let stream = smtp.pointee.stream, write(DotStuffing.stuffed(message), to: stream)
        else {
            throw .failed(.connection("the connection broke before the mail was complete"))
        }
        try objectEarly(stream, smtp)
        guard write(Array(".\r\n".utf8), to: stream) else { return .unknown(.finalDot) }
        mailstream_low_set_timeout(
            mailstream_get_low(stream), MailStream.seconds(lastAnswerTimeout))
        let code = Int(mailsmtp_read_response(smtp))
        switch code {
        case 200..<300: return .accepted(reply(code))
        case 400..<500: return .rejectedTransient(reply(code))
        case 500..<600: return .rejectedPermanent(reply(code))
        default: return .unknown(.finalDot)
        }
    }

    /// A server that speaks or hangs up before the final dot has not taken the mail.
    private func objectEarly(
        _ stream: UnsafeMutablePointer<mailstream>, _ smtp: UnsafeMutablePointer<mailsmtp>
    ) throws(End) {
        let socket = mailstream_low_get_fd(mailstream_get_low(stream))
        guard server.security == .plain, stop.wait(for: socket, timeout: .zero) == .ready else {
            return  // under TLS the server may send records that carry no words
        }
        let code = Int(mailsmtp_read_response(smtp))
        guard code >= 400 else {
            throw .failed(.connection("the connection broke before the mail was complete"))
        }
        throw End(result: refusal(code))
    }

    private func write(_ bytes: [UInt8], to stream: UnsafeMutablePointer<mailstream>) -> Bool {
        let count = bytes.withUnsafeBytes { mailstream_write(stream, $0.baseAddress, $0.count) }
        return count >= 0 && mailstream_flush(stream) >= 0
    }
}

extension SmtpSession {
    /// XOAUTH2 for tokens; PLAIN, or LOGIN where the server lacks it, for passwords.
    func authenticate(_ source: @Sendable () throws -> MailCredentials) throws(End) {
        guard let credentials = try? source() else {
            throw .failed(.authentication(nil, isPermanent: false))
        }
        guard credentials.isSpeakable else {
            throw .failed(.authentication(nil, isPermanent: true))
        }
        let smtp = try connected()
        var code = 0
        switch credentials {
        case .oauth2(let user, let token):
            let words = "user=\(user)\u{1}auth=Bearer \(token.value)\u{1}\u{1}"
            code = try ask("AUTH XOAUTH2 " + Self.base64(words))
            if code == 334 { code = try ask("") }  // the server explains; an empty line ends it
        case .password(let user, let secret):
            if smtp.pointee.auth & CInt(MAILSMTP_AUTH_PLAIN) != 0
                || smtp.pointee.auth & CInt(MAILSMTP_AUTH_LOGIN) == 0
            {
                code = try ask("AUTH PLAIN " + Self.base64("\0\(user)\0\(secret.value)"))
            } else {
                code = try ask("AUTH LOGIN")
                if code == 334 { code = try ask(Self.base64(user)) }
                if code == 334 { code = try ask(Self.base64(secret.value)) }
            }
        }
        guard code != 235 else { return }
        throw .failed(.authentication(reply(code), isPermanent: code >= 500))
    }

    private func ask(_ line: String) throws(End) -> Int {
        let smtp = try connected()
        guard let stream = smtp.pointee.stream, write(Array((line + "\r\n").utf8), to: stream)
        else {
            throw .failed(.connection("the connection broke"))
        }
        let code = Int(mailsmtp_read_response(smtp))
        guard code != 0 else { throw .failed(.connection("the connection broke")) }
        return code
    }

    private static func base64(_ text: String) -> String {
        Data(text.utf8).base64EncodedString()
    }

    private func connected() throws(End) -> UnsafeMutablePointer<mailsmtp> {
        guard let smtp, smtp.pointee.stream != nil else {
            throw .failed(.connection("not connected"))
        }
        return smtp
    }

    /// For steps before the mail: a refusal concerns us, not this mail.
    private func demand(_ code: CInt) throws(End) {
        guard code != MAILSMTP_NO_ERROR else { return }
        let number = answeredCode(code)
        guard number >= 400 else { throw .failed(.connection("the server does not answer")) }
        throw .failed(.unavailable(reply(number)))
    }

    /// For steps about this mail.
    private func accept(_ code: CInt) throws(End) {
        guard code != MAILSMTP_NO_ERROR else { return }
        let number = answeredCode(code)
        guard number >= 400 else { throw .failed(.connection("the connection broke")) }
        throw End(result: refusal(number))
    }

    /// The code the server gave; 0 when it gave none. libetpan keeps the last one otherwise.
    private func answeredCode(_ code: CInt) -> Int {
        guard code != CInt(MAILSMTP_ERROR_STREAM), let smtp else { return 0 }
        return Int(smtp.pointee.response_code)
    }

    private func refusal(_ code: Int) -> SendResult {
        code >= 500 ? .rejectedPermanent(reply(code)) : .rejectedTransient(reply(code))
    }

    private func reply(_ code: Int) -> ServerReply {
        var text = smtp?.pointee.response.map { String(cString: $0) } ?? ""
        for recipient in envelope.recipients {
            text = text.replacing(recipient, with: "recipient")
        }
        let words = CleanText.line(text, limit: 500).split(separator: " ").joined(separator: " ")
        return ServerReply(code: code, text: words)
    }

    private static func failure(_ failure: MailStream.Failure) -> SendFailure {
        switch failure.kind {
        case .network: .connection(failure.detail)
        case .certificate: .certificate(failure.detail)
        case .insecure: .insecure(failure.detail)
        }
    }
}

extension SmtpSession.End {
    static func failed(_ failure: SendFailure) -> Self {
        Self(result: .notSent(failure))
    }
}

/// A mail in the form SMTP carries (RFC 5321 4.5.2): lines end in CR LF, a leading dot is doubled.
enum DotStuffing {
    static func stuffed(_ message: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(message.count + 64)
        var isLineStart = true
        var previous: UInt8 = 0
        for byte in message {
            if byte == 0x0A, previous != 0x0D { output.append(0x0D) }
            if previous == 0x0D, byte != 0x0A {
                output.append(0x0A)
                isLineStart = true
            }
            if isLineStart, byte == UInt8(ascii: ".") { output.append(byte) }
            output.append(byte)
            isLineStart = byte == 0x0A
            previous = byte
        }
        if previous == 0x0D { output.append(0x0A) }
        if previous != 0x0D, previous != 0x0A { output += [0x0D, 0x0A] }
        return output
    }
}
