extension Migration {
    /// Since when the platform's credentials are good, and what was warned of their end.
    static let credentials = Migration(
        number: 9, name: "credentials",
        parts: [
            """
            CREATE TABLE credential (
                subject TEXT PRIMARY KEY CHECK (subject <> ''),
                renewed_at INTEGER NOT NULL,
                is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
                warned INTEGER CHECK (warned IN (30, 7, 1, 0))
            ) STRICT, WITHOUT ROWID;
            """
        ])
}
