/// What a terminal shows.
struct Screen: CustomStringConvertible {
    let rows: [String]

    init(captured: String) {
        var rows = captured.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if rows.last?.isEmpty == true { rows.removeLast() }
        self.rows = rows
    }

    var top: String { rows.first ?? "" }
    /// The key hints of the workstation.
    var hints: String { rows.last ?? "" }

    func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

    /// Whether a shell waits for a command, with nothing drawn below.
    var isShell: Bool { rows.last { !$0.isEmpty } == Seat.prompt }

    /// The first row with a text in it.
    func row(with text: String) -> String? { rows.first { $0.contains(text) } }

    /// All that is written, however it was wrapped.
    var flowing: String {
        rows.joined(separator: " ").split { " │─".contains($0) }.joined(separator: " ")
    }

    var description: String { rows.map { "|\($0)\n" }.joined() }
}
