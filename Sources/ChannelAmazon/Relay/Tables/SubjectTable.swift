import Channels

/// Forms of subjects (`subjects.toml`).
struct SubjectTable: Sendable {
    /// Words around the buyer's name: `before NAME`, or `before NAME after`.
    struct Clause: Sendable {
        var before: String
        var after: String?
        /// Put in the clause's place.
        var keep: String?
    }

    var orderWords: [String]
    var replyMarks: Set<String>
    var clauses: [Clause] = []
    /// Ends of topics that say nothing, longest first.
    var fillerEnds: [String] = []

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["order", "clause", "filler"])
        let order = try file.root.row("order")
        try order.finish(["words", "reply-marks"])
        orderWords = try order.strings("words", isRequired: true)
        replyMarks = Set(try order.strings("reply-marks", isRequired: true).map { $0.lowercased() })
        for row in try file.root.rows("clause") {
            try row.finish(["language", "before", "after", "keep"])
            _ = try row.string("language")
            clauses.append(
                Clause(
                    before: try row.string("before"), after: try row.optionalString("after"),
                    keep: try row.optionalString("keep")))
        }
        for row in try file.root.rows("filler") {
            try row.finish(["language", "ends"])
            _ = try row.string("language")
            fillerEnds += try row.strings("ends", isRequired: true)
        }
        fillerEnds.sort { $0.count > $1.count }
    }
}
