/// A mail as the sink took it.
package struct SunkMail: Sendable, Hashable {
    package var sender: String
    package var recipients: [String]
    /// The message with its dots unstuffed, as RFC 5321 section 4.5.2 asks.
    package var bytes: [UInt8]
}

/// What shall go wrong with the next mail.
package enum SinkFault: Sendable, Hashable {
    /// Answers RCPT with this code (5xx or 4xx).
    case refuseRecipient(code: Int)
    /// Answers the end of DATA with this code.
    case refuseMessage(code: Int)
    /// Closes the line after DATA was agreed on, before the end was seen.
    case dropBeforeDot
    /// Takes the mail and closes the line without saying so.
    case dropAfterDot
    /// Refuses any login.
    case refuseLogin
}

/// The server's side of one SMTP connection (RFC 5321), without a socket: bytes in, bytes out.
struct SmtpConversation {
    enum Output: Hashable {
        case say(String)
        case took(SunkMail)
        case close
    }

    private enum Phase { case command, loginUser, loginPassword, data }

    private static let longestLine = 64 << 10
    private let sizeLimit: Int
    private var phase = Phase.command
    private var buffer: [UInt8] = []
    private var sender: String?
    private var recipients: [String] = []
    private var message: [UInt8] = []
    private var fault: SinkFault?

    init(sizeLimit: Int, fault: SinkFault?) {
        self.sizeLimit = sizeLimit
        self.fault = fault
    }

    static let greeting = "220 sink.example ESMTP"

    mutating func receive(_ bytes: some Sequence<UInt8>) -> [Output] {
        var outputs: [Output] = []
        for byte in bytes {
            buffer.append(byte)
            if byte == UInt8(ascii: "\n") {
                let line = takeLine()
                outputs += phase == .data ? dataLine(line) : commandLine(line)
                if outputs.last == .close { return outputs }
            } else if buffer.count > Self.longestLine {
                return outputs + [.say("500 line too long"), .close]
            }
        }
        return outputs
    }

    private mutating func takeLine() -> [UInt8] {
        var line = buffer
        buffer.removeAll(keepingCapacity: true)
        line.removeLast()
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }

    private mutating func commandLine(_ bytes: [UInt8]) -> [Output] {
        let line = String(decoding: bytes, as: UTF8.self)
        switch phase {
        case .loginUser:
            phase = .loginPassword
            return [.say("334 UGFzc3dvcmQ6")]
        case .loginPassword:
            phase = .command
            return [loginAnswer]
        case .command, .data: break
        }
        let verb = line.prefix { $0 != " " }.uppercased()
        switch verb {
        case "EHLO":
            return [.say("250-sink.example\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE \(sizeLimit)")]
        case "HELO": return [.say("250 sink.example")]
        case "AUTH": return login(line)
        case "MAIL": return mail(line)
        case "RCPT": return recipient(line)
        case "DATA": return data()
        case "RSET":
            reset()
            return [.say("250 reset")]
        case "NOOP": return [.say("250 fine")]
        case "QUIT": return [.say("221 bye"), .close]
        default: return [.say("500 unknown command")]
        }
    }

    private mutating func login(_ line: String) -> [Output] {
        let words = line.split(separator: " ")
        guard words.count >= 2 else { return [.say("501 which mechanism?")] }
        switch words[1].uppercased() {
        case "PLAIN":
            if words.count == 2 {
                phase = .loginPassword
                return [.say("334 ")]
            }
            return [loginAnswer]
        case "LOGIN":
            phase = .loginUser
            return [.say("334 VXNlcm5hbWU6")]
        default: return [.say("504 unknown mechanism")]
        }
    }

    private var loginAnswer: Output {
        fault == .refuseLogin
            ? .say("535 5.7.8 authentication failed") : .say("235 2.7.0 welcome")
    }

    private mutating func mail(_ line: String) -> [Output] {
        guard let address = Self.address(in: line) else { return [.say("501 bad sender")] }
        reset()
        sender = address
        return [.say("250 2.1.0 sender ok")]
    }

    private mutating func recipient(_ line: String) -> [Output] {
        guard sender != nil else { return [.say("503 MAIL first")] }
        guard let address = Self.address(in: line), !address.isEmpty else {
            return [.say("501 bad recipient")]
        }
        if case .refuseRecipient(let code) = fault {
            return [.say("\(code) \(code / 100).1.1 recipient refused")]
        }
        recipients.append(address)
        return [.say("250 2.1.5 recipient ok")]
    }

    private mutating func data() -> [Output] {
        guard !recipients.isEmpty else { return [.say("503 RCPT first")] }
        phase = .data
        message = []
        return [.say("354 go ahead")]
    }

    private mutating func dataLine(_ line: [UInt8]) -> [Output] {
        if fault == .dropBeforeDot { return [.close] }
        guard line != [UInt8(ascii: ".")] else { return endOfData() }
        guard message.count + line.count <= sizeLimit else {
            reset()
            phase = .command
            return [.say("552 5.3.4 message too large"), .close]
        }
        message += line.first == UInt8(ascii: ".") ? line.dropFirst() : line[...]
        message += [13, 10]
        return []
    }

    private mutating func endOfData() -> [Output] {
        phase = .command
        if case .refuseMessage(let code) = fault {
            reset()
            return [.say("\(code) \(code / 100).6.0 message refused")]
        }
        let mail = SunkMail(sender: sender ?? "", recipients: recipients, bytes: message)
        reset()
        return fault == .dropAfterDot
            ? [.took(mail), .close] : [.took(mail), .say("250 2.0.0 taken")]
    }

    private mutating func reset() {
        sender = nil
        recipients = []
        message = []
    }

    private static func address(in line: String) -> String? {
        guard let open = line.firstIndex(of: "<"),
            let close = line[open...].firstIndex(of: ">")
        else { return nil }
        return String(line[line.index(after: open)..<close])
    }
}
