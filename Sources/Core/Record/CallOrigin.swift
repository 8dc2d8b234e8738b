import HelpDesk

/// The request that this task answers, for the record.
enum CallOrigin {
    @TaskLocal static var current = EntryOrigin.unknown
}

extension Desk {
    /// A name for a new connection, as the record shows it.
    package func newSessionName() -> String { random.token(words: 1) }
}
