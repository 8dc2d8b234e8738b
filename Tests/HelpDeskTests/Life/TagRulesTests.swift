import HelpDesk
import SwiftExtensions
import Testing

@Suite struct TagRulesTests {
    @Test(
        arguments: [
            ("Broken Hinge", "broken-hinge"), ("#refund", "refund"), ("退款", "退款"),
            ("  a   b ", "a-b"), ("v1.2_x", "v1.2_x"),
        ])
    func oneForm(typed: String, name: TagName) throws {
        #expect(try TagRules.name(typed) == name)
    }

    @Test(arguments: [
        "", "  ", "a;b", "x\u{1B}[2J", "\u{202E}abc", String(repeating: "y", count: 41),
    ])
    func refused(typed: String) {
        #expect(throws: DeskError(.tagInvalid, ["longest": "40"])) { try TagRules.name(typed) }
    }

    @Test func aliasesMeanTheirTagAndUnknownOnesNeedARight() throws {
        let registry = [
            Tag(name: "refund", aliases: ["money-back", "退款"]), Tag(name: "old", isRetired: true),
        ]
        #expect(
            try TagRules.resolve("Money back", registry: registry, mayMakeUp: false) == "refund")
        #expect(try TagRules.resolve("退款", registry: registry, mayMakeUp: false) == "refund")
        #expect(throws: DeskError(.tagUnknown, ["tag": "carrier"])) {
            try TagRules.resolve("carrier", registry: registry, mayMakeUp: false)
        }
        #expect(try TagRules.resolve("carrier", registry: registry, mayMakeUp: true) == "carrier")
        #expect(throws: DeskError(.tagUnknown, ["tag": "old"])) {
            try TagRules.resolve("old", registry: registry, mayMakeUp: true)
        }
    }

    @Test func onlyStickyTagsAreInherited() {
        let registry = [Tag(name: "vip", isSticky: true), Tag(name: "refund")]
        #expect(TagRules.inherited(["refund", "vip", "free"], registry: registry) == ["vip"])
    }
}
