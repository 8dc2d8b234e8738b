import TerminalCore
import Testing

@Suite struct WordWrapTests {
    @Test(arguments: [
        ("", 5, [""]), ("one two three", 8, ["one two", "three"]), ("exactly", 7, ["exactly"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a  b", 2, ["a", "b"]),
        ("well-known fact", 6, ["well-", "known", "fact"]),
        ("サイズが合いません", 8, ["サイズが", "合いませ", "ん"]), ("届きません。はい", 10, ["届きませ", "ん。はい"]),
        ("彼は「はい」と", 6, ["彼は", "「は", "い」と"]), ("ab漢字cd", 4, ["ab漢", "字cd"]),
        ("order 漢字", 7, ["order", "漢字"]), ("🇩🇪🇫🇷🇮🇹", 4, ["🇩🇪🇫🇷", "🇮🇹"]),
    ])
    func linesBreakWhereReadersExpect(text: String, width: Int, expected: [String]) {
        #expect(text.wrapped(width: width) == expected)
    }

    @Test(arguments: [1, 2, 3, 7, 20])
    func rowsCoverTheTextAndFit(width: Int) {
        let text = "Größe 漢字「か」、 e\u{301} 👨‍👩‍👧 Donaudampfschifffahrt  x-y"
        let rows = text.wrappedRows(width: width)
        #expect(rows.first?.range.lowerBound == 0)
        #expect(rows.last?.range.upperBound == text.utf8.count)
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(row.range.upperBound == next.range.lowerBound)
        }
        #expect(rows.allSatisfy { $0.width <= max(2, width) })
        #expect(rows.allSatisfy { !$0.range.isEmpty })
    }
}
