extension Migration {
    /// Groups, profiles and rules with all their versions; whose turn it is; decisions, returns and
    /// hand-over lists.
    static let routing = Migration(number: 13, name: "routing", parts: [setUp, acts, handOvers])

    /// The highest version of a subject is the one in force; `subject` is a group's or person's
    /// number, and 0 for the rules.
    private static let setUp = """
        CREATE TABLE routing_version (
            kind TEXT NOT NULL CHECK (kind IN ('group', 'profile', 'rules')),
            subject INTEGER NOT NULL CHECK (subject >= 0),
            version INTEGER NOT NULL CHECK (version >= 1),
            at INTEGER NOT NULL,
            author TEXT NOT NULL CHECK (author <> ''),
            reason TEXT NOT NULL,
            payload TEXT NOT NULL CHECK (json_valid(payload)),
            PRIMARY KEY (kind, subject, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE routing_rotation (
            routing_group INTEGER PRIMARY KEY CHECK (routing_group > 0),
            assignments INTEGER NOT NULL CHECK (assignments >= 0),
            clock INTEGER NOT NULL CHECK (clock >= 0)
        ) STRICT;
        CREATE TABLE routing_turn (
            routing_group INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person,
            last_assigned INTEGER NOT NULL,
            counter INTEGER NOT NULL,
            PRIMARY KEY (routing_group, person)
        ) STRICT, WITHOUT ROWID;
        """

    private static let acts = """
        CREATE TABLE routing_decision (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            at INTEGER NOT NULL,
            ticket INTEGER NOT NULL REFERENCES ticket,
            chosen INTEGER REFERENCES person,
            payload TEXT NOT NULL CHECK (json_valid(payload))
        ) STRICT;
        CREATE INDEX routing_decision_ticket ON routing_decision (ticket, seq);
        CREATE INDEX routing_decision_at ON routing_decision (at);
        CREATE TABLE routing_ticket (
            ticket INTEGER PRIMARY KEY REFERENCES ticket,
            decision INTEGER NOT NULL REFERENCES routing_decision,
            waiting TEXT,
            is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1))
        ) STRICT;
        CREATE INDEX routing_ticket_urgent ON routing_ticket (ticket, is_urgent)
            WHERE is_urgent = 1;
        CREATE TABLE routing_acceptance (
            ticket INTEGER NOT NULL REFERENCES ticket,
            person INTEGER NOT NULL REFERENCES person,
            cycle INTEGER NOT NULL CHECK (cycle >= 1),
            at INTEGER NOT NULL,
            PRIMARY KEY (ticket, person, cycle)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX routing_acceptance_at ON routing_acceptance (at);
        CREATE TABLE routing_return (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            at INTEGER NOT NULL,
            ticket INTEGER NOT NULL REFERENCES ticket,
            person INTEGER NOT NULL REFERENCES person,
            cycle INTEGER NOT NULL CHECK (cycle >= 1),
            cause TEXT NOT NULL CHECK (cause IN ('timeout', 'person'))
        ) STRICT;
        CREATE INDEX routing_return_ticket ON routing_return (ticket, cycle);
        CREATE INDEX ticket_opened ON ticket (opened_at, id);
        CREATE INDEX ticket_group ON ticket (ticket_group, rank, id, store, owner, is_live)
            WHERE is_live = 1 AND owner IS NULL;
        """

    private static let handOvers = """
        CREATE TABLE hand_over (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            person INTEGER NOT NULL REFERENCES person,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE hand_over_line (
            hand_over INTEGER NOT NULL REFERENCES hand_over,
            position INTEGER NOT NULL CHECK (position >= 0),
            ticket INTEGER NOT NULL REFERENCES ticket,
            kind TEXT NOT NULL CHECK (kind IN ('owed', 'hold', 'snoozed', 'promise')),
            accepted_by INTEGER REFERENCES person,
            accepted_at INTEGER,
            PRIMARY KEY (hand_over, position),
            UNIQUE (hand_over, ticket),
            CHECK ((accepted_by IS NULL) = (accepted_at IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hand_over_open ON hand_over_line (hand_over) WHERE accepted_by IS NULL;
        CREATE TABLE hand_over_content (
            hand_over INTEGER NOT NULL REFERENCES hand_over DEFERRABLE INITIALLY DEFERRED,
            ticket INTEGER NOT NULL REFERENCES ticket,
            words TEXT NOT NULL,
            PRIMARY KEY (hand_over, ticket)
        ) STRICT, WITHOUT ROWID;
        """
}
