import MailHost
import MailKit
import SwiftExtensions
import Testing

/// How the end of a connection in the middle of an answer is told from an answer nobody can read.
struct ImapHangUpTests {
    private func failure(after answer: String, staysOpen: Bool) throws -> ImapError? {
        let server = try ScriptedServer { connection in
            connection.say("* OK [CAPABILITY IMAP4rev1] ready")
            _ = connection.line()
            connection.say(answer)
            if staysOpen { _ = connection.line() }
        }
        let session = ImapSession(
            server: MailServer(host: "127.0.0.1", port: server.port, security: .plain),
            timeout: .seconds(20))
        try session.connect()
        do throws(ImapError) {
            try session.noop()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["* 3 EXI", "* BYE going down", ""])
    func anEndInMidAnswerIsANetworkMatter(answer: String) throws {
        #expect(try failure(after: answer, staysOpen: false)?.kind == .network)
    }

    @Test func wordsThatAreNotImapAreAProtocolMatter() throws {
        #expect(try failure(after: "220 not imap at all", staysOpen: true)?.kind == .protocolError)
    }
}
