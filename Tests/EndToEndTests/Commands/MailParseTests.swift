import Testing

extension DeskScenarios {
    /// `deskhand mail parse --json`: one line a file, whatever is in it.
    @Suite struct MailParseTests {
        private static let keys: Set = [
            "file", "kind", "marketplace", "order_id", "asin", "buyer_name", "relay_address",
            "lang", "body", "attachments", "category", "thread_key", "message_key", "warnings",
        ]

        @Test func aRelayMailIsUnderstood() async throws {
            let desk = try TestDesk(.onMaildir)
            let letter = BuyerLetter()
            let file = try desk.folder.write(letter.bytes, to: "letter.eml")
            let result = try await desk.run(["mail", "parse", "--json", file])
            #expect(result.code == 0)
            let report = try result.json()
            #expect(report.keys == Self.keys)
            #expect(report["file"].text == file)
            #expect(report["kind"].text == "buyer-message")
            #expect(report["marketplace"].text == "DE")
            #expect(report["order_id"].text == letter.order)
            #expect(report["asin"].text == "B0TEST0001")
            #expect(report["buyer_name"].text == letter.name)
            #expect(report["relay_address"].text == letter.address)
            #expect(report["lang"].text == "de")
            #expect(report["body"].text == letter.text)
            #expect(report["category"].text == "where-is-my-order")
            #expect(report["thread_key"].text == letter.thread)
            #expect(report["message_key"].text == letter.token)
        }

        @Test(arguments: HostileMails.all.map(\.what) + ["nothing at all", "noise"])
        func whateverComesGivesOneLine(what: String) async throws {
            let noise = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31) }
            let bytes =
                HostileMails.all.first { $0.what == what }?.bytes ?? (what == "noise" ? noise : [])
            let desk = try TestDesk(.onMaildir)
            let file = try desk.folder.write(bytes, to: "mail.eml")
            let result = try await desk.run(["mail", "parse", "--json", file])
            #expect(result.code == 0, "\(result.errors)")
            let report = try result.json()
            #expect(report.keys == Self.keys)
            #expect(report["message_key"].text?.isEmpty == false)
            // JSON escapes the controls; here it is enough that none stands in the line itself.
            #expect(!result.output.contains { $0 < 0x20 && $0 != 0x0A })
        }

        @Test func aMissingFileIsNamedAndTheOthersAreRead() async throws {
            let desk = try TestDesk(.onMaildir)
            let file = try desk.folder.write(BuyerLetter().bytes, to: "letter.eml")
            let result = try await desk.run(["mail", "parse", "--json", "/nonexistent.eml", file])
            #expect(result.code == 2)
            #expect(result.errors.contains("/nonexistent.eml: cannot be read"))
            #expect(try result.json()["file"].text == file)
        }

        @Test func withoutAFileItIsAUsageError() async throws {
            let result = try await TestDesk(.onMaildir).run(["mail", "parse", "--json"])
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
        }
    }
}
