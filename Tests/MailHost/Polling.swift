/// Waits until `condition` holds, looking every few milliseconds, for tests with real processes.
/// Throws the sentence when the time is over.
package func eventually(
    _ what: String, within limit: Duration = .seconds(20),
    _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw MailHostError("It did not happen within \(limit): \(what).")
}
