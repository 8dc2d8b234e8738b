import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct TemplateVersionTests {
    private let draft = TemplateDraft(
        key: "late.en", title: "Late", language: "en", category: .whereIsMyOrder,
        body: "{{buyer.greeting}}\n\nOrder {{order.id}} is on its way.\n\n")

    private func save(_ draft: TemplateDraft, _ world: World) async throws -> TemplateVersion {
        let reply = try await world.desk.perform(SaveTemplate(draft: draft), as: world.sue)
        return try #require(reply.version)
    }

    private func approve(
        _ version: TemplateVersion, _ world: World, by caller: Principal? = nil
    ) async throws -> TemplateEntryView {
        try await world.desk.perform(
            SettleTemplate(
                template: version.key, number: version.number, isApproved: true),
            as: caller ?? world.ops)
    }

    private func offered(
        _ world: World, on ticket: TicketID
    ) async throws -> [TemplateKey: TemplateSummary] {
        let list = try await world.desk.perform(ListTemplates(ticket: ticket), as: world.ana)
        return Dictionary(uniqueKeysWithValues: list.templates.map { ($0.template.key, $0) })
    }

    @Test func aVersionWaitsUntilSomebodyElseApprovesIt() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let version = try await save(draft, world)
        #expect(version.number == 2)
        #expect(version.body.hasSuffix("way."))
        #expect(try await offered(world, on: ticket)["late.en"]?.template.version == 1)
        #expect(
            await code { _ = try await approve(version, world, by: world.sue) } == .libraryOwnText)
        let view = try await approve(version, world)
        #expect(view.entry.current == 2 && view.newest.settledBy == "ops")
        #expect(try await offered(world, on: ticket)["late.en"]?.template.version == 2)
        #expect(await code { _ = try await approve(version, world) } == .librarySettled)
        let detail = try await world.desk.perform(
            ShowTemplate(template: "late.en"), as: world.sue)
        #expect(detail.versions.map(\.state) == [.offered, .earlier])
        #expect(detail.versions.last?.version.body == "Hello, it comes soon.")
        try await world.checkRecord()
    }

    @Test func whatIsSentBackIsNeverOffered() async throws {
        let world = try await World.make()
        let version = try await save(draft, world)
        let refusal = SettleTemplate(
            template: version.key, number: version.number, isApproved: false, reason: "")
        #expect(
            await code { _ = try await world.desk.perform(refusal, as: world.ops) }
                == .badRequest)
        var told = refusal
        told.reason = "Too short."
        let view = try await world.desk.perform(told, as: world.ops)
        #expect(view.entry.current == 1 && view.newest.reason == "Too short.")
        try await world.checkRecord()
    }

    @Test func theSameWordsAreNoNewVersion() async throws {
        let world = try await World.make()
        _ = try await save(draft, world)
        #expect(await code { _ = try await save(draft, world) } == .libraryUnchanged)
        var other = draft
        other.orderStates = [.shipped]
        #expect(try await save(other, world).number == 3)
    }

    @Test func theLinterAndTheParserStandAtTheDoor() async throws {
        let world = try await World.make()
        var guilty = draft
        guilty.body = "Please write to help@example.com for a refund."
        let reply = try await world.desk.perform(SaveTemplate(draft: guilty), as: world.sue)
        #expect(reply.version == nil && reply.findings.contains { $0.rule == "CON-01" })
        var broken = draft
        broken.body = "Hello {{buyer.shoe_size}}"
        #expect(await code { _ = try await save(broken, world) } == .templateInvalid)
        broken.body = draft.body
        broken.key = "../etc/passwd"
        #expect(await code { _ = try await save(broken, world) } == .badRequest)
        #expect(try await world.database.read { try $0.templateVersions(of: "late.en").count } == 1)
    }

    /// Languages name files, and a template for a store that is not there would never be seen.
    @Test(arguments: [
        ("de/../../x", [] as [StoreID], [] as [MarketplaceCode], "unknown-language"),
        ("tlh", [], [], "unknown-language"), ("en", ["nova-xx"], [], "unknown-store"),
        ("en", [], ["UK", "ZZ"], "unknown-marketplace"),
    ])
    func whereItIsForMustBeThere(
        _ language: LanguageCode, _ stores: [StoreID], _ marketplaces: [MarketplaceCode],
        _ reason: String
    ) async throws {
        let world = try await World.make()
        var draft = draft
        (draft.language, draft.stores, draft.marketplaces) = (language, stores, marketplaces)
        let refusal = await #expect(throws: DeskError.self) { try await save(draft, world) }
        #expect(refusal?.code == .templateInvalid && refusal?.arguments["reason"] == reason)
        #expect(refusal?.arguments["value"]?.isEmpty == false)
        draft.language = "en"
        (draft.stores, draft.marketplaces) = ([World.europe], ["UK"])
        #expect(try await save(draft, world).marketplaces == ["UK"])
    }

    /// Whoever makes up a version does not get past its approval.
    @Test func aLetterNamesOnlyVersionsThatWereInUse() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let waiting = try await save(draft, world)
        func send(_ number: Int) async throws -> SendReply.Reply {
            var call = SendReply(
                ticket: ticket, basis: try await world.ticket(ticket).lastItem,
                text: "Hello, it comes soon.", template: "late.en")
            call.templateVersion = number
            return try await world.desk.perform(call, as: world.ana)
        }
        func lint(_ number: Int) async throws {
            var call = LintReply(ticket: ticket, text: "Hello", template: "late.en")
            call.templateVersion = number
            _ = try await world.desk.perform(call, as: world.ana)
        }
        #expect(await code { _ = try await send(waiting.number) } == .libraryNeverOffered)
        #expect(await code { try await lint(waiting.number) } == .libraryNeverOffered)
        #expect(await code { _ = try await send(99) } == .libraryNeverOffered)
        // One that waited and was overtaken was never approved either.
        var next = draft
        next.title = "Later"
        let newer = try await save(next, world)
        #expect(await code { _ = try await send(waiting.number) } == .libraryNeverOffered)
        _ = try await approve(newer, world)
        // What was in use when the letter was begun may leave.
        try await lint(1)
        try await lint(newer.number)
    }

    /// A rule that comes later reaches what was approved before.
    @Test func aTemplateThatBreaksANewRuleIsNotOfferedAndSaysWhy() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        world.rules.add("soon", .block)
        let check = try await world.desk.perform(CheckTemplates(), as: world.sue)
        #expect(check.checked == 2)
        #expect(check.faults == [TemplateFault(key: "late.en", number: 1, rules: ["T-soon"])])
        let summary = try #require(try await offered(world, on: ticket)["late.en"])
        #expect(summary.obstacle?.code == .rules)
        #expect(summary.obstacle?.arguments == ["rules": "T-soon"])
        let list = try await world.desk.perform(ListTemplates(ticket: ticket), as: world.ana)
        #expect(list.templates.last?.template.key == "late.en")
        let insert = RenderTemplate(template: "late.en", ticket: ticket)
        #expect(
            await code { _ = try await world.desk.perform(insert, as: world.ana) }
                == .libraryNotNow)
        // A version without the word is in use again at once.
        let view = try await approve(try await save(draft, world), world)
        #expect(view.faults.isEmpty)
        _ = try await world.desk.perform(insert, as: world.ana)
        try await world.checkRecord()
    }

    @Test func aTemplateIsOnlyForOrdersThatStandSo() async throws {
        let world = try await World.make()
        let ticket = try await world.question(from: RelayMails(order: nil))
        var shipped = draft
        shipped.orderStates = [.shipped, .delivered]
        shipped.body = "Hello, it is on its way."
        _ = try await approve(try await save(shipped, world), world)
        let summary = try #require(try await offered(world, on: ticket)["late.en"])
        #expect(summary.obstacle?.arguments == ["needs": "shipped, delivered", "has": "none"])
        let insert = RenderTemplate(template: "late.en", ticket: ticket)
        #expect(
            await code { _ = try await world.desk.perform(insert, as: world.ana) }
                == .libraryNotNow)
    }

    @Test func anOverdueReviewIsShownAndRanksLower() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let before = try #require(try await offered(world, on: ticket)["late.de"])
        #expect(!before.isOverdue)
        world.clock.advance(by: .days(90))
        let after = try #require(try await offered(world, on: ticket)["late.de"])
        #expect(after.isOverdue && after.rank < before.rank)
        let look = CareForTemplate(template: "late.de", reviewDays: 30, isReviewed: true)
        let view = try await world.desk.perform(look, as: world.sue)
        #expect(!view.isOverdue && view.entry.reviewDays == 30)
        #expect(try await offered(world, on: ticket)["late.de"]?.rank == before.rank)
        try await world.checkRecord()
    }

    /// Owner and days stand outside the versions; who changed them, when and from what is told.
    @Test func careLeavesATrace() async throws {
        let world = try await World.make()
        world.clock.advance(by: .hours(1))
        let first = world.clock.now
        for care in [
            CareForTemplate(template: "late.de", owner: world.ana.person, reviewDays: 30),
            CareForTemplate(template: "late.de", owner: world.ben.person, isReviewed: true),
            CareForTemplate(template: "late.en", reviewDays: 7),
        ] {
            _ = try await world.desk.perform(care, as: world.sue)
            world.clock.advance(by: .hours(1))
        }
        _ = try await world.desk.perform(
            RetireTemplate(template: "late.de", reason: "old"), as: world.ops)
        let detail = try await world.desk.perform(
            ShowTemplate(template: "late.de"), as: world.sue)
        let keeping = try #require(detail.keeping)
        #expect(
            keeping.map(\.act) == [.retired, .reviewed, .owner, .reviewDays, .owner])
        #expect(keeping.map(\.by) == ["ops", "Sue", "Sue", "Sue", "Sue"])
        #expect(keeping.map(\.old) == ["", "", "Ana", "90", ""])
        #expect(keeping.map(\.new) == ["old", "1", "Ben", "30", "Ana"])
        #expect(keeping.last?.at == first)
        #expect(detail.history.count == keeping.count + detail.versions.count)
        try await world.checkRecord()
    }

    @Test func whatIsRetiredIsGoneUntilSomebodyBringsItBack() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(
            RetireTemplate(template: "late.en", reason: "wrong carrier"), as: world.sue)
        #expect(try await offered(world, on: ticket)["late.en"] == nil)
        #expect(try await world.database.read { try $0.template("late.en") } == nil)
        let whole = try await world.desk.perform(ListLibrary(isWhole: true), as: world.sue)
        #expect(
            whole.templates.first { $0.entry.key == "late.en" }?.entry.retireReason
                == "wrong carrier")
        _ = try await world.desk.perform(
            RetireTemplate(template: "late.en", isRetired: false), as: world.sue)
        #expect(try await offered(world, on: ticket)["late.en"] != nil)
        try await world.checkRecord()
    }

    /// Whoever may insert templates reads the versions in use, and no more.
    @Test func anAgentReadsWhatIsInUse() async throws {
        let world = try await World.make()
        let version = try await save(draft, world)
        let whole = ListLibrary(isWhole: true)
        let mine = try await world.desk.perform(whole, as: world.ana).templates
        let entry = try #require(mine.first { $0.entry.key == version.key })
        #expect(entry.newest.version.number == 1 && entry.offered?.number == 1)
        let detail = try await world.desk.perform(
            ShowTemplate(template: version.key), as: world.ana)
        #expect(detail.versions.map(\.version.number) == [1])
        #expect(detail.keeping?.isEmpty == true && detail.figures.isEmpty)
        let kept = try await world.desk.perform(
            ShowTemplate(template: version.key), as: world.sue)
        #expect(kept.versions.map(\.version.number) == [2, 1])
        _ = try await world.desk.perform(
            RetireTemplate(template: version.key, reason: "gone"), as: world.sue)
        let left = try await world.desk.perform(whole, as: world.ana).templates
        #expect(!left.contains { $0.entry.key == version.key })
        #expect(
            await code {
                _ = try await world.desk.perform(
                    ShowTemplate(template: version.key), as: world.ana)
            } == .templateNotFound)
    }

    /// The folder's words come in once; what people made of them since stays.
    @Test func aRestartKeepsWhatPeopleWrote() async throws {
        let world = try await World.make()
        _ = try await approve(try await save(draft, world), world)
        let again = try await World.make(after: world)
        #expect(try await again.database.read { try $0.template("late.en")?.version } == 2)
        var settings = World.settings
        settings.templates[1].body = "Hello, it comes tomorrow."
        let changed = try await World.make(settings: settings, after: world)
        let version = try await changed.database.read { try $0.offeredTemplate("late.en") }
        #expect(version?.version.number == 3 && version?.version.author == nil)
        try await changed.checkRecord()
    }

    /// The folder's new words take the place of those that wait, and bring nothing back that
    /// somebody took out.
    @Test func theFolderOvertakesWhatWaitsAndRevivesNothing() async throws {
        let world = try await World.make()
        let waiting = try await save(draft, world)
        _ = try await world.desk.perform(
            RetireTemplate(template: "late.de", reason: "wrong carrier"), as: world.sue)
        var settings = World.settings
        for index in settings.templates.indices { settings.templates[index].title = "Neu" }
        let changed = try await World.make(settings: settings, after: world)
        let (versions, retired) = try await changed.database.read {
            (try $0.templateVersions(of: "late.en"), try $0.templateEntry("late.de"))
        }
        #expect(versions.map(\.state) == [.offered, .earlier, .earlier])
        #expect(await code { _ = try await approve(waiting, changed) } == .librarySettled)
        #expect(retired?.retiredAt != nil && retired?.current == 1)
        // Put back, it takes the folder's words at the next start.
        _ = try await changed.desk.perform(
            RetireTemplate(template: "late.de", isRetired: false), as: changed.sue)
        let again = try await World.make(settings: settings, after: changed)
        let offered = try await again.database.read { try $0.offeredTemplate("late.de") }
        #expect(offered?.version.number == 2 && offered?.version.title == "Neu")
        try await again.checkRecord()
    }

    @Test func aVariantOlderThanItsOriginSaysSo() async throws {
        let world = try await World.make()
        var variant = draft
        (variant.key, variant.language, variant.origin) = ("late.fr", "fr", "late.en")
        variant.body = "Bonjour, votre colis arrive."
        let first = try await approve(try await save(variant, world), world)
        #expect(!first.isBehind)
        _ = try await approve(try await save(draft, world), world)
        let list = try await world.desk.perform(ListLibrary(language: "fr"), as: world.sue)
        #expect(list.templates.map(\.isBehind) == [true])
    }

    @Test func aPreviewShowsRealDataAndCountsNothing() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        let version = try await save(draft, world)
        let before = try await world.database.read { try $0.lastSequence() }
        let preview = PreviewTemplate(template: "late.en", number: version.number, ticket: ticket)
        let text = try await world.desk.perform(preview, as: world.sue)
        #expect(text.text.contains("305-7683573-2694036") && text.number == 2)
        // Who keeps no templates sees what is in use, whatever they ask for.
        #expect(try await world.desk.perform(preview, as: world.ana).number == 1)
        #expect(try await world.database.read { try $0.lastSequence() } == before)
    }
}
