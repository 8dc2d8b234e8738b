extension Desk {
    /// Tells of every threshold that has come, once; returns how many clocks told something.
    package func sweepClocks() async throws -> Int {
        try await ClockSweeper(desk: self).runDue()
    }
}
