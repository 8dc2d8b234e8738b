import SwiftExtensions

extension OutgoingMail {
    /// The mail as bytes (RFC 5322, MIME): CR LF line ends, 7 bit, no line above 998 characters.
    package func encoded() throws(OutgoingMailError) -> [UInt8] {
        try validate()
        var writer = MailWriter()
        writer.address("From", [from])
        writer.address("To", to)
        writer.unstructured("Subject", subject)
        writer.plain("Date", Self.dateField(date))
        writer.ids("Message-ID", [messageID])
        if let inReplyTo { writer.ids("In-Reply-To", [inReplyTo]) }
        writer.ids("References", thread)
        writer.plain("MIME-Version", "1.0")
        if attachments.isEmpty {
            writer.text(text)
        } else {
            writer.parts(text: text, attachments: attachments, boundary: boundary)
        }
        return writer.bytes
    }

    /// The first reference and the last twenty: enough for every reader, and never a huge header.
    private var thread: [String] {
        let all = references.isEmpty ? [inReplyTo].compactMap(\.self) : references
        return all.count <= 21 ? all : [all[0]] + all.suffix(20)
    }

    /// Never found in a part: both transfer encodings write `=` only before two hex digits, a line
    /// end, or at the end of base64, and none of them writes `_` behind it.
    private var boundary: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
        for byte in messageID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "=_desk_" + String(hash, radix: 36)
    }

    private static func dateField(_ date: Timestamp) -> String {
        let time = CivilTime(date)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[time.weekday]), \(time.day) \(months[time.month - 1]) \(time.year) "
            + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0000"
    }

    private func validate() throws(OutgoingMailError) {
        guard !to.isEmpty else { throw .noRecipient }
        try Self.check(from, .from)
        for address in to { try Self.check(address, .to) }
        try Self.checkLine(subject, .subject)
        guard text.unicodeScalars.allSatisfy({ Self.isText($0) }) else {
            throw .controlCharacter(.text)
        }
        try Self.checkID(messageID, .messageID)
        if let inReplyTo { try Self.checkID(inReplyTo, .inReplyTo) }
        for id in references { try Self.checkID(id, .references) }
        for attachment in attachments { try Self.checkLine(attachment.name, .attachment) }
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F: false
        default: true
        }
    }

    private static func checkLine(
        _ text: String, _ field: OutgoingMailError.Field
    ) throws(OutgoingMailError) {
        let isClean = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x2028
                && $0.value != 0x2029
        }
        guard isClean else { throw .controlCharacter(field) }
    }

    private static func check(
        _ address: MailAddress, _ field: OutgoingMailError.Field
    ) throws(OutgoingMailError) {
        try checkLine(address.name, field)
        try checkLine(address.address, field)
        guard SpeakableAddress.isValid(address.address) else { throw .badAddress(field) }
    }

    private static func checkID(
        _ id: String, _ field: OutgoingMailError.Field
    ) throws(OutgoingMailError) {
        try checkLine(id, field)
        guard speakableID(id) != nil else { throw .badMessageID(field) }
    }

    /// The id when it can stand in a header, nil for what a stranger's mail may hold instead.
    /// RFC 5322 lets an id hold printable ASCII with one `@`; ids of strangers often lack it.
    package static func speakableID(_ id: String) -> String? {
        let isValid =
            (1...900).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
            }
        return isValid ? id : nil
    }
}

/// Addresses that can stand in a protocol line as they are: ASCII, one domain, nothing quoted.
enum SpeakableAddress {
    static func isValid(_ address: String) -> Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        guard parts[0].utf8.count <= 128, address.utf8.count <= 254 else { return false }
        return parts[0].utf8.allSatisfy(isAtom) && parts[1].utf8.allSatisfy(isHost)
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isHost(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isHost(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
}
