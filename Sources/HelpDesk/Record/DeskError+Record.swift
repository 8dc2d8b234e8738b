extension DeskError.Code {
    /// Nothing had happened yet at the instant that was asked for (argument `at`).
    package static let pastUnknown: Self = "past.unknown"
    /// The past can be looked at, not changed (argument `at`).
    package static let pastIsReadOnly: Self = "past.read_only"
}
