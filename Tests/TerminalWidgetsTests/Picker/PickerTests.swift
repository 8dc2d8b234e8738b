import TerminalCore
import TerminalWidgets
import Testing

@Suite struct PickerTests {
    private func titles(_ query: String, _ titles: [String]) -> [String] {
        let picker = Picker(items: titles.map { PickerItem(id: $0, title: $0) }, query: query)
        return picker.matches.map { titles[$0] }
    }

    @Test(arguments: [
        (
            "ref", ["prefer later", "Refund sent", "rear of file"],
            ["Refund sent", "prefer later", "rear of file"]
        ),
        ("in", ["main", "Inbox", "view in list"], ["Inbox", "view in list", "main"]),
        ("inbox", ["Inbox of all stores", "Inbox"], ["Inbox", "Inbox of all stores"]),
        (
            "fa tva", ["Facture", "Facture avec TVA", "TVA facture"],
            ["TVA facture", "Facture avec TVA"]
        ),
        ("発送", ["未発送", "返金", "発送済み"], ["発送済み", "未発送"]), ("xyz", ["abc"], []),
        ("", ["b", "a"], ["b", "a"]), ("a", ["xa", "ya"], ["xa", "ya"]),
    ])
    func theClosestComesFirst(query: String, given: [String], expected: [String]) {
        #expect(titles(query, given) == expected)
    }

    @Test func positionsPreferLettersSideBySide() throws {
        let match = try #require(FuzzyMatch("tag", in: "t-a-g and tag"))
        #expect(match.positions == [10, 11, 12])
    }

    @Test func keywordsAreFound() {
        let picker = Picker(
            items: [PickerItem(id: "1", title: "王芳", keywords: "wang fang")], query: "wf")
        #expect(picker.selectedItem?.id == "1")
    }

    @Test func keysNarrowMovePickAndCancel() {
        var picker = Picker(
            items: ["alpha", "beta", "gamma"].map { PickerItem(id: $0, title: $0) })
        let keys: [Key] = [
            .named(.down), .named(.enter), .character("g"), .named(.enter), .character("z"),
            .named(.enter), .named(.escape), .hangup,
        ]
        let outcomes = keys.map { picker.handle($0) }
        #expect(
            outcomes == [
                .handled, .picked(id: "beta"), .handled, .picked(id: "gamma"), .handled, .handled,
                .cancelled, .ignored,
            ])
    }

    @Test func listAndPreviewShareTheRoom() {
        let picker = Picker(items: ["alpha", "beta"].map { PickerItem(id: $0, title: $0) })
        var buffer = ScreenBuffer(size: Size(width: 61, height: 3))
        picker.render(into: &buffer, in: buffer.bounds) { [[StyledText("about \($0.id)")]] }
        #expect(buffer.textRows[0].hasPrefix(">") && buffer.textRows[0].hasSuffix("2/2"))
        #expect(
            buffer.textRows[1].contains("> alpha") && buffer.textRows[1].contains("│ about alpha"))
        #expect(buffer.cursor == Point(x: 2, y: 0))
    }
}
