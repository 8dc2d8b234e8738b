import Testing

extension DeskScenarios {
    /// The tour without a screen.
    @Suite struct DemoTests {
        @Test func theTourSumsUpWhatHappened() async throws {
            let desk = try TestDesk(.onMaildir)
            let result = try await desk.run(["demo", "--headless", "--for", "5"])
            #expect(result.code == 0, "\(result.errors)")
            let summary = try result.json()
            let promised: Set = [
                "messages_in", "tickets", "replies_sent", "debts", "orders", "errors",
            ]
            #expect(summary.keys.isSuperset(of: promised))
            #expect(summary["messages_in"].number ?? 0 > 0)
            #expect(summary["tickets"].number ?? 0 > 0)
            #expect(summary["errors"].number == 0)
            #expect(summary["debts"]["owed"].number ?? 0 > 0)
            // The two look-alikes of the sample mails; Amazon's own notices are vouched for.
            #expect(summary["mails"]["quarantined"].number == 2)
        }

        @Test func nonsenseIsAUsageError() async throws {
            let desk = try TestDesk(.onMaildir)
            let result = try await desk.run(["demo", "--headless", "--for", "soon"])
            #expect(result.code == 2)
            #expect(result.output.isEmpty)
        }
    }
}
