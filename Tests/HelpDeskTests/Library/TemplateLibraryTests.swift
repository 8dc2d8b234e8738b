import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TemplateLibraryTests {
    @Test(arguments: [
        ("", "", 0), ("same", "same", 0), ("", "abcd", 1000), ("kitten", "sitting", 429),
        ("abcdef", "abXdef", 167), ("お荷物は明日", "お荷物は明後日", 143),
    ])
    func editsAreCountedInThousandths(_ filled: String, _ sent: String, _ permille: Int) {
        #expect(TemplateEdit.permille(from: filled, to: sent) == permille)
        #expect(TemplateEdit.permille(from: sent, to: filled) == permille)
    }

    /// Two texts with nothing in common of this length have more pairs than anybody waits for.
    @Test func textsBeyondAnyLetterAreNotCompared() {
        let (one, two) = (String(repeating: "a", count: 9000), String(repeating: "b", count: 9000))
        #expect(TemplateEdit.permille(from: one, to: two) == nil)
        // What is the same at both ends costs nothing.
        #expect(TemplateEdit.permille(from: one + "x" + one, to: one + "y" + one) == 0)
    }

    @Test func whatAVersionChangedIsToldFieldByField() {
        let old = TemplateVersion(
            key: "a", number: 1, title: "T", language: "en", category: .other,
            body: "Hello {{buyer.name}}, {{#if shipment.delivered}}it came{{/if}}",
            marketplaces: ["UK"], at: Timestamp(milliseconds: 0))
        var new = old
        (new.number, new.body) = (2, "Hello {{order.id}}")
        #expect(old.changes(since: old).isEmpty)
        #expect(
            new.changes(since: old) == [
                TemplateChange(
                    .variables, from: "buyer.name, shipment.delivered", to: "order.id")
            ])
        new.marketplaces = []
        new.stores = ["nova-eu", "nova-us"]
        (new.group, new.orderStates) = (GroupID(3), [.shipped, .delivered])
        #expect(
            new.changes(since: old).map(\.field) == [
                .stores, .marketplaces, .variables, .orderStates, .group,
            ])
        #expect(new.changes(since: old)[1] == TemplateChange(.marketplaces, from: "UK", to: ""))
        // The first version is told whole.
        #expect(
            old.changes(since: nil).map(\.field) == [
                .title, .language, .category, .marketplaces, .variables,
            ])
    }

    @Test func sharesOfFewLettersAreNotTold() {
        #expect(TemplateShare(19, of: 19).told == nil)
        let told = TemplateShare(18, of: 20).told
        #expect(told?.share == 0.9)
        #expect((told?.low ?? 0) > 0.69 && (told?.high ?? 1) < 0.98)
    }

    @Test func versionsSayTheSameWhoeverWroteThem() {
        let time = Timestamp(milliseconds: 0)
        let one = TemplateVersion(
            key: "a", number: 1, title: "T", language: "en", category: .other, body: "B",
            origin: TemplateOrigin(key: "b", number: 1), author: nil, at: time)
        var two = one
        (two.number, two.author, two.at) = (7, PersonID(2), time + .days(3))
        two.origin?.number = 4
        #expect(one.saysTheSame(as: two))
        two.body = "C"
        #expect(!one.saysTheSame(as: two))
    }

    @Test func macrosAreBounded() {
        func problem(_ acts: [MacroAct]) -> String? {
            MacroVersion(
                name: "m", number: 1, title: "M", acts: acts, author: PersonID(1),
                at: Timestamp(milliseconds: 0)
            ).problem?.field
        }
        #expect(problem([]) == "acts")
        #expect(problem([.tag("late")]) == nil)
        #expect(problem([.template("a"), .template("b")]) == "acts")
        #expect(problem([.resolve, .afterSend(.resolved)]) == "acts")
        #expect(problem([.hold(reason: "", seconds: 3600)]) == "hold")
        #expect(problem([.snooze(seconds: 5)]) == "snooze")
        #expect(problem(Array(repeating: .watch, count: 11)) == "acts")
    }
}
