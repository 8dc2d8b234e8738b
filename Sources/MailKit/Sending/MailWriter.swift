import Foundation

/// Writes header lines and parts. What it is given was checked: no value holds a control character.
struct MailWriter {
    private(set) var bytes: [UInt8] = []

    mutating func plain(_ name: String, _ value: String) {
        bytes.append(contentsOf: "\(name): \(value)\r\n".utf8)
    }

    /// Free text, in encoded words (RFC 2047) unless it is plain ASCII that no reader could take
    /// for one.
    mutating func unstructured(_ name: String, _ value: String) {
        let isPlain = value.utf8.allSatisfy { $0 < 0x7F } && !value.contains("=?")
        fold(name, isPlain ? Self.pieces(of: value) : EncodedWords.words(value))
    }

    mutating func address(_ name: String, _ list: [MailAddress]) {
        var words: [String] = []
        for (index, address) in list.enumerated() {
            words += Self.phrase(address.name)
            let end = index + 1 < list.count ? "," : ""
            words.append(
                address.name.isEmpty ? address.address + end : "<\(address.address)>" + end)
        }
        fold(name, words)
    }

    mutating func ids(_ name: String, _ ids: [String]) {
        if !ids.isEmpty { fold(name, ids.map { "<\($0)>" }) }
    }

    /// A plain text body with its own headers.
    mutating func text(_ text: String) {
        plain("Content-Type", "text/plain; charset=utf-8")
        let encoding = TextEncoding(text)
        plain("Content-Transfer-Encoding", encoding.name)
        bytes.append(contentsOf: "\r\n".utf8)
        bytes.append(contentsOf: encoding.encoded)
    }

    mutating func parts(text: String, attachments: [MailAttachment], boundary: String) {
        plain("Content-Type", "multipart/mixed;\r\n boundary=\"\(boundary)\"")
        bytes.append(contentsOf: "\r\n--\(boundary)\r\n".utf8)
        self.text(text)
        for attachment in attachments {
            bytes.append(contentsOf: "\r\n--\(boundary)\r\n".utf8)
            file(attachment)
        }
        bytes.append(contentsOf: "\r\n--\(boundary)--\r\n".utf8)
    }

    private mutating func file(_ attachment: MailAttachment) {
        plain("Content-Type", Self.safeType(attachment.mediaType))
        plain("Content-Transfer-Encoding", "base64")
        bytes.append(contentsOf: "Content-Disposition: attachment".utf8)
        let name = FileName.cleaned(attachment.name)
        if !name.isEmpty { bytes.append(contentsOf: FileNameParameter.lines(name).utf8) }
        bytes.append(contentsOf: "\r\n\r\n".utf8)
        bytes.append(contentsOf: TextEncoding.base64(attachment.bytes))
    }

    /// Lines of at most 78 characters where the words allow it (RFC 5322 2.1.1).
    private mutating func fold(_ name: String, _ words: [String]) {
        var line = "\(name):"
        for (index, word) in words.enumerated() {
            if index > 0, line.utf8.count + 1 + word.utf8.count > 78 {
                bytes.append(contentsOf: (line + "\r\n").utf8)
                line = ""
            }
            line += " " + word
        }
        bytes.append(contentsOf: (line + "\r\n").utf8)
    }

    /// Words at their spaces, several spaces kept; a word too long for a line is cut into encoded
    /// words, which readers join without a gap.
    private static func pieces(of value: String) -> [String] {
        let words = value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.allSatisfy({ $0.utf8.count < 900 && !$0.isEmpty }) else {
            return EncodedWords.words(value)
        }
        return words
    }

    private static func phrase(_ name: String) -> [String] {
        guard !name.isEmpty else { return [] }
        guard name.utf8.allSatisfy({ $0 < 0x7F }), name.utf8.count < 60, !name.contains("=?") else {
            return EncodedWords.words(name)
        }
        let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    private static func safeType(_ type: String) -> String {
        let isToken = type.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                || "-.+/_".utf8.contains(byte)
        }
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        let isValid =
            isToken && type.utf8.count < 100 && parts.count == 2
            && parts.allSatisfy { !$0.isEmpty } && parts[0] != "multipart" && parts[0] != "message"
        return isValid ? type : "application/octet-stream"
    }
}
