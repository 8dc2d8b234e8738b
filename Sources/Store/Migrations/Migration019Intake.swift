extension Migration {
    /// A mail's bytes are looked up again when a mailbox numbers its mails anew; and when the desk
    /// became responsible for each mailbox.
    static let intake = Migration(
        number: 19, name: "intake",
        parts: [
            "CREATE INDEX raw_mail_digest ON raw_mail (digest, id);",
            """
            CREATE TABLE mailbox_live (
                mailbox TEXT PRIMARY KEY CHECK (mailbox <> ''),
                live_at INTEGER NOT NULL,
                reads_from INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """,
        ])
}
