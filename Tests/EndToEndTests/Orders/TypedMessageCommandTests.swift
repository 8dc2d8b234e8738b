import MailHost
import MailKit
import Simulator
import Testing

extension DeskScenarios {
    /// Typed messages as a script sends them: the real core over real HTTP, and what a crash, a broken
    /// answer and a refusal leave behind.
    @Suite struct TypedMessageCommandTests {
        private static let words = "Ihre Bestellung verzögert sich leider um zwei Tage."
        private static let operation = "createUnexpectedProblem"

        /// A running desk that knows one order.
        private func withDesk(
            _ body: (TestDesk, PretendShop, String) async throws -> Void
        ) async throws {
            let shop = try await PretendShop.open()
            var plan = DeskPlan.onMaildir
            plan.amazonPort = shop.port
            let desk = try TestDesk(plan)
            let order = BuyerLetter.series(1).order
            shop.place(order)
            try await desk.start()
            try await eventually("the order is known") {
                try await desk.client("order", "show", order, "--json").code == 0
            }
            try await body(desk, shop, order)
            try await desk.stop()
            await shop.close()
        }

        private func message(
            _ desk: TestDesk, _ order: String, _ text: String = words
        ) async throws -> CommandResult {
            let file = try desk.folder.write(text, to: "message.txt")
            return try await desk.client(
                "order", "message", order, "--action", "unexpectedProblem", "--file", file,
                "--json")
        }

        private func dispatch(_ desk: TestDesk, _ state: String) async throws -> JSON? {
            try await desk.client("order", "dispatches", "--state", state, "--json").jsonLines()
                .first
        }

        @Test func aMessageReachesTheBuyerOnce() async throws {
            try await withDesk { desk, shop, order in
                let offers = try await desk.client("order", "actions", order, "--json").json()
                let names = offers["actions"].list.compactMap { $0["action"].text }
                #expect(names.contains("unexpectedProblem"), "\(names)")
                let queued = try await message(desk, order)
                #expect(queued.code == 0, "\(queued.errors)")
                try await eventually("the platform has it") { shop.amazon.messages.count == 1 }
                try await eventually("the desk knows") { try await dispatch(desk, "sent") != nil }
                #expect(shop.amazon.messages.map(\.text) == [Self.words])
                #expect(try await message(desk, order).code == 0)
                let sent = try await desk.client("order", "dispatches", "--state", "sent", "--json")
                #expect(sent.lines.count == 1, "the same words again are the earlier message")
                #expect(shop.amazon.log.count { $0.operation == Self.operation } == 1)
                #expect(try await desk.isRecordEqual())
            }
        }

        /// The answer is lost and the power goes: nobody sends it again by themselves.
        @Test func whatNobodyKnowsWaitsForAPersonAlsoAfterACrash() async throws {
            try await withDesk { desk, shop, order in
                shop.amazon.schedule(
                    ScheduledFault(.connectionReset(isHandled: true), on: Self.operation))
                #expect(try await message(desk, order).code == 0)
                try await eventually("it is unknown") {
                    try await dispatch(desk, "unknown") != nil
                }
                try await desk.killCore()
                try await desk.start()
                let waiting = try #require(try await dispatch(desk, "unknown"))
                let number = try #require(waiting["dispatch"].number)
                let settled = try await desk.client(
                    "order", "settle", "\(number)", "sent", "--reason", "Seen there.", "--json")
                #expect(try settled.json()["state"].text == "sent")
                #expect(shop.amazon.messages.count == 1)
                #expect(shop.amazon.log.count { $0.operation == Self.operation } == 1)
                #expect(try await desk.isRecordEqual())
            }
        }

        @Test func theLinterStopsItBeforeItIsQueued() async throws {
            try await withDesk { desk, shop, order in
                let result = try await message(
                    desk, order, "Schreiben Sie uns an hilfe@nova.example, wir erstatten es.")
                #expect(result.code == 4)
                let all = try await desk.client("order", "dispatches", "--json")
                #expect(all.lines.count == 0)
                #expect(shop.amazon.messages.isEmpty)
            }
        }
    }
}
