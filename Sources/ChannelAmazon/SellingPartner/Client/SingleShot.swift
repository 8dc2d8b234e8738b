/// Operations with an effect that must not come twice, each with the status that says that it is
/// done. After an unclear answer the client never repeats them by itself (amazon.md 5.2).
enum SingleShot {
    private static let statuses: [String: Int] = {
        var statuses = Dictionary(
            MessagingTable.standard.entries.map { ($0.operation, 201) },
            uniquingKeysWith: { first, _ in first })
        statuses[SolicitationRequests.reviewOperation] = 201
        statuses[ShipmentRequests.operation] = 204
        return statuses
    }()

    static func contains(_ operation: String) -> Bool { statuses[operation] != nil }

    /// Nil for operations that may be repeated.
    static func doneStatus(_ operation: String) -> Int? { statuses[operation] }
}
