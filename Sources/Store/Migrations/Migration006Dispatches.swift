extension Migration {
    /// What people have the platform do for an order: typed messages, review requests, shipments.
    static let dispatches = Migration(
        number: 6, name: "dispatches",
        parts: [
            """
            CREATE TABLE dispatch (
                id INTEGER PRIMARY KEY CHECK (id > 0),
                store TEXT NOT NULL REFERENCES store,
                order_id TEXT NOT NULL CHECK (order_id <> ''),
                marketplace TEXT NOT NULL CHECK (marketplace <> ''),
                ticket INTEGER REFERENCES ticket,
                author INTEGER NOT NULL REFERENCES person,
                kind TEXT NOT NULL CHECK (kind IN ('message', 'review-request', 'shipment')),
                action TEXT NOT NULL CHECK (action <> ''),
                state TEXT NOT NULL CHECK (state IN (
                    'queued', 'sending', 'sent', 'refused', 'unknown', 'withdrawn')),
                queued_at INTEGER NOT NULL,
                idempotency_key TEXT NOT NULL CHECK (idempotency_key <> ''),
                text_digest TEXT CHECK (length(text_digest) = 64),
                files TEXT NOT NULL CHECK (json_valid(files)),
                coverage TEXT,
                shipment TEXT,
                confirmed_rules TEXT NOT NULL CHECK (json_valid(confirmed_rules)),
                attempts INTEGER NOT NULL CHECK (attempts >= 0),
                settled_at INTEGER,
                evidence TEXT,
                problem TEXT,
                CHECK ((kind = 'shipment') = (shipment IS NOT NULL)),
                CHECK ((state IN ('sent', 'refused', 'withdrawn')) = (settled_at IS NOT NULL))
            ) STRICT;
            CREATE UNIQUE INDEX dispatch_idempotency ON dispatch (idempotency_key)
                WHERE state NOT IN ('refused', 'withdrawn');
            CREATE INDEX dispatch_order ON dispatch (store, order_id, id);
            CREATE INDEX dispatch_ticket ON dispatch (ticket) WHERE ticket IS NOT NULL;
            CREATE INDEX dispatch_state ON dispatch (state, id);
            """,
            """
            CREATE TABLE dispatch_content (
                dispatch INTEGER PRIMARY KEY
                    REFERENCES dispatch DEFERRABLE INITIALLY DEFERRED,
                text TEXT
            ) STRICT;
            CREATE TABLE dispatch_file (
                dispatch INTEGER NOT NULL REFERENCES dispatch DEFERRABLE INITIALLY DEFERRED,
                position INTEGER NOT NULL CHECK (position >= 0),
                name TEXT NOT NULL,
                sealed BLOB NOT NULL,
                PRIMARY KEY (dispatch, position)
            ) STRICT, WITHOUT ROWID;
            """,
        ])
}
