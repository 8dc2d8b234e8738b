import Channels

/// Words between the dashes around a buyer's text, and the labels of service mails (`markers.toml`).
struct MarkerTable: Sendable {
    /// Labels of a mail that Amazon's own service wrote for a buyer, in one language.
    struct ServiceForm: Sendable {
        var language: String
        var greeting: [String]
        var order: [String]
        var item: [String]
        var reason: [String]
        var details: [String]
    }

    /// Compared with `MarkerTable.key` of what stands between the dashes.
    var starts: Set<String> = []
    var ends: Set<String> = []
    var greetings: [String] = []
    var services: [ServiceForm] = []

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["marker", "service"])
        for row in try file.root.rows("marker") {
            try row.finish(["language", "start", "end", "greeting"])
            _ = try row.string("language")
            starts.formUnion(try row.strings("start", isRequired: true).map(Self.key))
            ends.formUnion(try row.strings("end", isRequired: true).map(Self.key))
            greetings += try row.strings("greeting")
            if let both = starts.intersection(ends).first {
                throw row.fault("start", "“\(both)” opens and closes at once")
            }
        }
        for row in try file.root.rows("service") {
            try row.finish(["language", "greeting", "order", "item", "reason", "details"])
            services.append(
                ServiceForm(
                    language: try row.string("language"),
                    greeting: try row.strings("greeting", isRequired: true),
                    order: try row.strings("order", isRequired: true),
                    item: try row.strings("item"), reason: try row.strings("reason"),
                    details: try row.strings("details", isRequired: true)))
        }
    }

    /// What makes two spellings of a marker one: no accents, case, spaces, colons or stops.
    static func key(_ text: String) -> String {
        WordFolding.fold(text).filter { !$0.isWhitespace && !":：.。[]*_".contains($0) }
    }
}
