import TerminalCore
import TerminalWidgets
import Testing

@Suite struct TableTests {
    private let table = Table(columns: [
        TableColumn("left", width: .fixed(5), alignment: .trailing),
        TableColumn("about", width: .rest, isTelling: true),
    ])

    private func draw(_ state: ListState, count: Int, asked: (Int) -> Void = { _ in })
        -> ScreenBuffer
    {
        var buffer = ScreenBuffer(size: Size(width: 18, height: 4))
        table.render(into: &buffer, in: buffer.bounds, state: state, count: count) { index in
            asked(index)
            return TableRow(["\(index)h", "漢字 order \(index)"], isMarked: index == 1)
        }
        return buffer
    }

    @Test func rowsStandInColumnsWithAMarkedGutter() {
        #expect(
            draw(ListState(selection: 1), count: 3).dump == """
                   left about     |
                     0h 漢字 orde…|
                >*   1h 漢字 orde…|
                     2h 漢字 orde…|
                styles
                0: ..aaaaa.aaaaaaaaaa
                2: bc......dddddddddd
                a = muted
                b = gutter
                c = marked
                d = standard bold
                cursor column 0 row 2

                """)
    }

    @Test func onlyRowsInSightAreAskedFor() {
        var asked: [Int] = []
        _ = draw(ListState(selection: 500_000, height: 3), count: 1_000_000) { asked.append($0) }
        #expect(asked == [499_998, 499_999, 500_000])
    }

    @Test func anEmptyListShowsItsHeader() {
        #expect(
            draw(ListState(), count: 0).textRows[1...].allSatisfy { $0.allSatisfy { $0 == " " } })
    }

    @Test func theBarCoversTheRow() {
        var bar = table
        bar.look = .bar
        var buffer = ScreenBuffer(size: Size(width: 10, height: 2))
        bar.render(into: &buffer, in: buffer.bounds, state: ListState(), count: 1) { _ in
            TableRow(["1h", "x"])
        }
        #expect(
            (0..<10).allSatisfy { column in
                buffer[Point(x: column, y: 1)]?.style.attributes.contains(.reverse) == true
            })
    }

    @Test func aClickFindsItsRow() {
        let area = Rect(x: 0, y: 2, width: 18, height: 4)
        let state = ListState(selection: 10, top: 9, height: 3)
        #expect(table.row(at: Point(x: 3, y: 4), in: area, state: state, count: 20) == 10)
        #expect(table.row(at: Point(x: 3, y: 2), in: area, state: state, count: 20) == nil)
        #expect(table.row(at: Point(x: 3, y: 9), in: area, state: state, count: 20) == nil)
    }
}

@Suite struct ListStateTests {
    @Test func theSelectionStaysInSightAndInTheList() {
        var state = ListState(height: 3)
        state.move(by: 4, count: 10)
        #expect(state.selection == 4 && state.top == 2)
        state.move(by: -1, count: 10)
        #expect(state.selection == 3 && state.top == 2)
        state.move(by: 100, count: 10)
        #expect(state.selection == 9 && state.top == 7)
        state.clamp(count: 5)
        #expect(state.selection == 4)
        #expect(state.window(count: 5, height: 3) == 2..<5)
        state.clamp(count: 0)
        #expect(state.selection == 0)
        #expect(state.window(count: 0, height: 3).isEmpty)
    }

    @Test func pagesKeepOneRow() {
        var state = ListState(height: 10)
        state.page(by: 1, count: 100)
        #expect(state.selection == 9 && state.top == 9)
        state.page(by: -1, count: 100)
        #expect(state.selection == 0 && state.top == 0)
        state.page(by: 99, count: 100)
        #expect(state.selection == 99 && state.top == 90)
    }

    @Test func aSmallerWindowFollowsTheSelection() {
        var state = ListState(selection: 8, height: 10)
        state.height = 4
        #expect(state.window(count: 20, height: 4) == 5..<9)
    }
}
