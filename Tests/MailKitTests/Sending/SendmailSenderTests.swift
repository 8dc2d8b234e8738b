import Foundation
import MailKit
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SendmailSenderTests {
    private let envelope = MailEnvelope(from: "desk@shop.example", recipients: ["buyer@x.example"])

    /// A script in a temporary folder; `$OUT` in it is a file beside it.
    private func script(_ body: String) throws -> (command: String, output: URL) {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = folder.appending(path: "out")
        let file = folder.appending(path: "a mailer")
        try "#!/bin/sh\nOUT='\(output.path)'\n\(body)\n".write(
            to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return ("'\(file.path)'", output)
    }

    private func run(_ command: String, timeout: Duration = .seconds(30), size: Int = 10)
        async throws
        -> SendResult
    {
        let message = mail("To: buyer@x.example\n\n") + [UInt8](repeating: 0x61, count: size)
        return await (try SendmailSender(command: command, timeout: timeout))
            .send(message, envelope: envelope)
    }

    @Test func handsOverTheMailOnInputOnly() async throws {
        let (command, output) = try script("printf '%s\\n' \"$@\" > \"$OUT\"; cat >> \"$OUT\"")
        let result = try await run(command + " -t -f %f 'two words'", size: 300_000)
        #expect(result == .accepted(ServerReply(code: 0, text: "")))
        let text = try String(contentsOf: output, encoding: .utf8)
        #expect(text.hasPrefix("-t\n-f\ndesk@shop.example\ntwo words\nTo: buyer@x.example\n\naaa"))
        #expect(text.utf8.count > 300_000)
        #expect(!text.contains("\r"))
    }

    @Test(arguments: [
        // Sendmail's own word for a mail that waits in its queue; it may arrive any time.
        ("cat > \"$OUT\"; exit 75", SendResult.unknown(.commandEnded)),
        (
            "echo 'no buyer@x.example here' >&2; exit 67",
            .rejectedPermanent(ServerReply(code: 67, text: "no recipient here "))
        ),
        ("kill -9 $$", .unknown(.commandEnded)),
        ("exit 0", .accepted(ServerReply(code: 0, text: ""))),
    ])
    func readsTheEnd(body: String, expected: SendResult) async throws {
        #expect(try await run(try script(body).command, size: 300_000) == expected)
    }

    @Test func aCommandThatQueuesNothingMayBeAskedAgain() async throws {
        let (command, _) = try script("echo 'try later' >&2; exit 75")
        let sender = try SendmailSender(command: command, temporaryFailure: .refused)
        let result = await sender.send(mail("To: buyer@x.example\n\n"), envelope: envelope)
        #expect(result == .rejectedTransient(ServerReply(code: 75, text: "try later ")))
    }

    @Test func endsACommandThatHangs() async throws {
        let (command, _) = try script("exec sleep 600")
        #expect(try await run(command, timeout: .milliseconds(200)) == .unknown(.commandEnded))
    }

    @Test func saysWhenThereIsNoCommand() async throws {
        let result = try await run("/nonexistent/sendmail -t")
        guard case .notSent(.impossible) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test(arguments: [
        ("", CommandLineError.empty), ("sendmail -t", .notAbsolute), ("/a 'b", .unbalancedQuote),
        ("/a b\\", .unbalancedQuote), ("/a\nb", .controlCharacter),
    ])
    func refusesBadCommands(command: String, error: CommandLineError) {
        #expect(throws: error) { try SendmailSender(command: command) }
    }

    @Test func inheritsNoSecrets() async throws {
        let (command, output) = try script(
            "env > \"$OUT\"; ls /proc/self/fd >> \"$OUT\"; cat > /dev/null")
        _ = try await run(command)
        let text = try String(contentsOf: output, encoding: .utf8)
        #expect(!text.contains("HOME="))
        #expect(text.split(separator: "\n").filter { Int($0) != nil }.count <= 5)
    }
}
