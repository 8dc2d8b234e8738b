import GRDB
import HelpDesk

/// A page of ticket numbers in list order.
struct InboxWindow {
    let sql: String
    let values: [Binding]

    /// With more stores than this one walk over all stores, skipping the others' entries within
    /// the index, is cheaper than merging a walk for each store.
    private static let mergedStores = 12

    init(_ query: TicketQuery, offset: Int, limit: Int) {
        let shape = QueueShape(query)
        var walks: [String] = []
        var values: [Binding] = []
        let filter = query.filter
        let about = query.category.map { [$0.rawValue] as [Binding] } ?? []
        let isAbout = query.category == nil ? "" : " AND category = ?"
        if let index = shape.storeIndex, let stores = filter.stores,
            (1...Self.mergedStores).contains(stores.count)
        {
            for store in stores {
                for range in shape.ranges {
                    walks.append(Self.walk(index, "store = ? AND \(range.condition)\(isAbout)"))
                    values += [store.rawValue] + range.values + about
                }
            }
        } else {
            for range in shape.ranges {
                let condition = "\(range.condition)\(isAbout) AND \(filter.condition(on: "store"))"
                walks.append(Self.walk(shape.index, condition))
                values += range.values + about + filter.values
            }
        }
        sql = walks.joined(separator: " UNION ALL ") + " ORDER BY rank, id LIMIT ? OFFSET ?"
        self.values = values + [max(0, limit), max(0, offset)]
    }

    private static func walk(_ index: String?, _ condition: String) -> String {
        let way = index.map { " INDEXED BY \($0)" } ?? ""
        return "SELECT id, rank FROM ticket\(way) WHERE \(condition)"
    }
}
