import Foundation

/// The server's side of one SMTP connection (RFC 5321): bytes in, answers out. No socket.
struct SmtpDialogue {
    enum Output: Hashable {
        case reply(String)
        case mail(SunkMail)
        case close
    }

    private enum Phase: Hashable {
        case command
        case text
        /// Text beyond the limit is read and thrown away.
        case tooLongText
        case plainAnswer
        case userAnswer
        case passwordAnswer(user: String)
        case closed
    }

    private let settings: MailSinkSettings
    /// Gives the next injected fault of a kind, once.
    private let fault: (FaultPoint) -> MailSinkFault?
    private var phase = Phase.command
    private var line: [UInt8] = []
    private var user: String?
    private var sender: String?
    private var recipients: [String] = []
    private var text: [UInt8] = []
    private(set) var outputs: [Output] = []

    /// Where a fault can strike.
    enum FaultPoint { case login, recipient, textStart, textEnd }

    private static let longestLine = 8192
    private static let mostRecipients = 100

    init(settings: MailSinkSettings, fault: @escaping (FaultPoint) -> MailSinkFault?) {
        self.settings = settings
        self.fault = fault
        reply("220 \(settings.host) ESMTP pretend mail host")
    }

    mutating func takeOutputs() -> [Output] {
        defer { outputs = [] }
        return outputs
    }

    mutating func receive(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where phase != .closed {
            line.append(byte)
            if byte == 10 {
                let complete = line
                line = []
                take(complete)
            } else if line.count > Self.longestLine, phase != .text, phase != .tooLongText {
                reply("500 5.5.2 Line too long")
                close()
            }
        }
    }

    private mutating func take(_ line: [UInt8]) {
        switch phase {
        case .text, .tooLongText: return takeText(line)
        case .command: command(trimmed(line))
        case .plainAnswer: finishPlain(trimmed(line))
        case .userAnswer:
            guard let user = decoded(trimmed(line)) else {
                return loginFailed("501 5.5.2 Not base64")
            }
            phase = .passwordAnswer(user: user)
            reply("334 UGFzc3dvcmQ6")
        case .passwordAnswer(let user):
            guard let password = decoded(trimmed(line)) else {
                return loginFailed("501 5.5.2 Not base64")
            }
            login(user, password)
        case .closed: break
        }
    }

    private mutating func command(_ line: String) {
        let verb = line.prefix { $0 != " " }.uppercased()
        let rest = String(line.dropFirst(verb.count).drop { $0 == " " })
        switch verb {
        case "EHLO": greet()
        case "HELO": reply("250 \(settings.host)")
        case "AUTH": authenticate(rest)
        case "MAIL": mailFrom(rest)
        case "RCPT": recipient(rest)
        case "DATA": beginText()
        case "RSET":
            resetMail()
            reply("250 2.0.0 Reset")
        case "NOOP": reply("250 2.0.0 OK")
        case "QUIT":
            reply("221 2.0.0 Bye")
            close()
        default: reply("502 5.5.1 Unknown command")
        }
    }

    private mutating func greet() {
        resetMail()
        let lines = [settings.host, "SIZE \(settings.sizeLimit)", "8BITMIME", "PIPELINING"]
        for line in lines { reply("250-\(line)") }
        reply("250 AUTH PLAIN LOGIN")
    }

    private mutating func mailFrom(_ rest: String) {
        guard settings.users.isEmpty || user != nil else {
            return reply("530 5.7.0 Authentication required")
        }
        guard sender == nil else { return reply("503 5.5.1 Sender already given") }
        guard let address = path(rest, after: "FROM:") else { return reply("501 5.5.4 Syntax") }
        if let size = declaredSize(rest), size > settings.sizeLimit {
            return reply("552 5.3.4 Message too big")
        }
        sender = address
        reply("250 2.1.0 OK")
    }

    private mutating func recipient(_ rest: String) {
        guard sender != nil else { return reply("503 5.5.1 MAIL first") }
        guard let address = path(rest, after: "TO:"), !address.isEmpty else {
            return reply("501 5.5.4 Syntax")
        }
        guard recipients.count < Self.mostRecipients else {
            return reply("452 4.5.3 Too many recipients")
        }
        switch fault(.recipient) {
        case .refuseRecipient(let code, let text): reply("\(code) \(text)")
        case .deferRecipient: reply("450 4.2.1 Mailbox busy, try again later")
        default:
            recipients.append(address)
            reply("250 2.1.5 OK")
        }
    }

    private mutating func beginText() {
        guard !recipients.isEmpty else { return reply("503 5.5.1 RCPT first") }
        phase = .text
        reply("354 End with <CR><LF>.<CR><LF>")
    }

    private mutating func takeText(_ line: [UInt8]) {
        if text.isEmpty, phase == .text, fault(.textStart) != nil { return close() }
        if line == [46, 13, 10] || line == [46, 10] { return endText() }
        guard phase == .text else { return }
        // A leading dot was doubled on the way (RFC 5321 section 4.5.2).
        text += line.first == 46 ? line.dropFirst() : line[...]
        if text.count > settings.sizeLimit {
            text = []
            phase = .tooLongText
        }
    }

    private mutating func endText() {
        let isTooLong = phase == .tooLongText
        phase = .command
        defer { resetMail() }
        guard !isTooLong, let sender else { return reply("552 5.3.4 Message too big") }
        let mail = SunkMail(sender: sender, recipients: recipients, bytes: text, user: user)
        switch fault(.textEnd) {
        case .refuseData(let code): reply("\(code) \(code / 100).6.0 Message refused")
        case .dropAfterEnd:
            outputs.append(.mail(mail))
            close()
        default:
            outputs.append(.mail(mail))
            reply("250 2.0.0 Queued")
        }
    }

    private mutating func resetMail() {
        sender = nil
        recipients = []
        text = []
    }

    private mutating func reply(_ text: String) { outputs.append(.reply(text)) }

    private mutating func close() {
        phase = .closed
        outputs.append(.close)
    }

    private func path(_ rest: String, after word: String) -> String? {
        guard rest.uppercased().hasPrefix(word) else { return nil }
        let argument = rest.dropFirst(word.count).drop { $0 == " " }
        guard argument.first == "<", let end = argument.firstIndex(of: ">") else { return nil }
        return String(argument.dropFirst()[..<end])
    }

    private func declaredSize(_ rest: String) -> Int? {
        rest.uppercased().split(separator: " ").first { $0.hasPrefix("SIZE=") }
            .flatMap { Int($0.dropFirst(5)) }
    }

    private func trimmed(_ line: [UInt8]) -> String {
        let end = line.lastIndex { $0 != 13 && $0 != 10 && $0 != 32 }.map { $0 + 1 } ?? 0
        return String(decoding: line[..<end], as: UTF8.self)
    }
}

extension SmtpDialogue {
    private mutating func authenticate(_ rest: String) {
        guard user == nil else { return reply("503 5.5.1 Already authenticated") }
        let words = rest.split(separator: " ")
        switch words.first?.uppercased() {
        case "PLAIN":
            guard words.count > 1 else {
                phase = .plainAnswer
                return reply("334 ")
            }
            finishPlain(String(words[1]))
        case "LOGIN":
            if words.count > 1, let user = decoded(String(words[1])) {
                phase = .passwordAnswer(user: user)
                return reply("334 UGFzc3dvcmQ6")
            }
            phase = .userAnswer
            reply("334 VXNlcm5hbWU6")
        default: reply("504 5.5.4 Unknown mechanism")
        }
    }

    /// The answer of PLAIN: authorisation, user and password with zero bytes between (RFC 4616).
    private mutating func finishPlain(_ answer: String) {
        guard let data = Data(base64Encoded: answer) else {
            return loginFailed("501 5.5.2 Not base64")
        }
        let parts = data.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return loginFailed("501 5.5.2 Not three parts") }
        login(String(decoding: parts[1], as: UTF8.self), String(decoding: parts[2], as: UTF8.self))
    }

    private mutating func login(_ name: String, _ password: String) {
        let isKnown = settings.users.isEmpty || settings.users[name] == password
        guard fault(.login) == nil, isKnown else {
            return loginFailed("535 5.7.8 Authentication failed")
        }
        phase = .command
        user = name
        reply("235 2.7.0 Welcome")
    }

    private mutating func loginFailed(_ text: String) {
        phase = .command
        reply(text)
    }

    private func decoded(_ answer: String) -> String? {
        Data(base64Encoded: answer).map { String(decoding: $0, as: UTF8.self) }
    }
}
