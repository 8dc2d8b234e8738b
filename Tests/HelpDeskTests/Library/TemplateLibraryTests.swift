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
