extension Migration {
    /// What the author of a reply had really read, where they sent past newer items with a reason, and
    /// which debts were answered so.
    static let collision = Migration(
        number: 21, name: "collision",
        parts: [
            """
            ALTER TABLE outbox ADD COLUMN read_through INTEGER CHECK (read_through >= 0);
            """,
            """
            ALTER TABLE debt ADD COLUMN is_unseen_at_reply INTEGER NOT NULL DEFAULT 0
                CHECK (is_unseen_at_reply IN (0, 1));
            """,
        ])
}
