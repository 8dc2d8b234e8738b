extension Migration {
    /// Templates with their versions, macros, and people's own words for letters.
    static let library = Migration(
        number: 26, name: "library", parts: [templates, uses, macros, words])

    private static let templates = """
        CREATE TABLE template_entry (
            template TEXT PRIMARY KEY CHECK (template <> ''),
            current INTEGER,
            owner INTEGER REFERENCES person,
            review_days INTEGER NOT NULL CHECK (review_days >= 1),
            reviewed_at INTEGER,
            retired_at INTEGER,
            retire_reason TEXT,
            CHECK ((retired_at IS NULL) = (retire_reason IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE template_version (
            template TEXT NOT NULL REFERENCES template_entry,
            number INTEGER NOT NULL CHECK (number >= 1),
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            body TEXT NOT NULL,
            stores TEXT NOT NULL CHECK (json_valid(stores)),
            marketplaces TEXT NOT NULL CHECK (json_valid(marketplaces)),
            order_states TEXT NOT NULL CHECK (json_valid(order_states)),
            audience_group INTEGER,
            origin TEXT,
            origin_number INTEGER,
            author INTEGER REFERENCES person,
            at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'refused', 'earlier')),
            settled_by INTEGER REFERENCES person,
            settled_at INTEGER,
            reason TEXT,
            PRIMARY KEY (template, number),
            CHECK ((origin IS NULL) = (origin_number IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX template_version_waiting ON template_version (template)
            WHERE state = 'waiting';
        CREATE TABLE template_fault (
            template TEXT NOT NULL,
            number INTEGER NOT NULL,
            rules TEXT NOT NULL CHECK (json_valid(rules)),
            PRIMARY KEY (template, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE template_check (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            stamp TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """

    private static let uses = """
        ALTER TABLE outbox ADD COLUMN template_version INTEGER;
        ALTER TABLE outbox ADD COLUMN template_edit INTEGER;
        CREATE TABLE template_touch (
            seq INTEGER PRIMARY KEY,
            template TEXT NOT NULL,
            number INTEGER NOT NULL,
            ticket INTEGER NOT NULL REFERENCES ticket,
            person INTEGER NOT NULL REFERENCES person,
            kind TEXT NOT NULL CHECK (kind IN ('inserted', 'blocked')),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX template_touch_time ON template_touch (at);
        CREATE INDEX template_touch_ticket ON template_touch (ticket, person, seq);
        CREATE INDEX outbox_template_use ON outbox (accepted_at) WHERE template IS NOT NULL
            AND accepted_at IS NOT NULL;
        """

    private static let macros = """
        CREATE TABLE macro_version (
            macro TEXT NOT NULL CHECK (macro <> ''),
            number INTEGER NOT NULL CHECK (number >= 1),
            payload TEXT NOT NULL CHECK (json_valid(payload)),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'refused', 'earlier')),
            settled_by INTEGER REFERENCES person,
            settled_at INTEGER,
            reason TEXT,
            PRIMARY KEY (macro, number)
        ) STRICT, WITHOUT ROWID;
        """

    private static let words = """
        CREATE TABLE own_word (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            person INTEGER NOT NULL REFERENCES person,
            kind TEXT NOT NULL CHECK (kind IN ('snippet', 'spelling')),
            digest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX own_word_person ON own_word (person, kind);
        CREATE TABLE own_word_content (
            word INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        """
}
