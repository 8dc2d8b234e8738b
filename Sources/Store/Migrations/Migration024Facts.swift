extension Migration {
    /// What templates put into letters that have not left yet, to be compared again before they do;
    /// and the ways to an author's last replies and to
    /// the uses of a template.
    static let facts = Migration(
        number: 24, name: "facts",
        parts: [
            """
            CREATE TABLE filled_fact (
                ticket INTEGER NOT NULL REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
                person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
                variable TEXT NOT NULL CHECK (variable <> ''),
                text TEXT NOT NULL,
                language TEXT NOT NULL,
                filled_at INTEGER NOT NULL,
                PRIMARY KEY (ticket, person, variable, text)
            ) STRICT, WITHOUT ROWID;
            """,
            """
            CREATE INDEX message_replies ON message (author, seq) WHERE kind = 'agent-reply';
            CREATE INDEX outbox_template ON outbox (template, accepted_at)
                WHERE template IS NOT NULL AND accepted_at IS NOT NULL;
            """,
        ])
}
