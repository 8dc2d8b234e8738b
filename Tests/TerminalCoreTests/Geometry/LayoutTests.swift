import TerminalCore
import Testing

@Suite struct LayoutTests {
    static let splits: [([Track], Int, Int, [Int])] = [
        ([.fixed(3), .rest], 10, 0, [3, 7]), ([.rest, .rest, .rest], 10, 0, [4, 3, 3]),
        ([.flexible(weight: 2), .rest], 10, 1, [6, 3]), ([.fixed(8), .fixed(8)], 10, 0, [8, 2]),
        ([.flexible(minimum: 6), .fixed(8)], 10, 0, [6, 4]), ([.fixed(-3), .rest], 5, 0, [0, 5]),
        ([.rest], 0, 0, [0]), ([], 5, 0, []),
    ]

    @Test(arguments: splits)
    func partsShareTheRoom(tracks: [Track], total: Int, spacing: Int, expected: [Int]) {
        let rect = Rect(x: 2, y: 1, width: total, height: total)
        let columns = rect.columns(tracks, spacing: spacing)
        #expect(columns.map(\.width) == expected)
        #expect(rect.rows(tracks, spacing: spacing).map(\.height) == expected)
        #expect(columns.allSatisfy { $0.x >= rect.x && $0.maxX <= rect.maxX })
        for (part, next) in zip(columns, columns.dropFirst()) where part.width > 0 {
            #expect(next.x == min(part.maxX + spacing, rect.maxX))
        }
    }

    @Test func extentsAreNeverNegative() {
        #expect(Rect(x: 0, y: 0, width: 2, height: 2).inset(horizontal: 2).width == 0)
        let apart = Rect(x: 0, y: 0, width: 2, height: 2)
            .intersection(Rect(x: 9, y: 9, width: 2, height: 2))
        #expect(apart.isEmpty)
    }
}
