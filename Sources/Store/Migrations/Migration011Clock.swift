extension Migration {
    /// Calendars and policies in all their versions, the clocks of debts, holds and cases, their
    /// breaches, and who was told of them.
    static let clock = Migration(number: 11, name: "clock", parts: [books, clocks, notices])

    private static let books = """
        CREATE TABLE work_calendar (
            id TEXT NOT NULL CHECK (id <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            saved_at INTEGER NOT NULL,
            saved_by TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (id, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE response_policy (
            id TEXT NOT NULL CHECK (id <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            saved_at INTEGER NOT NULL,
            saved_by TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (id, version)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_policy ON event (seq) WHERE kind IN (
            'calendar-saved', 'policy-saved', 'policies-ordered', 'window-set');
        CREATE TABLE policy_order (
            position INTEGER PRIMARY KEY CHECK (position >= 0),
            policy TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE platform_window (
            marketplace TEXT NOT NULL,
            starts_at INTEGER NOT NULL,
            seconds INTEGER NOT NULL CHECK (seconds > 0),
            PRIMARY KEY (marketplace, starts_at)
        ) STRICT, WITHOUT ROWID;
        """

    /// `next_at` is the next threshold: a sweep walks its index and nothing else. Times that come
    /// from calendars stand here as they were computed, never computed anew.
    private static let clocks = """
        CREATE TABLE clock_run (
            subject TEXT NOT NULL CHECK (subject <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('platform', 'first', 'next', 'resolve', 'review')),
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            cycle INTEGER NOT NULL CHECK (cycle >= 1),
            start INTEGER NOT NULL,
            is_start_estimated INTEGER NOT NULL CHECK (is_start_estimated IN (0, 1)),
            is_born_late INTEGER NOT NULL CHECK (is_born_late IN (0, 1)),
            target INTEGER NOT NULL CHECK (target > 0),
            terms TEXT,
            basis TEXT,
            state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'met', 'cancelled')),
            due INTEGER,
            marks TEXT NOT NULL,
            passed TEXT NOT NULL,
            stopped_at INTEGER,
            breached_at INTEGER,
            next_at INTEGER,
            PRIMARY KEY (subject, kind),
            CHECK (next_at IS NULL OR state = 'running'),
            CHECK (state <> 'running' OR due IS NOT NULL)
        ) STRICT;
        CREATE INDEX clock_run_ticket ON clock_run (ticket);
        CREATE INDEX clock_run_next ON clock_run (next_at) WHERE next_at IS NOT NULL;
        CREATE INDEX clock_run_internal ON clock_run (ticket, due)
            WHERE kind IN ('first', 'next') AND state = 'running';
        CREATE TABLE clock_breach (
            subject TEXT NOT NULL,
            kind TEXT NOT NULL,
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            due_at INTEGER NOT NULL,
            noticed_at INTEGER NOT NULL CHECK (noticed_at >= due_at),
            cause TEXT NOT NULL CHECK (cause IN ('late', 'channel')),
            owner INTEGER REFERENCES person,
            excuse TEXT,
            excuse_reason TEXT,
            excused_by INTEGER REFERENCES person,
            excused_at INTEGER,
            PRIMARY KEY (subject, kind),
            CHECK ((excuse IS NULL) = (excused_by IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX clock_breach_due ON clock_breach (due_at, store);
        """

    private static let notices = """
        CREATE TABLE clock_notice (
            event INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person,
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            subject TEXT NOT NULL,
            kind TEXT NOT NULL,
            threshold TEXT NOT NULL,
            due INTEGER NOT NULL,
            noticed_at INTEGER NOT NULL,
            read_at INTEGER,
            is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
            PRIMARY KEY (event, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX clock_notice_unread ON clock_notice (person, noticed_at, store)
            WHERE read_at IS NULL AND is_live = 1;
        CREATE INDEX clock_notice_subject ON clock_notice (subject, kind) WHERE is_live = 1;
        """
}
