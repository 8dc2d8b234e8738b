import Core
import HelpDesk
import MailKit
import Store
import SwiftExtensions
import Testing
import Wire

/// For each use case a scene in which it writes something: what happened before, and the call.
/// A use case that the rights matrix already calls to some effect needs none.
enum CommittingCalls {
    typealias Act = @Sendable () async throws -> Void
    typealias Scene = @Sendable (World) async throws -> Act

    static let scenes: [String: Scene] = Dictionary(
        uniqueKeysWithValues: tickets + life + joins + replies + engine + desk + library)

    static func scene<Call: DeskCall>(
        _ prepare: @escaping @Sendable (World) async throws -> (Call, Principal)
    ) -> (String, Scene) {
        (
            Call.method,
            { world in
                let (call, caller) = try await prepare(world)
                return { _ = try await world.desk.perform(call, as: caller) }
            }
        )
    }

    private static func answered(_ world: World) async throws -> TicketID {
        let ticket = try await world.question()
        _ = try await world.answer(on: ticket)
        return ticket
    }

    private static func note(_ world: World) async throws -> (TicketID, MessageID) {
        let ticket = try await world.question()
        let note = AddNote(ticket: ticket, text: "@ben look", due: world.clock.now + .hours(1))
        _ = try await world.desk.perform(note, as: world.ana)
        let found = try await world.messages(ticket).last { $0.direction == .note }
        return (ticket, try #require(found).id)
    }

    private static let tickets = [
        scene { world in (ResolveTicket(ticket: try await answered(world)), world.ana) },
        scene { world in
            let ticket = try await answered(world)
            _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
            return (ReopenTicket(ticket: ticket), world.ana)
        },
        scene { world in
            let ticket = try await world.question()
            return (
                AssignTicket(ticket: ticket, to: world.ben.person, expectedOwner: nil), world.sue
            )
        },
        scene { world in
            try await world.receive(RelayMails().claim(at: world.clock.now))
            let ticket = try #require(try await world.tickets().first).id
            let item = try #require(
                try await world.database.read { try $0.cases(of: ticket) }.first)
            return (HandleCase(item: item.id, act: .handled, reason: "done"), world.ana)
        },
    ]

    private static let life = [
        scene { world in
            let ticket = try await answered(world)
            _ = try await world.desk.perform(
                SnoozeTicket(ticket: ticket, until: world.clock.now + .hours(9)), as: world.ana)
            world.clock.advance(by: .minutes(1))
            try await world.receive(RelayMails().buyer("Noch etwas?", at: world.clock.now))
            world.clock.advance(by: .minutes(5))
            _ = try await world.answer(on: ticket, then: .open)
            return (RestoreTicket(ticket: ticket), world.ana)
        },
        scene { world in
            let ticket = try await answered(world)
            _ = try await world.desk.perform(ResolveTicket(ticket: ticket), as: world.ana)
            return (UndoTicket(ticket: ticket), world.ana)
        },
        scene { world in
            (EditNote(note: try await note(world).1, text: "better"), world.ana)
        },
        scene { world in (DeleteNote(note: try await note(world).1), world.ana) },
        scene { world in (SetNoteDue(note: try await note(world).1, due: nil), world.ana) },
        scene { world in
            _ = try await note(world)
            let told = try await world.desk.perform(ListMentions(), as: world.ben).mentions
            return (ReadMentions(through: try #require(told.first).notice.id), world.ben)
        },
        scene { world in
            let ticket = try await world.question()
            try await world.pass(.hours(19))
            return (ReadNotices(tickets: [ticket]), world.sue)
        },
        scene { world in
            (ActOnTickets(tickets: [try await world.question()], act: .spam(true)), world.ana)
        },
    ]

    private static let joins = [
        scene { world in
            let pair = try await MergeTicketsTests.pair(world)
            return (MergeTickets(ticket: pair.new, with: pair.old), world.sue)
        },
        scene { world in
            let pair = try await MergeTicketsTests.pair(world)
            _ = try await world.desk.perform(
                MergeTickets(ticket: pair.new, with: pair.old), as: world.sue)
            return (UnmergeTicket(ticket: pair.new), world.sue)
        },
        scene { world in
            let ticket = try await world.question()
            try await world.receive(RelayMails().buyer("Und noch etwas.", at: world.clock.now))
            let message = try #require(try await world.messages(ticket).last)
            return (SplitTicket(ticket: ticket, messages: [message.id]), world.sue)
        },
        scene { world in
            let pair = try await MergeTicketsTests.pair(world)
            return (LinkTickets(ticket: pair.old, to: pair.new, kind: .related), world.ana)
        },
        scene { world in
            let one = try await world.question()
            let other = try await world.question(
                from: RelayMails(alias: "anotheraliasab", order: nil))
            return (LinkBuyers(ticket: one, with: other, reason: "same street"), world.sue)
        },
        scene { world in
            let message = try await world.messages(try await world.question())[0].id
            let call = CorrectKind(message: message, kind: .platformNotice, reason: "a form")
            return (call, world.ana)
        },
    ]

    private static let blocked = "Bitte schreiben Sie an hilfe@laden.example."

    private static let replies = [
        scene { world in
            let ticket = try await world.question()
            let reply = try await world.desk.perform(
                SendReply(
                    ticket: ticket, basis: try await world.ticket(ticket).lastItem, text: blocked,
                    reviewReason: "It is the carrier's."), as: world.ana)
            guard case .held(let view) = reply else { throw Unexpected() }
            return (ReviewReply(item: view.item.id, isApproved: true, reason: "Yes."), world.sue)
        },
        scene { world in
            world.sender.script(.unknown(.finalDot))
            let item = try await world.answer(on: try await world.question())
            return (SettleReply(item: item.id, hasArrived: true, reason: "Seen."), world.ana)
        },
        scene { world in
            let ticket = try await world.question()
            let item = try #require(try await world.send(on: ticket).item)
            return (UndoReply(item: item.id), world.ana)
        },
        scene { world in
            let files = [("a.png", "image/png", AttachmentTests.picture)]
            let ticket = try await AttachmentTests.question(files, in: world)
            let file = try #require(
                try await world.desk.perform(
                    ShowTicket(ticket: ticket, refreshOrder: false), as: world.ana
                ).messages.flatMap(\.attachments).first)
            return (
                OpenAttachment(ticket: ticket, attachment: file.attachment.id, purpose: .save),
                world.ana
            )
        },
        scene { world in
            let ticket = try await world.question()
            _ = try await world.desk.perform(
                AttachFile(
                    ticket: ticket, upload: nil, name: "a.txt", byteCount: 2,
                    bytes: WireBytes(Array("hi".utf8))), as: world.ana)
            return (DetachFile(ticket: ticket, digest: nil), world.ana)
        },
    ]

    private static func deadJob(_ world: World) async throws -> JobID {
        world.orders.fail(
            SyncFailure(errorClass: .badRequest, operation: "getOrder", message: "invalid"))
        _ = try await world.question()
        try await world.pass(.hours(1))
        let jobs = try await world.desk.perform(ListJobs(states: [.dead]), as: world.ana).jobs
        return try #require(jobs.first).id
    }

    private static let engine = [
        scene { world in (RetryJob(job: try await deadJob(world)), world.sue) },
        scene { world in (DropJob(job: try await deadJob(world), reason: "old"), world.sue) },
        scene { world in
            try await world.question(at: world.clock.now - .days(10))
            try await world.desk.watch()
            let check = try #require(
                try await world.desk.perform(ListSpotChecks(), as: world.ana).checks.first)
            return (RecordSpotCheck(check: check.id, result: .match), world.ana)
        },
        scene { world in
            try await world.receive(
                RelayMails(extraHeaders: [
                    "Authentication-Results: mx.desk.example; spf=fail "
                        + "smtp.mailfrom=amazon.de; dkim=none"
                ]).buyer("Hallo?", at: world.clock.now))
            let mail = try #require(
                try await world.desk.perform(ListQuarantine(), as: world.sue).mails.first)
            return (ReleaseQuarantine(mail: mail.id, reason: "genuine"), world.sue)
        },
        scene { world in
            world.orders.put(
                OrderSyncTests.order("305-1111111-1111111", at: world.clock.now - .hours(1)))
            return (RunSync(), world.sue)
        },
    ]

    private static func broadcast(_ world: World) async throws -> BroadcastID {
        let call = SendBroadcast(words: "Carrier strike.")
        return try await world.desk.perform(call, as: world.sue).broadcast.id
    }

    private static let desk = [
        scene { world in
            (ReadBroadcast(broadcast: try await broadcast(world)), world.ana)
        },
        scene { world in
            (WithdrawBroadcast(broadcast: try await broadcast(world)), world.sue)
        },
        scene { world in
            var rights = Role.senior.builtInRights
            rights[.merge] = nil
            return (
                SaveRole(role: .senior, rights: rights.words, reason: "narrower"), world.ops
            )
        },
        scene { world in
            let ticket = try await world.question(at: world.clock.now - .hours(30))
            try await world.pass(.minutes(1))
            let breach = try #require(try await world.breaches().first { $0.ticket == ticket })
            return (
                ExcuseBreach(
                    ticket: ticket, key: breach.key, category: .other, reason: "outage"), world.sue
            )
        },
        scene { world in
            try await world.keep()
            let call = SavePolicy(policy: World.policy("usual", next: 60))
            try await world.approve(call)
            return (call, world.sue)
        },
        scene { world in
            try await world.keep(World.policy("one", next: 60), World.policy("two", next: 90))
            let call = OrderPolicies(policies: ["two", "one"])
            try await world.approve(call)
            return (call, world.sue)
        },
        scene { world in
            let call = SetPlatformWindow(
                window: PlatformWindow(marketplace: "DE", from: world.clock.now, seconds: 43_200))
            try await world.approve(call)
            return (call, world.sue)
        },
        scene { world in
            try await world.question()
            try await world.keep(World.policy("one", next: 60))
            try await world.approve(ApplyPolicies(isPreview: false))
            return (ApplyPolicies(isPreview: false), world.sue)
        },
        scene { world in
            let ticket = try await world.question()
            world.clock.advance(by: .hours(20))
            let void = ExcuseTicket(
                ticket: ticket, isConfirmed: false, isVoid: true, reason: "not a buyer")
            _ = await code { _ = try await world.desk.perform(void, as: world.ana) }
            let request = try #require(
                try await world.desk.perform(ListRequests(), as: world.sue).requests.first)
            return (
                SettleRequest(
                    request: request.item.request.id, isApproved: true, reason: "read it"),
                world.sue
            )
        },
        scene { world in
            let list = try await world.desk.perform(ListAccess(), as: world.ops)
            return (ReviewAccess(digest: list.digest), world.ops)
        },
        scene { world in
            let ticket = try await world.question()
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
            return (ReturnTicket(ticket: ticket), world.ana)
        },
        scene { world in
            try await world.group()
            let ticket = try await world.inquiry(1)
            _ = try await world.desk.runDue()
            let owner = try await world.owner(ticket) == world.ana.person ? world.ana : world.ben
            return (AcceptTicket(ticket: ticket), owner)
        },
        scene { world in
            let ticket = try await world.question()
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
            return (OfferHandOver(), world.ana)
        },
        scene { world in
            let ticket = try await world.question()
            _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ana)
            let list = try await world.desk.perform(OfferHandOver(), as: world.ana)
            return (AcceptHandOverLine(list: list.id, ticket: ticket), world.ben)
        },
        scene { world in
            _ = try await answered(world)
            world.clock.advance(by: .days(3))
            return (DrawQualitySample(day: "2026-03-06"), world.sue)
        },
        scene { world in
            _ = try await answered(world)
            world.clock.advance(by: .days(3))
            _ = try await world.desk.perform(
                DrawQualitySample(day: "2026-03-06"), as: world.sue)
            let sample = try #require(
                try await world.desk.perform(ListQualitySamples(), as: world.sue).samples.first)
            return (
                ScoreQualitySample(
                    sample: sample.sample.id, marks: RightsMatrixTests.fineMarks, note: "fine"),
                world.sue
            )
        },
    ]

    struct Unexpected: Error {}
}
