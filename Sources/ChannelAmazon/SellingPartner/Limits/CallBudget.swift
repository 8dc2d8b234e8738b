package import HelpDesk
package import Jobs

/// Whose rate a call spends: the platform counts by seller account, region and operation. Stores
/// that share a seller account share the first one's budget.
package struct BudgetKey: Hashable, Sendable, Comparable {
    package var store: StoreID
    package var region: String
    package var operation: String

    package init(store: StoreID, region: String = "", operation: String) {
        self.store = store
        self.region = region
        self.operation = operation
    }

    package static func < (left: BudgetKey, right: BudgetKey) -> Bool {
        (left.store, left.region, left.operation) < (right.store, right.region, right.operation)
    }
}

/// What is left of one store's rate for one operation; stored so that a restart remembers it.
package struct CallBudget: Hashable, Sendable {
    package var store: StoreID
    package var region: String
    package var operation: String
    package var bucket: TokenBucket

    package init(store: StoreID, region: String = "", operation: String, bucket: TokenBucket) {
        self.store = store
        self.region = region
        self.operation = operation
        self.bucket = bucket
    }

    package var key: BudgetKey { BudgetKey(store: store, region: region, operation: operation) }
}

// Earlier versions stored budgets without a region.
extension CallBudget: Codable {
    private enum CodingKeys: String, CodingKey {
        case store, region, operation, bucket
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            store: try container.decode(StoreID.self, forKey: .store),
            region: try container.decodeIfPresent(String.self, forKey: .region) ?? "",
            operation: try container.decode(String.self, forKey: .operation),
            bucket: try container.decode(TokenBucket.self, forKey: .bucket))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(store, forKey: .store)
        try container.encode(region, forKey: .region)
        try container.encode(operation, forKey: .operation)
        try container.encode(bucket, forKey: .bucket)
    }
}
