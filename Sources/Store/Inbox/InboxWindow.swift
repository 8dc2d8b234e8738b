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
        if let index = shape.storeIndex, let stores = filter.stores,
            (1...Self.mergedStores).contains(stores.count)
        {
            for store in stores {
                for range in shape.ranges {
                    walks.append(Self.walk(index, "store = ? AND \(range.condition)"))
                    values += [store.rawValue] + range.values
                }
            }
        } else {
            for range in shape.ranges {
                let condition = "\(range.condition) AND \(filter.condition(on: "store"))"
                walks.append(Self.walk(shape.index, condition))
                values += range.values + filter.values
            }
        }
        sql = walks.joined(separator: " UNION ALL ") + " ORDER BY rank, id LIMIT ? OFFSET ?"
        self.values = values + [max(0, limit), max(0, offset)]
    }

    private static func walk(_ index: String, _ condition: String) -> String {
        "SELECT id, rank FROM ticket INDEXED BY \(index) WHERE \(condition)"
    }
}
