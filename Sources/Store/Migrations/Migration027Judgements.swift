extension Migration {
    /// Why messages have their categories, what people said of it and what the desk learnt; which
    /// warnings of likeness were heeded; and which drafts a machine wrote.
    static let judgements = Migration(
        number: 27, name: "judgements",
        parts: [
            """
            CREATE TABLE category_judgement (
                message INTEGER PRIMARY KEY REFERENCES message DEFERRABLE INITIALLY DEFERRED,
                rule TEXT NOT NULL,
                weight INTEGER NOT NULL,
                rules_version INTEGER NOT NULL,
                model TEXT,
                confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
                model_version INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE category_setting (
                seq INTEGER PRIMARY KEY,
                ticket INTEGER NOT NULL REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
                message INTEGER REFERENCES message DEFERRABLE INITIALLY DEFERRED,
                was TEXT NOT NULL,
                category TEXT NOT NULL,
                person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX category_setting_ticket ON category_setting (ticket, seq);
            CREATE INDEX category_setting_message ON category_setting (message, seq);
            CREATE TABLE category_training (
                version INTEGER PRIMARY KEY,
                seq INTEGER NOT NULL,
                at INTEGER NOT NULL,
                samples INTEGER NOT NULL,
                right_before INTEGER NOT NULL,
                right_after INTEGER NOT NULL,
                digest TEXT NOT NULL CHECK (length(digest) = 64)
            ) STRICT;
            """,
            """
            CREATE TABLE category_model (
                version INTEGER PRIMARY KEY,
                numbers BLOB NOT NULL
            ) STRICT;
            """,
            """
            CREATE TABLE wording_warning (
                seq INTEGER PRIMARY KEY,
                ticket INTEGER NOT NULL REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
                person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
                rule TEXT NOT NULL,
                percent INTEGER,
                at INTEGER NOT NULL,
                choice TEXT,
                chosen_at INTEGER
            ) STRICT;
            CREATE INDEX wording_warning_open ON wording_warning (ticket, person)
                WHERE choice IS NULL;
            CREATE INDEX wording_warning_at ON wording_warning (at);
            CREATE TABLE machine_draft (
                ticket INTEGER NOT NULL REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
                person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                engine TEXT NOT NULL,
                made_at INTEGER NOT NULL,
                PRIMARY KEY (ticket, person)
            ) STRICT, WITHOUT ROWID;
            """,
        ])
}
