extension Migration {
    /// The life of tickets: interrupted rests, every resolution, merges, links, tags, watchers,
    /// personal notices, and notes that ask for a look or were taken away.
    static let life = Migration(
        number: 12, name: "life",
        parts: [standing, merging, marking, notes, earlierLinks, earlierResolutions])

    private static let standing = """
        CREATE TABLE ticket_suspension (
            ticket INTEGER PRIMARY KEY REFERENCES ticket,
            state TEXT NOT NULL CHECK (state IN ('hold', 'snoozed')),
            reason TEXT,
            until INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE ticket_resolution (
            seq INTEGER PRIMARY KEY,
            ticket INTEGER NOT NULL REFERENCES ticket,
            cycle INTEGER NOT NULL CHECK (cycle >= 1),
            resolved_at INTEGER NOT NULL,
            resolved_by INTEGER,
            reopened_seq INTEGER,
            reopened_at INTEGER,
            is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
            CHECK ((reopened_seq IS NULL) = (reopened_at IS NULL))
        ) STRICT;
        CREATE INDEX ticket_resolution_ticket ON ticket_resolution (ticket, seq);
        CREATE INDEX ticket_spam ON ticket (rank, id, store, is_clocked, flags)
            WHERE is_clocked = 1 AND (flags & 1) = 1;
        """

    /// `placed_seq` is the event that put an item into its present ticket, where that was not its
    /// own: an author whose basis is older has not seen it there.
    private static let merging = """
        ALTER TABLE message ADD COLUMN placed_seq INTEGER;
        CREATE TABLE ticket_merge (
            seq INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES ticket,
            survivor INTEGER NOT NULL REFERENCES ticket CHECK (survivor <> source),
            merged_at INTEGER NOT NULL,
            standing TEXT NOT NULL CHECK (json_valid(standing)),
            move TEXT NOT NULL CHECK (json_valid(move)),
            undone_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX ticket_merge_source ON ticket_merge (source)
            WHERE undone_at IS NULL;
        CREATE INDEX ticket_merge_survivor ON ticket_merge (survivor);
        CREATE TABLE buyer_link (
            one INTEGER NOT NULL REFERENCES buyer,
            other INTEGER NOT NULL REFERENCES buyer CHECK (one < other),
            PRIMARY KEY (one, other)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX buyer_link_other ON buyer_link (other);
        CREATE TABLE ticket_link (
            from_ticket INTEGER NOT NULL REFERENCES ticket,
            to_ticket INTEGER NOT NULL REFERENCES ticket CHECK (to_ticket <> from_ticket),
            kind TEXT NOT NULL CHECK (kind IN (
                'follows', 'related', 'same-defect', 'parent', 'split')),
            PRIMARY KEY (from_ticket, to_ticket, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ticket_link_to ON ticket_link (to_ticket, kind);
        """

    private static let marking = """
        CREATE TABLE tag (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            tag_group TEXT NOT NULL,
            colour TEXT NOT NULL CHECK (colour <> ''),
            aliases TEXT NOT NULL CHECK (json_valid(aliases)),
            is_sticky INTEGER NOT NULL CHECK (is_sticky IN (0, 1)),
            is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ticket_tag (
            ticket INTEGER NOT NULL REFERENCES ticket,
            tag TEXT NOT NULL CHECK (tag <> ''),
            added_at INTEGER NOT NULL,
            PRIMARY KEY (ticket, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ticket_tag_tag ON ticket_tag (tag, ticket);
        CREATE TABLE ticket_watcher (
            ticket INTEGER NOT NULL REFERENCES ticket,
            person INTEGER NOT NULL REFERENCES person,
            PRIMARY KEY (ticket, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ticket_watcher_person ON ticket_watcher (person, ticket);
        CREATE TABLE ticket_notice (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            person INTEGER NOT NULL REFERENCES person,
            ticket INTEGER NOT NULL REFERENCES ticket,
            kind TEXT NOT NULL CHECK (kind IN ('mention', 'note', 'buyer', 'note-due')),
            message INTEGER REFERENCES message,
            given_at INTEGER NOT NULL,
            read_at INTEGER
        ) STRICT;
        CREATE INDEX ticket_notice_person ON ticket_notice (person, id);
        CREATE INDEX ticket_notice_unread ON ticket_notice (person) WHERE read_at IS NULL;
        """

    private static let notes = """
        CREATE TABLE note_due (
            message INTEGER PRIMARY KEY REFERENCES message,
            due INTEGER NOT NULL,
            done_at INTEGER
        ) STRICT;
        CREATE INDEX note_due_open ON note_due (due) WHERE done_at IS NULL;
        CREATE TABLE note_tombstone (
            message INTEGER PRIMARY KEY REFERENCES message,
            deleted_at INTEGER NOT NULL,
            deleted_by INTEGER
        ) STRICT;
        CREATE TABLE note_original (
            message INTEGER PRIMARY KEY REFERENCES message DEFERRABLE INITIALLY DEFERRED,
            sealed BLOB NOT NULL
        ) STRICT;
        """

    private static let earlierLinks = """
        INSERT INTO ticket_link (from_ticket, to_ticket, kind)
        SELECT id, follows, 'follows' FROM ticket WHERE follows IS NOT NULL AND follows <> id;
        """

    /// Earlier events tell of every resolution; the row kept only the last one.
    private static let earlierResolutions = """
        CREATE TEMP TABLE earlier_change AS
        SELECT seq, ticket, at, actor,
            json_extract(payload, '$.ticketStateChanged._0.to') AS state,
            coalesce(json_extract(payload, '$.ticketStateChanged._0.startsCycle'), 0) AS counted
        FROM event WHERE kind = 'ticket-state-changed';
        CREATE INDEX temp.earlier_change_ticket ON earlier_change (ticket, seq);
        INSERT INTO ticket_resolution (
            seq, ticket, cycle, resolved_at, resolved_by, reopened_seq, reopened_at, is_counted)
        SELECT done.seq, done.ticket,
            1 + (SELECT count(*) FROM earlier_change AS past
                WHERE past.ticket = done.ticket AND past.seq < done.seq AND past.counted),
            done.at,
            CASE WHEN done.actor LIKE 'person:%' THEN CAST(substr(done.actor, 8) AS INTEGER) END,
            again.seq, again.at, coalesce(again.counted, 0)
        FROM earlier_change AS done
        LEFT JOIN earlier_change AS again ON again.seq = (
            SELECT min(next.seq) FROM earlier_change AS next
            WHERE next.ticket = done.ticket AND next.seq > done.seq
                AND next.state NOT IN ('resolved', 'closed'))
        WHERE done.state = 'resolved';
        DROP TABLE earlier_change;
        """
}
