import Compliance
import HelpDesk
import Testing

/// A team's own files: they add rules and raise levels; a bad one is refused with file, line and
/// reason, and its last good version stays.
@Suite struct TeamRulesTests {
    private static let good = """
        version = "2026-11-01"

        [[rule]]
        code = "SHOP-01"
        severity = "warn"
        marketplaces = ["DE"]
        terms = { de = "Impressum*" }
        unless = { de = "Impressumspflicht" }
        why = { en = "Our imprint is no business of buyers.", zh = "买家不需要公司信息。" }
        remedy = { en = "Leave it out.", zh = "请删除。" }
        fix = "sentence"
        source = "house rules 4.2"
        hit = ["Siehe Impressum auf der Seite."]
        miss = ["Die Impressumspflicht gilt auch für uns."]
        """

    private func team(_ texts: (String, String)...) -> TeamRules {
        var team = TeamRules()
        team.load(texts.map { (name: $0.0, text: $0.1) })
        return team
    }

    private func rules(_ text: String, _ team: TeamRules, _ marketplace: MarketplaceCode)
        -> [String]
    {
        Linter.lint(text, context: LintContext(marketplace: marketplace), rules: team.book)
            .map(\.rule)
    }

    @Test func aGoodFileAddsItsRule() throws {
        let team = team(("house.toml", Self.good))
        #expect(team.faults.isEmpty, "\(team.faults)")
        #expect(team.inForce.map(\.version) == ["2026-11-01"])
        let text = "Hallo. Siehe Impressum im Anhang. Danke."
        let finding = try #require(
            Linter.lint(text, context: LintContext(marketplace: "DE"), rules: team.book).first)
        #expect(finding.rule == "SHOP-01")
        #expect(finding.severity == .warn)
        #expect(finding.words?.why["zh"] == "买家不需要公司信息。")
        #expect(finding.applied(to: text) == "Hallo. Danke.")
        #expect(rules(text, team, "FR").isEmpty)
        #expect(Linter.lint(text).isEmpty)
    }

    @Test func framesMayUseTheDesksConcepts() {
        let file = """
            version = "1"
            [[rule]]
            code = "SHOP-02"
            severity = "block"
            why.en = "No promises of dates."
            hit = ["We guarantee a refund by Friday."]
            miss = ["We guarantee it.", "Your refund is on its way."]
            [[frame]]
            rule = "SHOP-02"
            needs = ["shop-promise", "refund-give"]
            gap = 40
            [concept.shop-promise]
            en = "guarantee, guaranteed, promise*"
            """
        let team = team(("promises.toml", file))
        #expect(team.faults.isEmpty, "\(team.faults)")
        #expect(rules("I promise that the refund comes today.", team, "US") == ["SHOP-02"])
    }

    @Test func termsInTwoPartsLetOtherWordsStandBetween() {
        let file = """
            version = "1"
            [[rule]]
            code = "SHOP-03"
            severity = "warn"
            terms = { de = "halten … zurück", zh = "把 … 扔" }
            why.en = "We keep nothing back."
            hit = ["Wir halten das Geld noch zurück.", "请把旧的那个扔掉。"]
            miss = ["Wir halten an. Das Geld kommt zurück.", "Zurück halten wir nichts.", "扔掉吧。"]
            """
        let team = team(("parts.toml", file))
        #expect(team.faults.isEmpty, "\(team.faults)")
        let far = "Wir halten " + String(repeating: "uns sehr ", count: 8) + "zurück."
        #expect(!rules(far, team, "DE").contains("SHOP-03"))
    }

    @Test func aRuleOfTheDeskMayBeRaisedButNoBlockLowered() {
        let raised = team(
            ("a.toml", "version = \"1\"\n[[level]]\nrule = \"REV-07\"\nseverity = \"block\"\n"))
        #expect(raised.faults.isEmpty)
        let text = "You can write a product review, good or bad."
        #expect(Linter.lint(text, rules: raised.book).map(\.severity) == [.block])
        let lowered = team(
            ("a.toml", "version = \"1\"\n[[level]]\nrule = \"CON-01\"\nseverity = \"warn\"\n"))
        #expect(lowered.faults.map(\.line) == [4])
        #expect(Linter.lint("Write to a@shop.example", rules: lowered.book).isBlocking)
    }

    @Test func whatATeamAcceptsPassesUntilItsLastDayAndNeverDisguised() {
        let file = """
            version = "1"
            [[accept]]
            rule = "LNK-01"
            text = "kettlo-recall.example/info"
            until = "2026-12-31"
            owner = "quality"
            reason = "Recall page that Amazon asked for"
            """
        let team = team(("accepted.toml", file))
        #expect(team.faults.isEmpty, "\(team.faults)")
        func rules(_ text: String, on day: String?) -> [String] {
            var context = LintContext(marketplace: "US")
            context.today = day
            return Linter.lint(text, context: context, rules: team.book).map(\.rule)
        }
        #expect(rules("See Kettlo-Recall.example/info", on: "2026-12-31").isEmpty)
        #expect(rules("See Kettlo-Recall.example/info", on: "2027-01-01") == ["LNK-01"])
        #expect(rules("See Kettlo-Recall.example/info", on: nil) == ["LNK-01"])
        #expect(rules("See kettlo-recall.example/other", on: "2026-12-31") == ["LNK-01"])
        #expect(
            rules("See kettlo\u{200B}-recall.example/info", on: "2026-12-31").contains("LNK-01"))
    }

    @Test func theLastGoodVersionStays() {
        var team = team(("house.toml", Self.good))
        team.load([(name: "house.toml", text: "version = \"2\"\n[[rule]]\ncode = ")])
        #expect(team.faults.map(\.file) == ["house.toml"])
        #expect(team.faults.first?.line == 3)
        #expect(team.inForce.map(\.version) == ["2026-11-01"])
        #expect(rules("Siehe Impressum.", team, "DE") == ["SHOP-01"])
        team.load([])
        #expect(team.faults.isEmpty)
        #expect(rules("Siehe Impressum.", team, "DE").isEmpty)
    }

    @Test func oneBadFileDoesNotTakeTheOthersAway() {
        let team = team(("bad.toml", "version = 5"), ("house.toml", Self.good))
        #expect(team.faults.map(\.file) == ["bad.toml"])
        #expect(team.inForce.map(\.name) == ["house.toml"])
    }

    /// Each fault with the line it must name.
    @Test(arguments: [
        ("severity = \"warn\"", "severity = \"loud\"", 5, "must be one of"),
        ("code = \"SHOP-01\"", "code = \"CON-01\"", 4, "rule of the desk"),
        ("why = ", "wy = ", 9, "no key here"),
        ("fix = \"sentence\"", "fix = \"burn\"", 11, "must be"),
        ("fix = \"sentence\"", "fix = \"sentence:nothing\"", 11, "no fix text"),
        ("terms = { de = \"Impressum*\" }", "terms = { xx = \"a\" }", 7, "no language"),
        ("Siehe Impressum auf der Seite.", "Siehe Seite zwei.", 13, "is not found"),
        ("Die Impressumspflicht gilt auch für uns.", "Das Impressum fehlt.", 14, "is found"),
        ("miss = [", "misses = [", 14, "no key here"),
        ("version = \"2026-11-01\"", "", nil, "must be a text"),
        ("marketplaces = [\"DE\"]", "marketplaces = \"DE\"", 6, "list of texts"),
    ])
    func aBadFileIsRefusedWithItsLine(
        part: String, wrong: String, line: Int?, reason: String
    ) throws {
        let text = Self.good.split(separator: part, omittingEmptySubsequences: false)
            .joined(separator: wrong)
        let team = team(("house.toml", text))
        let fault = try #require(team.faults.first)
        #expect(fault.file == "house.toml")
        #expect(fault.line == line, "\(fault)")
        #expect(fault.reason.contains(reason), "\(fault)")
        #expect(team.inForce.isEmpty)
    }

    @Test(arguments: [
        "[[frame]]\nrule = \"NO-99\"\nneeds = [\"review\"]",
        "[[frame]]\nrule = \"REV-01\"\nneeds = []",
        "[[frame]]\nrule = \"REV-01\"\nneeds = [\"no-such-thing\"]",
        "[[frame]]\nrule = \"REV-01\"\nneeds = [\"review\"]\nwindow = \"page\"",
        "[[frame]]\nneeds = [\"review\"]",
        "[concept.review]\nen = \"anything\"",
        "[concept.app-not]\nen = \"whatsapp\"",
        "[[accept]]\nrule = \"LNK-01\"\ntext = \"a\"\nuntil = \"soon\"\nowner = \"x\"\nreason = \"y\"",
        "frame = 1",
        "surprise = 1",
    ])
    func theDesksOwnRulesCannotBeTakenAway(rest: String) {
        let team = team(("a.toml", "version = \"1\"\n" + rest))
        #expect(team.faults.count == 1)
        #expect(team.faults.first?.line != nil, "\(team.faults)")
    }
}
