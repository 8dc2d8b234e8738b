/// Why a test cannot go on.
struct TestTrouble: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Waits until `condition` holds, looking every few milliseconds. Throws the sentence when the time
/// is over.
func eventually(
    _ what: String, within limit: Duration = .seconds(20), _ condition: () throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try condition() { return }
        try await Task.sleep(for: .milliseconds(15))
    }
    throw TestTrouble("It did not happen within \(limit): \(what).")
}
