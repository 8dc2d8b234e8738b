package import HelpDesk

/// What a pass did, one line a store and step; below a problem what to do about it.
package enum SyncSummaryText {
    package static func lines(of summary: SyncSummary, _ words: Words) -> [String] {
        summary.stores.flatMap { store in
            [orders(store, words), messages(store, words)]
                + (store.orders.errors + (store.errors ?? [])).flatMap {
                    problem($0, of: store.id, words)
                }
        }
    }

    private static func orders(_ store: SyncSummary.Store, _ words: Words) -> String {
        let orders = store.orders
        return line(
            store.id, EngineWords.kind("orders"),
            [
                (orders.pulled, Phrase("sync-pass.pulled", "pulled")),
                (orders.created, Phrase("sync-pass.new", "new")),
                (orders.updated, Phrase("sync-pass.changed", "changed")),
                (orders.requests, Phrase("sync-pass.requests", "requests")),
            ], words)
    }

    private static func messages(_ store: SyncSummary.Store, _ words: Words) -> String {
        let messages = store.messages
        return line(
            store.id, EngineWords.kind("messages"),
            [
                (messages.fetched, Phrase("sync-pass.fetched", "fetched")),
                (messages.created, Phrase("sync-pass.new", "new")),
                (messages.duplicates, Phrase("sync-pass.duplicates", "duplicates")),
                (messages.notices, Phrase("sync-pass.notices", "notices")),
                (messages.quarantined, Phrase("sync-pass.quarantined", "quarantined")),
                (messages.unparsed, Phrase("sync-pass.unparsed", "unparsed")),
            ], words)
    }

    private static func line(
        _ store: StoreID, _ step: Phrase, _ figures: [(Int, Phrase)], _ words: Words
    ) -> String {
        ([store.rawValue, words(step)] + figures.map { "\(words($0.1)) \($0.0)" })
            .joined(separator: "\t")
    }

    private static func problem(
        _ problem: SyncSummary.Problem, of store: StoreID, _ words: Words
    ) -> [String] {
        let said = SyncSentences.words(
            errorClass: problem.code, operation: problem.op, trouble: problem.trouble,
            code: problem.reason)
        return [
            "\(store)\t\(problem.code)\t\(problem.op)\t\(problem.message)",
            "\t! \(words(said.problem)) -> \(words(said.nextStep))",
        ]
    }
}
