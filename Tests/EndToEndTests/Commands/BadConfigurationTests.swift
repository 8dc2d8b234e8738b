import Foundation
import Testing

extension DeskScenarios {
    /// A configuration that cannot be right stops every command with file, line and key.
    @Suite struct BadConfigurationTests {
        private static let core = "[core]\ndata = \"data\"\nsocket = \"core.sock\"\n"
        private static let mailbox =
            "[[mailbox]]\nname = \"desk\"\nuser = \"desk\"\npassword_file = \"desk.secret\"\n"

        @Test(arguments: [
            (core + "data_folder = \"x\"\n", 4, "core.data_folder: unknown-key"),
            (core + "undo_seconds = \"ten\"\n", 4, "core.undo_seconds: wrong-type"),
            (core + "undo_seconds = 600\n", 4, "core.undo_seconds: bad-value"),
            (core + "time_zone = \"Mars/Base\"\n", 4, "core.time_zone: bad-value"),
            (core + "admins = [\n", 4, ": syntax"),
            ("[core]\nsocket = \"core.sock\"\n", 1, "core.data: missing-key"),
            (
                core + mailbox + "imap = \"imap://mail.example.com\"\n", 8,
                "mailbox[0].imap: insecure-endpoint"
            ),
            (core + mailbox + "imap = \"mail.example.com\"\n", 8, "mailbox[0].imap: bad-value"),
        ])
        func theFaultIsNamed(text: String, line: Int, words: String) async throws {
            let desk = try TestDesk(.onMaildir)
            let file = try desk.folder.write(text, to: "bad.toml")
            for command in [["serve"], ["sync", "--once"], ["ticket", "list"]] {
                let result = try await desk.run(command + ["--config", file])
                #expect(result.code == 2)
                #expect(result.output.isEmpty)
                #expect(result.errors.hasPrefix("\(file):\(line): "), "\(result.errors)")
                #expect(result.errors.contains(words), "\(result.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: "\(desk.folder.path)/data"))
        }

        @Test func allFaultsAreNamedAtOnce() async throws {
            let desk = try TestDesk(.onMaildir)
            let file = try desk.folder.write(
                Self.core + "oops = 1\nundo_seconds = true\n", to: "bad.toml")
            let result = try await desk.run(["serve", "--config", file])
            #expect(result.code == 2)
            #expect(result.errors.split(separator: "\n").count == 2)
            #expect(result.errors.contains(":4: core.oops: unknown-key"))
            #expect(result.errors.contains(":5: core.undo_seconds: wrong-type"))
        }

        @Test func secretsMustBeThereAndPrivate() async throws {
            let desk = try TestDesk(.onMaildir)
            let text = Self.core + Self.mailbox + "imap = \"imap://127.0.0.1:1\"\n"
            let file = try desk.folder.write(text, to: "bad.toml")
            let secret = "\(desk.folder.path)/desk.secret"
            #expect(chmod(secret, 0o644) == 0)
            let exposed = try await desk.run(["serve", "--config", file])
            #expect(exposed.code == 2)
            #expect(exposed.errors.contains(":7: mailbox[0].password_file: secret-exposed"))
            #expect(!exposed.errors.contains("desk-secret"), "the secret itself is not told")
            #expect(unlink(secret) == 0)
            let missing = try await desk.run(["serve", "--config", file])
            #expect(missing.code == 2)
            #expect(missing.errors.contains(":7: mailbox[0].password_file: secret-missing"))
        }

        @Test func aFileThatIsNotThereIsNamed() async throws {
            let desk = try TestDesk(.onMaildir)
            for command in [["serve"], ["ticket", "list"], ["export", "orders"]] {
                let result = try await desk.run(command + ["--config", "/nonexistent.toml"])
                #expect(result.code == 2)
                #expect(result.errors.contains("/nonexistent.toml"))
            }
        }
    }
}
