import MailKit
import Simulator
import Testing

extension DeskScenarios {
    /// One pass without a core, for scripts, and what can be exported afterwards.
    @Suite struct SyncOnceTests {
        @Test func aSecondPassCreatesNothing() async throws {
            let shop = try await PretendShop.open()
            var plan = DeskPlan.onMaildir
            plan.amazonPort = shop.port
            let desk = try TestDesk(plan)
            for number in 1...3 {
                let letter = BuyerLetter.series(number)
                _ = try desk.maildir.deliver(letter.bytes)
                shop.place(letter.order)
            }
            let first = try await pass(desk)
            #expect(first["messages"]["fetched"].number == 3)
            #expect(first["messages"]["created"].number == 3)
            #expect(first["orders"]["created"].number == 3)
            let second = try await pass(desk)
            #expect(second["messages"]["fetched"].number == 0)
            #expect(second["messages"]["created"].number == 0)
            #expect(second["orders"]["created"].number == 0)
            #expect(second["orders"]["updated"].number == 0)
            try await checkOrders(desk)
            try await checkTickets(desk)
            await shop.close()
        }

        @Test func aPlatformThatRefusesIsReported() async throws {
            let shop = try await PretendShop.open()
            shop.amazon.revoke(refreshToken: PretendShop.refreshToken("nova-eu"))
            var plan = DeskPlan.onMaildir
            plan.amazonPort = shop.port
            let desk = try TestDesk(plan)
            _ = try desk.maildir.deliver(BuyerLetter.series(1).bytes)
            let result = try await desk.deskhand("sync", "--once", "--json")
            #expect(result.code == 1)
            let summary = try result.json()
            #expect(summary["ok"].flag == false)
            let store = try #require(summary["stores"].list.first)
            let codes = store["orders"]["errors"].list.map { $0["code"].text }
            #expect(codes == ["authorisation-expired"])
            #expect(store["messages"]["created"].number == 1, "mail is not held up by it")
            #expect(!result.text.contains(PretendShop.refreshToken("nova-eu")))
            await shop.close()
        }

        /// Beside a core the pass is the core's: the data stays with one process.
        @Test func aRunningCoreMakesThePass() async throws {
            let shop = try await PretendShop.open()
            var plan = DeskPlan.onMaildir
            plan.amazonPort = shop.port
            plan.orderSeconds = 3600
            let desk = try TestDesk(plan)
            let letter = BuyerLetter.series(1)
            _ = try desk.maildir.deliver(letter.bytes)
            shop.place(letter.order)
            try await desk.start()
            try await desk.waitForTickets(1)
            _ = try await pass(desk, isLive: true)
            let orders = try await desk.client("order", "list", "--json").jsonLines()
            #expect(orders.map { $0["order_id"].text } == [letter.order])
            let again = try await pass(desk, isLive: true)
            #expect(again["orders"]["created"].number == 0)
            #expect(again["messages"]["created"].number == 0)
            #expect((again["orders"]["requests"].number ?? 0) > 0, "the platform was asked")

            #expect(try await desk.client("sync", "--once", as: "anna").code == 4)
            #expect(try await desk.client("sync", "--once", "--store", "none").code == 4)
            shop.amazon.revoke(refreshToken: PretendShop.refreshToken("nova-eu"))
            shop.amazon.expireAccessTokens()
            let refused = try await desk.client("sync", "--once", "--lang", "en")
            #expect(refused.code == 1)
            #expect(refused.text.contains("authorisation was revoked"))
            #expect(desk.isUp)
            try await desk.stop()
            #expect(try await desk.deskhand("sync", "--once", "--store", "none").code == 4)
            await shop.close()
        }

        /// Runs a pass and returns the one store's part, its keys checked.
        private func pass(_ desk: TestDesk, isLive: Bool = false) async throws -> JSON {
            let result =
                isLive
                ? try await desk.client("sync", "--once", "--json")
                : try await desk.deskhand("sync", "--once", "--json")
            #expect(result.code == 0, "\(result.errors)")
            let summary = try result.json()
            #expect(summary.keys == ["stores", "ok"])
            #expect(summary["ok"].flag == true)
            let store = try #require(summary["stores"].list.first)
            #expect(summary["stores"].list.count == 1)
            #expect(store["id"].text == "nova-eu")
            #expect(store.keys.isSuperset(of: ["id", "orders", "messages", "cursor"]))
            #expect(
                store["orders"].keys == [
                    "pulled", "created", "updated", "pages", "requests", "throttled", "errors",
                ])
            #expect(
                store["messages"].keys == [
                    "fetched", "created", "duplicates", "notices", "quarantined", "unparsed",
                ])
            return store
        }

        private func checkOrders(_ desk: TestDesk) async throws {
            let orders = try await desk.deskhand("export", "orders", "--format", "jsonl")
                .jsonLines()
            #expect(orders.count == 3)
            let order = try #require(orders.first)
            #expect(
                order.keys == [
                    "store", "channel", "marketplace", "order_id", "status", "platform_status",
                    "created", "last_updated", "currency", "total", "items",
                ])
            #expect(order["currency"].text == "EUR")
            #expect(order["total"].text == "19.90")
            #expect(order["created"].text?.hasSuffix("Z") == true)
            #expect(
                try #require(order["items"].list.first).keys == [
                    "item_id", "sku", "asin", "title", "quantity", "price", "currency",
                ])
        }

        private func checkTickets(_ desk: TestDesk) async throws {
            let tickets = try await desk.exportedTickets()
            #expect(tickets.count == 3)
            let ticket = try #require(tickets.first)
            let promised: Set = [
                "ticket", "store", "marketplace", "order_id", "buyer", "state", "owner", "lang",
                "category", "tags", "platform_due", "messages",
            ]
            #expect(ticket.keys.isSuperset(of: promised), "\(promised.subtracting(ticket.keys))")
            let message = try #require(ticket["messages"].list.first)
            #expect(
                message.keys == [
                    "id", "direction", "kind", "at", "lang", "body", "state", "attachments",
                ])
            #expect(message["direction"].text == "inbound")
            #expect(message["kind"].text == "buyer")
            #expect(message["state"].text == "owed")
        }
    }
}
