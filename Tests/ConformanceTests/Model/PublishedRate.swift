/// The usage plan in an operation's description: a table of rate and burst.
struct PublishedRate {
    var rate: Double
    var burst: Double

    /// Nil when the description holds no such table.
    init?(_ description: String) {
        let rows = description.split(separator: "\n").filter { $0.hasPrefix("|") }
        for row in rows {
            let cells = row.split(separator: "|").map { $0.filter { $0 != " " } }
            if cells.count >= 2, let rate = Double(cells[cells.count - 2]),
                let burst = Double(cells[cells.count - 1])
            {
                self.rate = rate
                self.burst = burst
                return
            }
        }
        return nil
    }
}
