import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Reads the desk as it is, or as it was at an instant. Throws `pastUnknown`.
    func look<T: Sendable>(
        at instant: Timestamp?, _ body: @Sendable (ReadTransaction) throws -> T
    ) async throws -> T {
        guard let instant, instant < clock.now else { return try await database.read(body) }
        return try await database.past(at: instant).read(body)
    }
}
