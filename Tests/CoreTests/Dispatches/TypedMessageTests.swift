import Core
import HelpDesk
import Simulator
import Store
import SwiftExtensions
import Testing
import Wire

/// Typed messages from the queue to the buyer, over real HTTP.
@Suite struct TypedMessageTests {
    @Test func messageReachesTheBuyerOnce() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            #expect(try await desk.dispatch(id).state == .queued)
            #expect(desk.amazon.messages.isEmpty)
            _ = try await desk.desk.runDue()
            let sent = try await desk.dispatch(id)
            #expect(sent.state == .sent)
            #expect(sent.attempts == 1)
            #expect(sent.author == desk.world.ana.person)
            #expect(
                desk.amazon.messages.map(\.text) == [
                    "Ihre Bestellung verzögert sich um zwei Tage."
                ])
            _ = try await desk.desk.runDue()
            #expect(desk.calls("createUnexpectedProblem") == 1)
            try await desk.world.checkRecord()
        }
    }

    /// The way to the platform is shut for the whole store: a message waits, and is not refused for
    /// a trouble that has nothing to do with it.
    @Test func messageWaitsWhileTheStoreIsParked() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            desk.amazon.revoke(refreshToken: "Atzr|nova")
            desk.clock.advance(by: .hours(2))
            #expect(try await desk.desk.syncOnce(store: World.europe).ok == false)
            let calls = desk.amazon.log.count
            _ = try await desk.desk.runDue()
            #expect(desk.amazon.log.count == calls)
            #expect(try await desk.dispatch(id).state == .queued)
            let job = try await desk.world.database.read {
                try $0.jobsDue(
                    kind: "dispatch", of: World.europe, now: desk.clock.now, limit: 1
                ).first
            }
            #expect(job?.attempts == 0)
        }
    }

    /// The notice came while the message waited for the rate: it stays here.
    @Test func messageStaysHereWhenTheStoreIsRestrictedMeanwhile() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            let now = desk.clock.now
            try await desk.world.database.write(as: .service("test"), at: now) { transaction in
                let mail = RawMail(
                    id: RawMailID(1), mailbox: "desk", origin: "uid 1:1",
                    digest: String(repeating: "a", count: 64), byteCount: 1, fetchedAt: now)
                try transaction.record(.rawMailStored(mail))
                try transaction.record(
                    .storeRestricted(
                        StoreRestriction(
                            store: World.europe, since: now, until: now + .hours(120),
                            rawMail: mail.id)))
            }
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(id)
            #expect(refused.state == .refused)
            #expect(refused.problem == .storeRestricted)
            #expect(desk.calls("createUnexpectedProblem") == 0)
            #expect(desk.amazon.messages.isEmpty)
        }
    }

    @Test func sameMessageAgainIsTheEarlierOne() async throws {
        try await DispatchWorld.run { desk in
            let first = try await desk.message()
            #expect(try await desk.message() == first)
            _ = try await desk.desk.runDue()
            #expect(try await desk.message() == first)
            _ = try await desk.desk.runDue()
            #expect(desk.amazon.messages.count == 1)
            let other = try await desk.message("Wann passt Ihnen die Lieferung.")
            #expect(other != first)
        }
    }

    @Test(arguments: [
        PretendFault.connectionReset(isHandled: true), .brokenConnection, .statusAfterwards(500),
        .status(503),
    ])
    func unclearAnswerWaitsForAPerson(fault: PretendFault) async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(fault, on: "createUnexpectedProblem"))
            let id = try await desk.message()
            try await desk.world.pass(.hours(3))
            let unknown = try await desk.dispatch(id)
            #expect(unknown.state == .unknown)
            #expect(unknown.problem == .dispatchUnclear)
            #expect(unknown.evidence?.isEmpty == false)
            #expect(desk.calls("createUnexpectedProblem") == 1)
            try await desk.world.checkRecord()
        }
    }

    @Test func aPersonSettlesWhatNobodyKnows() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(
                ScheduledFault(.statusAfterwards(500), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            #expect(
                await code {
                    _ = try await desk.desk.perform(
                        SettleDispatch(dispatch: id, decision: .sent, reason: " "),
                        as: desk.world.ana)
                } == .badRequest)
            let view = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: .sent, reason: "Seen in Seller Central."),
                as: desk.world.ben)
            #expect(view.dispatch.state == .sent)
            #expect(view.dispatch.evidence == "confirmed-by-person")
            _ = try await desk.desk.runDue()
            #expect(desk.calls("createUnexpectedProblem") == 1)
            let records = try await desk.world.database.read {
                try $0.events(after: .zero, limit: 1000)
            }
            let settled = records.last { record in
                if case .dispatchMoved(let move) = record.event { return move.to == .sent }
                return false
            }
            #expect(settled?.actor == .person(desk.world.ben.person))
            try await desk.world.checkRecord()
        }
    }

    @Test func whatIsNotThereGoesOutAgainOnAPersonsWord() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.status(500), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            #expect(desk.amazon.messages.isEmpty)
            _ = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: .again, reason: "Not there."),
                as: desk.world.ana)
            _ = try await desk.desk.runDue()
            let sent = try await desk.dispatch(id)
            #expect(sent.state == .sent)
            #expect(sent.attempts == 2)
            #expect(desk.amazon.messages.count == 1)
            try await desk.world.checkRecord()
        }
    }

    @Test func coreThatDiedWhileSendingKnowsNothing() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            _ = try await desk.world.database.write(as: .service("test"), at: desk.clock.now) {
                try $0.record(
                    .dispatchMoved(
                        DispatchMove(dispatch: id, from: .queued, to: .sending, at: $0.now)))
            }
            let after = try await desk.restarted()
            #expect(try await after.dispatch(id).state == .unknown)
            try await after.world.pass(.hours(1))
            #expect(try await after.dispatch(id).state == .unknown)
            #expect(after.calls("createUnexpectedProblem") == 0)
            try await after.world.checkRecord()
        }
    }

    @Test func throttledMessageGoesOutLaterAndOnce() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(
                ScheduledFault(.status(429), on: "createUnexpectedProblem", times: 6))
            let id = try await desk.message()
            try await desk.world.pass(.minutes(10))
            #expect(try await desk.dispatch(id).state == .sent)
            #expect(desk.calls("createUnexpectedProblem") == 7)
            #expect(desk.amazon.messages.count == 1)
            try await desk.world.checkRecord()
        }
    }

    @Test func outageBeforehandOnlyDelays() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            desk.amazon.schedule(
                ScheduledFault(.status(503), on: "getMessagingActionsForOrder", times: 4))
            _ = try await desk.desk.runDue()
            let view = try await desk.desk.perform(ListDispatches(), as: desk.world.ana)
            #expect(view.dispatches.map(\.dispatch.state) == [.queued])
            #expect(view.dispatches.map(\.waitingFor) == ["platform-outage"])
            try await desk.world.pass(.minutes(5))
            #expect(try await desk.dispatch(id).state == .sent)
            #expect(desk.amazon.messages.count == 1)
        }
    }

    @Test func whatIsNotOfferedAnyMoreIsRefusedAndExplained() async throws {
        try await DispatchWorld.run(actions: ["unexpectedProblem"]) { desk in
            let id = try await desk.message()
            desk.amazon.change(DispatchWorld.order, of: DispatchWorld.seller) {
                $0.messagingActions = []
            }
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(id)
            #expect(refused.state == .refused)
            #expect(refused.problem == .dispatchNotOffered)
            #expect(desk.calls("createUnexpectedProblem") == 0)
            try await desk.world.checkRecord()
        }
    }

    @Test func refusalOfTheCallItselfIsExplained() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.schedule(ScheduledFault(.status(403), on: "createUnexpectedProblem"))
            let id = try await desk.message()
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(id)
            #expect(refused.state == .refused)
            #expect(refused.problem == .dispatchNoRole)
            #expect(refused.evidence?.contains("403 Unauthorized") == true)
            #expect(desk.calls("createUnexpectedProblem") == 1)
        }
    }

    @Test func disabledActionIsNotQueued() async throws {
        try await DispatchWorld.run { desk in
            desk.amazon.change(DispatchWorld.order, of: DispatchWorld.seller) {
                $0.disabledActions = ["unexpectedProblem": "Two were sent."]
            }
            let error = await #expect(throws: DeskError.self) { try await desk.message() }
            #expect(error?.code == .dispatchDisabled)
            #expect(error?.arguments["reason"] == "Two were sent.")
            let shown = try await desk.desk.perform(
                ListOrderActions(order: DispatchWorld.order), as: desk.world.ana)
            let offer = shown.offers.first { $0.action == "unexpectedProblem" }
            #expect(offer?.problem == .dispatchDisabled)
            #expect(offer?.reason == "Two were sent.")
        }
    }

    @Test func actionsAreAskedAtMostOnceAMinute() async throws {
        try await DispatchWorld.run { desk in
            let ask = ListOrderActions(order: DispatchWorld.order)
            for _ in 0..<3 { _ = try await desk.desk.perform(ask, as: desk.world.ana) }
            #expect(desk.calls("getMessagingActionsForOrder") == 1)
            desk.clock.advance(by: .seconds(61))
            let shown = try await desk.desk.perform(ask, as: desk.world.ana)
            #expect(desk.calls("getMessagingActionsForOrder") == 2)
            #expect(shown.locale == "de-DE")
            #expect(
                shown.offers.map(\.action) == [
                    "confirmOrderDetails", "unexpectedProblem", "productReviewAndSellerFeedback",
                    "confirmShipment",
                ])
        }
    }

    @Test func missingRoleIsNamedInsteadOfAnEmptyList() async throws {
        try await DispatchWorld.run(roles: [.directToConsumer]) { desk in
            let shown = try await desk.desk.perform(
                ListOrderActions(order: DispatchWorld.order), as: desk.world.ana)
            #expect(shown.offers.map(\.problem).prefix(2) == [.dispatchNoRole, .dispatchNoRole])
            let error = await #expect(throws: DeskError.self) { try await desk.message() }
            #expect(error?.code == .dispatchNoRole)
        }
    }

    @Test func textPassesTheSameGateAsReplies() async throws {
        try await DispatchWorld.run { desk in
            let send = { (text: String, confirmed: [String]) in
                try await desk.desk.perform(
                    SendOrderMessage(
                        order: DispatchWorld.order, action: "unexpectedProblem", text: text,
                        confirmedRules: confirmed), as: desk.world.ana)
            }
            let blocked = try await send("Schreiben Sie an shop@example.com.", [])
            guard case .blocked(let findings) = blocked else {
                Issue.record("\(blocked)")
                return
            }
            #expect(findings.contains { $0.rule == "CON-01" })
            desk.world.rules.add("vielleicht", .warn)
            guard case .unconfirmed = try await send("Es kommt vielleicht morgen.", []) else {
                Issue.record("a warning passed")
                return
            }
            guard
                case .queued(let view) = try await send(
                    "Es kommt vielleicht morgen.", ["T-vielleicht"])
            else {
                Issue.record("a confirmed warning did not pass")
                return
            }
            desk.world.rules.add("morgen", .block)
            _ = try await desk.desk.runDue()
            let refused = try await desk.dispatch(view.id)
            #expect(refused.state == .refused)
            #expect(refused.problem == .lintBlocked)
            #expect(desk.amazon.messages.isEmpty)
        }
    }

    @Test func queuedMessageCanBeTakenBack() async throws {
        try await DispatchWorld.run { desk in
            let id = try await desk.message()
            _ = try await desk.desk.perform(
                SettleDispatch(dispatch: id, decision: .withdrawn, reason: ""), as: desk.world.ana)
            try await desk.world.pass(.hours(1))
            #expect(try await desk.dispatch(id).state == .withdrawn)
            #expect(desk.amazon.messages.isEmpty)
            #expect(try await desk.message() != id)
            try await desk.world.checkRecord()
        }
    }
}
