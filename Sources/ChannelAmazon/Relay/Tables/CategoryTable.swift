import Channels
import HelpDesk

/// What inquiries are about (`categories.toml`).
struct CategoryTable: Sendable {
    struct Row: Sendable {
        var value: InquiryCategory
        /// What the first strong phrase weighs.
        var weight: Double
        var topics: PhraseSet
        var weakTopics: PhraseSet
        var strong: PhraseSet
        var likely: PhraseSet
        var words: PhraseSet
        /// Phrases that say it is not about this; their words count for nothing here.
        var denied: PhraseSet
        /// The strong and the likely phrases as they are written.
        var sources: [String]
    }

    var rows: [Row] = []
    /// What any row denies, for whoever judges by words alone.
    let denied: PhraseSet

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["category"])
        var allDenied: [String] = []
        let values = InquiryCategory.allCases.map(\.rawValue)
        for row in try file.root.rows("category") {
            try row.finish([
                "value", "weight", "topics", "weak-topics", "strong", "likely", "words", "denied",
            ])
            let value = try row.string("value", of: values)
            guard !rows.contains(where: { $0.value.rawValue == value }) else {
                throw row.fault("value", "“\(value)” stands in two rows")
            }
            let strong = try row.strings("strong")
            let likely = try row.strings("likely")
            let denied = try row.strings("denied")
            allDenied += denied
            rows.append(
                Row(
                    value: InquiryCategory(rawValue: value) ?? .other,
                    weight: Double(try row.int("weight", in: 0...100)) / 10,
                    topics: PhraseSet(try row.strings("topics")),
                    weakTopics: PhraseSet(try row.strings("weak-topics")),
                    strong: PhraseSet(strong), likely: PhraseSet(likely),
                    words: PhraseSet(try row.strings("words")), denied: PhraseSet(denied),
                    sources: strong + likely))
        }
        denied = PhraseSet(allDenied)
    }
}
