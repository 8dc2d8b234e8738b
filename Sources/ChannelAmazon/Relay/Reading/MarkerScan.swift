/// Finds the runs of dashes around a buyer's text. Works in running text, since a converted mail can
/// have all of it on one line.
struct MarkerScan {
    struct Marker: Equatable {
        enum Kind { case start, end, unknown }
        var kind: Kind
        /// Places in `scalars`.
        var range: Range<Int>
    }

    let scalars: [Unicode.Scalar]
    /// In the order of the text.
    let markers: [Marker]

    init(_ text: String, table: MarkerTable) {
        scalars = Array(text.unicodeScalars)
        markers = Self.markers(in: scalars, runs: Self.runs(in: scalars), table)
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
    }

    static let shortestRun = 5
    static let longestWord = 60

    private static func markers(
        in scalars: [Unicode.Scalar], runs: [Range<Int>], _ table: MarkerTable
    ) -> [Marker] {
        var found: [Marker] = []
        var used: Set<Int> = []
        for index in runs.indices.dropLast() where !used.contains(index) {
            let between = runs[index].upperBound..<runs[index + 1].lowerBound
            guard let kind = knownKind(scalars[between], table) else { continue }
            used.formUnion([index, index + 1])
            found.append(
                Marker(kind: kind, range: runs[index].lowerBound..<runs[index + 1].upperBound))
        }
        for index in runs.indices.dropLast()
        where !used.contains(index) && !used.contains(index + 1) {
            let between = runs[index].upperBound..<runs[index + 1].lowerBound
            guard isWord(scalars[between]) else { continue }
            used.formUnion([index, index + 1])
            found.append(
                Marker(kind: .unknown, range: runs[index].lowerBound..<runs[index + 1].upperBound))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func knownKind(_ word: ArraySlice<Unicode.Scalar>, _ table: MarkerTable)
        -> Marker.Kind?
    {
        guard word.count <= longestWord + 20 else { return nil }
        let key = MarkerTable.key(String(String.UnicodeScalarView(word)))
        if table.starts.contains(key) { return .start }
        return table.ends.contains(key) ? .end : nil
    }

    /// The language-free rule: at most sixty characters on one line, with a letter among them.
    private static func isWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.count <= longestWord && !word.contains("\n")
            && word.contains { $0.properties.isAlphabetic }
    }

    /// Runs of at least five dashes; typographic ones count double, as converters make one of two.
    private static func runs(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard dashWeight(scalars[index]) > 0 else {
                index += 1
                continue
            }
            let start = index
            var weight = 0
            while index < scalars.count, dashWeight(scalars[index]) > 0 {
                weight += dashWeight(scalars[index])
                index += 1
            }
            if weight >= shortestRun { runs.append(start..<index) }
        }
        return runs
    }

    private static func dashWeight(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2D, 0x2010, 0x2011, 0x2212, 0xFF0D, 0x2500: 1
        case 0x2012...0x2015: 2
        default: 0
        }
    }
}
