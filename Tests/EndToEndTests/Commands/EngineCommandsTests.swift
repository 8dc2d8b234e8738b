import MailHost
import MailKit
import Simulator
import Testing

extension DeskScenarios {
    /// What scripts and people see of the sync engine, by the commands.
    @Suite struct EngineCommandsTests {
        private func desk(_ shop: PretendShop) throws -> TestDesk {
            var plan = DeskPlan.onMaildir
            plan.amazonPort = shop.port
            return try TestDesk(plan)
        }

        @Test func aStoppedStoreIsShownWithItsRemedyInBothLanguages() async throws {
            let shop = try await PretendShop.open()
            shop.amazon.revoke(refreshToken: PretendShop.refreshToken("nova-eu"))
            let desk = try desk(shop)
            try await desk.start()
            try await eventually("the lane is stopped", within: .seconds(60)) {
                let lanes = try await desk.client("sync", "status", "--json").json()["lanes"].list
                return lanes.contains { $0["state"].text == "parked" }
            }
            let status = try await desk.client("sync", "status", "--json")
            #expect(status.code == 1, "somebody is needed")
            let document = try status.json()
            #expect(document["ok"].flag == false)
            #expect(
                document.keys == ["lanes", "budgets", "counts", "ok"])
            let lane = try #require(
                document["lanes"].list.first { $0["kind"].text == "orders" })
            #expect(
                lane.keys == [
                    "store", "kind", "state", "last_success", "last_attempt", "seen_through",
                    "lag_seconds", "queue", "next_run", "failures", "error", "blind", "backfill",
                    "topics",
                ])
            #expect(lane["error"]["class"].text == "authorisation-expired")
            #expect(lane["next_run"].isNull)
            let english = try await desk.client("sync", "status", "--lang", "en")
            #expect(english.code == 1)
            #expect(
                english.text.contains("An owner authorises again: deskhand setup renew STORE."))
            let chinese = try await desk.client("sync", "status", "--lang", "zh-Hans")
            #expect(chinese.text.contains("授权已被撤销，或已超过一年。"))
            #expect(chinese.text.contains("已停"))
            try await desk.stop()
            await shop.close()
        }

        @Test func whatWasAskedStandsInTheLog() async throws {
            let shop = try await PretendShop.open()
            for _ in 0..<3 {
                shop.amazon.schedule(ScheduledFault(.status(503), on: "searchOrders"))
            }
            let desk = try desk(shop)
            try await desk.start()
            // The log is written behind the calls.
            try await eventually("the log has the refusal", within: .seconds(60)) {
                try await !desk.client("sync", "log", "--failed", "--json").jsonLines().isEmpty
            }
            let failed = try await desk.client("sync", "log", "--failed", "--json").jsonLines()
            let entry = try #require(failed.first)
            #expect(
                entry.keys == [
                    "id", "at", "store", "op", "status", "class", "duration_ms", "request_id",
                    "bytes", "attempt", "message",
                ])
            #expect(failed.allSatisfy { $0["class"].text != nil })
            let other = try await desk.client("sync", "log", "--class", "bug", "--json")
            #expect(other.code == 0)
            #expect(try other.jsonLines().isEmpty)
            let text = try await desk.client("sync", "log", "--limit", "5", "--lang", "en")
            #expect(text.text.contains("request id"))
            #expect(!text.text.contains(PretendShop.refreshToken("nova-eu")))
            try await desk.stop()
            await shop.close()
        }

        @Test func aRecordThatCannotBeReadIsKeptAndReadAgain() async throws {
            let shop = try await PretendShop.open()
            let order = BuyerLetter.series(1).order
            shop.place(order)
            for _ in 0..<50 {
                shop.amazon.schedule(
                    ScheduledFault(.renamedField("createdTime", to: "creationTime")))
            }
            let desk = try desk(shop)
            try await desk.start()
            try await eventually("the record is set aside", within: .seconds(60)) {
                try await !desk.client("drift", "list", "--json").jsonLines().isEmpty
            }
            let record = try #require(
                try await desk.client("drift", "list", "--json").jsonLines().first)
            #expect(record["store"].text == "nova-eu")
            let number = try #require(record["drift"].number)
            let shown = try await desk.client("drift", "show", "\(number)", "--json").json()
            #expect(shown["raw"].text?.contains("creationTime") == true)
            let verdicts = shown["fields"].list.filter { $0["verdict"].text == "missing" }
            #expect(verdicts.contains { $0["path"].text?.contains("createdTime") == true })
            let again = try await desk.client("drift", "rerun", "\(number)", "--json")
            #expect(again.code == 1, "its bytes have not changed")
            #expect(try again.json()["tried"].number == 1)
            let table = try await desk.client("drift", "list", "--lang", "en")
            #expect(table.text.contains("update Deskhand"))
            try await desk.stop()
            await shop.close()
        }

        @Test func aHeldMailIsShownAndTakenIn() async throws {
            let desk = try TestDesk(.onMaildir)
            let letter = BuyerLetter.series(1)
            let forged = letter.mail(
                type: "text/plain; charset=utf-8",
                extra: [
                    "Authentication-Results: mx.desk.example; "
                        + "spf=fail smtp.mailfrom=amazon.de; dkim=none"
                ],
                body: Array("Wo ist mein Paket?\u{1B}[2J".utf8))
            _ = try desk.maildir.deliver(forged)
            try await desk.start()
            try await eventually("the mail is held", within: .seconds(60)) {
                try await !desk.client("quarantine", "list", "--json").jsonLines().isEmpty
            }
            let mail = try #require(
                try await desk.client("quarantine", "list", "--json").jsonLines().first)
            #expect(mail["reasons"].list.map(\.text) == ["spf-failed"])
            let number = try #require(mail["mail"].number)
            let shown = try await desk.client("quarantine", "show", "\(number)")
            #expect(shown.text.contains("Wo ist mein Paket?"))
            #expect(!shown.text.contains("\u{1B}"))
            let unfounded = try await desk.client("quarantine", "release", "\(number)")
            #expect(unfounded.code == 2, "a reason is needed")
            let released = try await desk.client(
                "quarantine", "release", "\(number)", "--reason", "our forwarder", "--json")
            #expect(released.code == 0, "\(released.errors)")
            let ticket = try #require(try released.json()["ticket"].number)
            #expect(try await desk.ticket(ticket)["owed"].number == 1)
            let twice = try await desk.client(
                "quarantine", "release", "\(number)", "--reason", "again", "--lang", "en")
            #expect(twice.code == 1)
            #expect(twice.errors.contains("Somebody has released this mail already."))
            try await desk.stop()
        }

        @Test func rightsAndUsageHaveTheirExitCodes() async throws {
            let desk = try TestDesk(.onMaildir)
            let unreachable = try await desk.client("jobs", "list", "--json")
            #expect(unreachable.code == 3)
            try await desk.start()
            let added = try await desk.client(
                "people", "add", "anna", "--role", "agent", "--store", "nova-eu")
            #expect(added.code == 0, "\(added.errors)")
            #expect(try await desk.client("jobs", "list", "--json", as: "anna").code == 0)
            #expect(try await desk.client("sync", "status", as: "anna").text.contains("nova-eu"))
            #expect(try await desk.client("jobs", "retry", "1", as: "anna").code == 4)
            #expect(try await desk.client("drift", "rerun", as: "anna").code == 4)
            #expect(try await desk.client("quarantine", "list", as: "anna").code == 4)
            for command in [
                ["sync", "status"], ["jobs"], ["drift", "list"], ["order", "list"],
                ["ticket", "list"], ["quarantine", "list"], ["report", "returns"],
                ["report", "kpi"], ["inventory", "list"], ["order", "show", "305-0-0"],
                ["order", "finances", "305-0-0"], ["order", "actions", "305-0-0"],
            ] {
                let result = try await desk.run(
                    command + [
                        "--store", "none", "--config", desk.configuration, "--as-user", "boss",
                    ])
                #expect(result.code == 4, "\(command): \(result.errors)")
            }
            #expect(try await desk.client("sync", "log", "--store", "none", as: "anna").code == 4)
            let missing = try await desk.client("jobs", "show", "999999", "--lang", "en")
            #expect(missing.code == 1)
            #expect(missing.errors.contains("There is no such job for you."))
            #expect(try await desk.client("sync", "log", "--class", "none").code == 2)
            #expect(try await desk.client("sync", "check", "record", "1", "maybe").code == 2)
            let checks = try await desk.client("sync", "check", "list", "--json").json()
            #expect(checks.keys == ["checks", "summary"])
            for pane in ["sync", "log", "jobs", "drift", "quarantine", "checks"] {
                let snap = try await desk.client("snap", pane, "--size", "100x30")
                #expect(snap.code == 0, "\(pane): \(snap.errors)")
                #expect(
                    snap.text.split(separator: "\n", omittingEmptySubsequences: false).count > 29)
            }
            try await desk.stop()
        }
    }
}
