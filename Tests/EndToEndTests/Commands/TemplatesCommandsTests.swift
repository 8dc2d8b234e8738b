import Foundation
import MailKit
import Testing

extension DeskScenarios {
    /// Templates, macros and own words by the command line, from the first version to a use.
    @Suite struct TemplatesCommandsTests {
        private func run(_ desk: TestDesk, _ arguments: String..., as user: String = "boss")
            async throws -> CommandResult
        {
            try await desk.run(
                arguments + ["--socket", desk.socket, "--as-user", user, "--lang", "en"])
        }

        private static let file = """
            language = "de"

            [[template]]
            key = "spaet.de"
            title = "Paket \\"verspätet\\""
            category = "where-is-my-order"
            marketplaces = ["DE"]
            body = \"\"\"
            {{buyer.greeting}}

            Ihr Paket zu {{order.id}} ist unterwegs.{{#if shipment.tracking}}
            Nummer: {{shipment.tracking}}{{/if}}

            {{agent.alias}}\"\"\"

            """

        @Test func aTemplateIsWrittenApprovedUsedAndTakenOut() async throws {
            let desk = try TestDesk(.onMaildir)
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            try await desk.start()
            try await desk.waitForTickets(1)
            let hired = try await run(
                desk, "people", "add", "sue", "--name", "Sue", "--role", "supervisor",
                "--all-stores")
            #expect(hired.code == 0, "\(hired.errors)")
            let folder = desk.folder.path
            try Self.file.write(toFile: "\(folder)/one.toml", atomically: true, encoding: .utf8)
            try await write(desk, folder)
            try await roundTrip(desk, folder)
            try await use(desk)
            try await desk.stop()
        }

        private func write(_ desk: TestDesk, _ folder: String) async throws {
            let dry = try await run(
                desk, "templates", "save", "\(folder)/one.toml", "--dry-run", as: "sue")
            #expect(dry.code == 0, "\(dry.errors)")
            #expect(try await run(desk, "templates", "--json").json().list.isEmpty)
            let unused = try await run(desk, "templates", "stats")
            #expect(unused.text.contains("No template has been used in these days."))
            let saved = try await run(
                desk, "templates", "save", "\(folder)/one.toml", "--json", as: "sue")
            #expect(try saved.json().list.first?["outcome"].text == "saved")
            let diff = try await run(desk, "templates", "show", "spaet.de", "--diff")
            #expect(diff.text.contains("+ Marketplaces: DE"))
            #expect(diff.text.contains("+ Kind of question: where is my order"))
            let own = try await run(
                desk, "templates", "approve", "spaet.de", "--version", "1", as: "sue")
            #expect(own.code == 4 && own.errors.contains("cannot approve it"))
            // Nobody approves what they do not name.
            #expect(try await run(desk, "templates", "approve", "spaet.de").code == 2)
            let approved = try await run(
                desk, "templates", "approve", "spaet.de", "--version", "1", "--json")
            #expect(try approved.json()["offered"]["number"].number == 1)
            let cared = try await run(
                desk, "templates", "care", "spaet.de", "--review-days", "30", "--reviewed",
                as: "sue")
            #expect(cared.code == 0, "\(cared.errors)")
            let history = try await run(desk, "templates", "show", "spaet.de")
            #expect(history.text.contains("Sue  looked at every 30 days, not 90"))
            #expect(history.text.contains("Sue  v1 looked at: still right"))
            try Self.file.replacing("Ihr Paket", with: "Schreiben Sie an a@b.example. Ihr Paket")
                .write(toFile: "\(folder)/bad.toml", atomically: true, encoding: .utf8)
            let bad = try await run(
                desk, "templates", "save", "\(folder)/bad.toml", as: "sue")
            #expect(bad.code == 1 && bad.text.contains("CON-01"))
            try Self.file.replacing("agent.alias", with: "agent.shoe")
                .write(toFile: "\(folder)/bad.toml", atomically: true, encoding: .utf8)
            #expect(
                try await run(desk, "templates", "save", "\(folder)/bad.toml", as: "sue").code == 2)
            let good = Self.file.replacing("spaet.de", with: "gut.de")
                .replacing("language = \"de\"\n\n", with: "")
                .replacing("title =", with: "language = \"de\"\ntitle =")
            try
                (good.replacing("gut.de", with: "arg.de").replacing("[\"DE\"]", with: "[\"ZZ\"]")
                + good).write(toFile: "\(folder)/two.toml", atomically: true, encoding: .utf8)
            let two = try await run(
                desk, "templates", "save", "\(folder)/two.toml", "--dry-run", as: "sue")
            #expect(two.code == 2 && two.text.contains("there is no marketplace ZZ"))
            #expect(two.text.contains("gut.de  version 1 waits"))
        }

        /// What is exported and imported says the same.
        private func roundTrip(_ desk: TestDesk, _ folder: String) async throws {
            let exported = try await run(desk, "templates", "export", "\(folder)/out")
            #expect(exported.code == 0, "\(exported.errors)")
            let again = try await run(
                desk, "templates", "import", "\(folder)/out", "--json", as: "sue")
            #expect(try again.json().list.map { $0["outcome"].text } == ["unchanged"])
            #expect(try await run(desk, "templates", "lint").code == 0)
        }

        private func use(_ desk: TestDesk) async throws {
            let preview = try await run(desk, "templates", "preview", "spaet.de", "--ticket", "1")
            #expect(preview.code == 0 && preview.text.contains("ist unterwegs."))
            let snippet = try await run(desk, "snippets", "save", ";mfg", "Freundliche Grüße")
            #expect(snippet.code == 0, "\(snippet.errors)")
            #expect(try await run(desk, "snippets").text.contains("Freundliche Grüße"))
            let macro = try await run(
                desk, "macros", "save", "late", "--title", "Late", "--act", "template spaet.de",
                "--act", "priority high", "--act", "then resolved", as: "sue")
            #expect(macro.code == 0, "\(macro.errors)")
            #expect(try await run(desk, "macros", "approve", "late", "1").code == 0)
            let dry = try await run(desk, "macros", "run", "late", "--ticket", "1", "--dry-run")
            #expect(dry.code == 0 && dry.text.contains("ist unterwegs."))
            let done = try await run(
                desk, "macros", "run", "late", "--ticket", "1", "--json")
            #expect(try done.json()["isDone"].flag == true)
            let ticket = try await run(desk, "ticket", "show", "1", "--json")
            #expect(ticket.text.contains("\"high\""))
            let macros = desk.folder.path + "/macros.toml"
            #expect(try await run(desk, "macros", "export", macros).code == 0)
            let kept = try String(contentsOfFile: macros, encoding: .utf8)
            #expect(kept.contains("\"template spaet.de\", \"priority high\", \"then resolved\""))
            try
                (kept + "\n[[macro]]\nname = \"no\"\ntitle = \"No\"\nacts = [\"template none\"]\n"
                + "\n[[macro]]\nname = \"odd\"\ntitle = \"Odd\"\nacts = [\"dance\"]\n")
                .write(toFile: macros, atomically: true, encoding: .utf8)
            let again = try await run(desk, "macros", "import", macros, "--json", as: "sue")
            #expect(again.code == 2)
            #expect(
                try again.json().list.map { $0["outcome"].text } == [
                    "unchanged", "invalid", "invalid",
                ])
            let none = try await run(desk, "templates", "list", "--search", "dragon")
            #expect(none.code == 0 && !none.text.contains("spaet.de"), "\(none.text)")
            let found = try await run(desk, "templates", "list", "--search", "SPAET")
            #expect(found.text.contains("spaet.de"), "\(found.text)")
            let stats = try await run(desk, "templates", "stats", "--json").json()
            #expect(stats["figures"].list.first?["inserted"].number == 1)
            let gone = try await run(
                desk, "templates", "retire", "spaet.de", "--reason", "old", as: "sue")
            #expect(gone.code == 0, "\(gone.errors)")
            let refused = try await run(desk, "macros", "run", "late", "--ticket", "1")
            #expect(refused.code == 4 && refused.text.contains("There is no such template."))
        }
    }
}
