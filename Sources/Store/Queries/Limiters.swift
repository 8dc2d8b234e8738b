import GRDB

extension WriteTransaction {
    /// Forgets a rate limiter's state.
    package func removeLimiter(name: String) throws {
        try db.run("DELETE FROM limiter WHERE name = ?", [name])
    }
}
