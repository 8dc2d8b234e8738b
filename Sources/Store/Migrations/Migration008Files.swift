extension Migration {
    /// Files that come in and go out: what they are by their bytes, and those of drafts and
    /// replies. The bytes lie beside the database.
    static let files = Migration(
        number: 8, name: "files",
        parts: [
            """
            ALTER TABLE attachment ADD COLUMN kind TEXT;
            CREATE TABLE draft_file (
                ticket INTEGER NOT NULL REFERENCES ticket,
                person INTEGER NOT NULL REFERENCES person,
                position INTEGER NOT NULL CHECK (position >= 0),
                kind TEXT NOT NULL,
                byte_count INTEGER NOT NULL CHECK (byte_count > 0),
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                PRIMARY KEY (ticket, person, position)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE draft_file_content (
                ticket INTEGER NOT NULL,
                person INTEGER NOT NULL,
                position INTEGER NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (ticket, person, position),
                FOREIGN KEY (ticket, person, position) REFERENCES draft_file
                    ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE outbox_file (
                outbox INTEGER NOT NULL REFERENCES outbox,
                position INTEGER NOT NULL CHECK (position >= 0),
                kind TEXT NOT NULL,
                byte_count INTEGER NOT NULL CHECK (byte_count > 0),
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                PRIMARY KEY (outbox, position)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE outbox_file_content (
                outbox INTEGER NOT NULL,
                position INTEGER NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (outbox, position),
                FOREIGN KEY (outbox, position) REFERENCES outbox_file
                    DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;
            """
        ])
}
