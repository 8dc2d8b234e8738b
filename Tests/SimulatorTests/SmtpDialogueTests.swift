import Testing

@testable import Simulator

/// The dialogue without a socket: however the bytes are cut, the answers are the same.
@Suite struct SmtpDialogueTests {
    private static let session = """
        EHLO desk.example\r
        MAIL FROM:<a@b.example>\r
        RCPT TO:<c@d.example>\r
        DATA\r
        Subject: x\r
        \r
        ..a\r
        .\r
        QUIT\r

        """

    private func outputs(_ pieces: [ArraySlice<UInt8>]) -> [SmtpDialogue.Output] {
        var dialogue = SmtpDialogue(settings: MailSinkSettings()) { _ in nil }
        for piece in pieces { dialogue.receive(piece) }
        return dialogue.takeOutputs()
    }

    @Test func cutsDoNotMatter() {
        let bytes = Array(Self.session.utf8)
        let whole = outputs([bytes[...]])
        #expect(whole.contains(.close))
        for cut in bytes.indices {
            #expect(outputs([bytes[..<cut], bytes[cut...]]) == whole)
        }
    }

    @Test func endlessLinesEndTheConnection() {
        let outputs = outputs([ArraySlice(repeating: 65, count: 100_000)])
        #expect(outputs.last == .close)
    }
}
