extension Migration {
    /// What reports count, worked out of each ticket's events whenever it has new ones, and what
    /// people judged. The former follows from the record and may be thrown away at any time; the
    /// latter is a fold of events.
    static let reports = Migration(
        number: 16, name: "reports",
        parts: [factTables, moreFactTables, factIndexes, qualityTables])

    /// Rows lie in the order of their window's instant, so that a window is one walk.
    private static let factTables = """
        CREATE TABLE report_mark (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seq INTEGER NOT NULL
        ) STRICT;
        INSERT INTO report_mark VALUES (1, 0);
        CREATE TABLE report_debt (
            start INTEGER NOT NULL,
            debt INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            message INTEGER NOT NULL,
            due INTEGER NOT NULL,
            state TEXT NOT NULL,
            discharged_at INTEGER,
            answerer INTEGER,
            is_answered_outside INTEGER NOT NULL,
            is_born_late INTEGER NOT NULL,
            is_start_estimated INTEGER NOT NULL,
            bounces INTEGER NOT NULL,
            seen_at INTEGER,
            owner_at_due INTEGER,
            unowned INTEGER NOT NULL,
            PRIMARY KEY (start, debt)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_share (
            debt INTEGER NOT NULL,
            person INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            PRIMARY KEY (debt, person)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_owed (
            debt INTEGER NOT NULL,
            from_at INTEGER NOT NULL,
            to_at INTEGER,
            start INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            owner INTEGER,
            PRIMARY KEY (from_at, debt)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_turn (
            start INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            number INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            cycle INTEGER NOT NULL,
            is_first INTEGER NOT NULL,
            replied_at INTEGER,
            replier INTEGER,
            PRIMARY KEY (start, ticket, number)
        ) STRICT, WITHOUT ROWID;
        """

    private static let moreFactTables = """
        CREATE TABLE report_resolve (
            at INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            number INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            resolver INTEGER,
            reopened_at INTEGER,
            is_last_of_cycle INTEGER NOT NULL,
            is_one_touch INTEGER NOT NULL,
            PRIMARY KEY (at, ticket, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_resolution (
            last_at INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            resolver INTEGER,
            started_at INTEGER NOT NULL,
            first_at INTEGER NOT NULL,
            rested INTEGER NOT NULL,
            pending INTEGER NOT NULL,
            held INTEGER NOT NULL,
            PRIMARY KEY (last_at, ticket)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_reply (
            at INTEGER NOT NULL,
            message INTEGER NOT NULL,
            ticket INTEGER NOT NULL,
            store TEXT NOT NULL,
            marketplace TEXT NOT NULL,
            language TEXT NOT NULL,
            category TEXT NOT NULL,
            author INTEGER,
            is_help INTEGER NOT NULL,
            has_template INTEGER NOT NULL,
            characters INTEGER NOT NULL,
            template_characters INTEGER NOT NULL,
            PRIMARY KEY (at, message)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE report_hour (
            hour INTEGER NOT NULL,
            person INTEGER NOT NULL,
            PRIMARY KEY (hour, person)
        ) STRICT, WITHOUT ROWID;
        """

    private static let factIndexes = """
        CREATE INDEX report_debt_ticket ON report_debt (ticket);
        CREATE INDEX report_debt_due ON report_debt (due);
        CREATE INDEX report_debt_discharge ON report_debt (discharged_at)
            WHERE discharged_at IS NOT NULL;
        CREATE INDEX report_share_ticket ON report_share (ticket);
        CREATE INDEX report_owed_ticket ON report_owed (ticket);
        CREATE INDEX report_turn_ticket ON report_turn (ticket);
        CREATE INDEX report_resolve_ticket ON report_resolve (ticket);
        CREATE INDEX report_resolution_ticket ON report_resolution (ticket);
        CREATE INDEX report_reply_ticket ON report_reply (ticket);
        """

    private static let qualityTables = """
        CREATE TABLE quality_sample (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            week TEXT NOT NULL CHECK (week <> ''),
            message INTEGER NOT NULL UNIQUE REFERENCES message,
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            author INTEGER NOT NULL REFERENCES person,
            replied_at INTEGER NOT NULL,
            is_double INTEGER NOT NULL CHECK (is_double IN (0, 1)),
            seed INTEGER NOT NULL,
            drawn_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX quality_sample_week ON quality_sample (week, author);
        CREATE TABLE quality_mark (
            sample INTEGER NOT NULL REFERENCES quality_sample,
            scorer INTEGER NOT NULL REFERENCES person,
            accuracy TEXT NOT NULL,
            completeness TEXT NOT NULL,
            policy TEXT NOT NULL,
            language TEXT NOT NULL,
            timeliness TEXT NOT NULL,
            total REAL NOT NULL CHECK (total BETWEEN 0 AND 100),
            note_digest TEXT,
            scored_at INTEGER NOT NULL,
            position INTEGER NOT NULL CHECK (position > 0),
            PRIMARY KEY (sample, scorer)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quality_note (
            sample INTEGER NOT NULL,
            scorer INTEGER NOT NULL,
            note TEXT NOT NULL,
            PRIMARY KEY (sample, scorer)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE amazon_figure (
            store TEXT NOT NULL REFERENCES store,
            day TEXT NOT NULL,
            days INTEGER NOT NULL CHECK (days > 0),
            late_rate REAL CHECK (late_rate BETWEEN 0 AND 1),
            over_day REAL CHECK (over_day BETWEEN 0 AND 1),
            no_response REAL CHECK (no_response BETWEEN 0 AND 1),
            messages INTEGER CHECK (messages >= 0),
            noted_by INTEGER NOT NULL REFERENCES person,
            noted_at INTEGER NOT NULL,
            PRIMARY KEY (store, day, days)
        ) STRICT, WITHOUT ROWID;
        """
}
