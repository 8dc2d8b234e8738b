extension Migration {
    /// The event log and the rows that are its fold. Words, names and bytes are not among them.
    static let record = Migration(
        number: 1, name: "record",
        parts: [
            eventTables, setUpTables, mailTables, ticketTables, ticketIndexes, threadTables,
            outboxTables, orderTables, workTables,
        ])

    private static let eventTables = """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL CHECK (actor LIKE 'person:_%' OR actor LIKE 'service:_%'),
            kind TEXT NOT NULL CHECK (kind <> ''),
            ticket INTEGER,
            payload TEXT NOT NULL CHECK (json_valid(payload))
        ) STRICT;
        CREATE INDEX event_ticket ON event (ticket, seq) WHERE ticket IS NOT NULL;
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        """

    private static let setUpTables = """
        CREATE TABLE seller_account (
            channel TEXT NOT NULL CHECK (channel <> ''),
            seller_id TEXT NOT NULL CHECK (seller_id <> ''),
            PRIMARY KEY (channel, seller_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE marketplace (
            code TEXT PRIMARY KEY CHECK (code <> '')
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE store (
            id TEXT PRIMARY KEY CHECK (id <> ''),
            channel TEXT NOT NULL,
            seller_id TEXT NOT NULL,
            region TEXT NOT NULL,
            mailbox TEXT CHECK (mailbox <> ''),
            address TEXT CHECK (address <> ''),
            FOREIGN KEY (channel, seller_id) REFERENCES seller_account
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE store_marketplace (
            store TEXT NOT NULL REFERENCES store,
            position INTEGER NOT NULL CHECK (position >= 0),
            marketplace TEXT NOT NULL REFERENCES marketplace,
            PRIMARY KEY (store, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE person (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            unix_user TEXT NOT NULL CHECK (unix_user <> ''),
            display_name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin')),
            sees_all_stores INTEGER NOT NULL CHECK (sees_all_stores IN (0, 1)),
            languages TEXT NOT NULL,
            time_zone TEXT,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
        ) STRICT;
        CREATE UNIQUE INDEX person_unix_user ON person (unix_user) WHERE is_active = 1;
        CREATE TABLE person_store (
            person INTEGER NOT NULL REFERENCES person,
            store TEXT NOT NULL CHECK (store <> ''),
            PRIMARY KEY (person, store)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE template (
            key TEXT PRIMARY KEY CHECK (key <> ''),
            title TEXT NOT NULL,
            language TEXT NOT NULL CHECK (language <> ''),
            category TEXT NOT NULL CHECK (category <> ''),
            body TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0)
        ) STRICT, WITHOUT ROWID;
        """

    private static let mailTables = """
        CREATE TABLE buyer (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            store TEXT NOT NULL REFERENCES store,
            alias_digest TEXT NOT NULL CHECK (alias_digest <> ''),
            first_seen INTEGER NOT NULL,
            UNIQUE (store, alias_digest)
        ) STRICT;
        CREATE TABLE raw_mail (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            mailbox TEXT NOT NULL CHECK (mailbox <> ''),
            origin TEXT NOT NULL CHECK (origin <> ''),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
            fetched_at INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN (
                'stored', 'message', 'duplicate', 'notice', 'bounce', 'own-copy', 'quarantined',
                'unparsed', 'ignored')),
            ticket INTEGER REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
            message INTEGER REFERENCES message DEFERRABLE INITIALLY DEFERRED,
            store TEXT REFERENCES store,
            reason TEXT,
            dedupe_key TEXT CHECK (dedupe_key <> ''),
            UNIQUE (mailbox, origin)
        ) STRICT;
        CREATE UNIQUE INDEX raw_mail_dedupe ON raw_mail (coalesce(store, ''), dedupe_key)
            WHERE outcome = 'message' AND dedupe_key IS NOT NULL;
        CREATE INDEX raw_mail_outcome ON raw_mail (outcome, id);
        CREATE TABLE cursor (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// `rank` sorts a list in one ascending walk: owed tickets by their due time, then, far behind,
    /// the others with the latest activity first. 4611686018427387904 is 2 to the power of 62.
    private static let ticketTables = """
        CREATE TABLE ticket (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            store TEXT NOT NULL REFERENCES store,
            marketplace TEXT CHECK (marketplace <> ''),
            buyer INTEGER REFERENCES buyer,
            order_id TEXT CHECK (order_id <> ''),
            state TEXT NOT NULL CHECK (state IN (
                'new', 'open', 'pending', 'hold', 'snoozed', 'resolved', 'closed')),
            owner INTEGER REFERENCES person,
            language TEXT NOT NULL CHECK (language <> ''),
            category TEXT NOT NULL CHECK (category <> ''),
            opened_at INTEGER NOT NULL,
            last_activity_at INTEGER NOT NULL,
            hold_reason TEXT,
            review_at INTEGER,
            resolved_at INTEGER,
            cycle INTEGER NOT NULL CHECK (cycle >= 1),
            next_due INTEGER,
            owed_debts INTEGER NOT NULL CHECK (owed_debts >= 0),
            excuse_debts INTEGER NOT NULL CHECK (excuse_debts >= 0),
            provisional_debts INTEGER NOT NULL
                CHECK (provisional_debts BETWEEN 0 AND owed_debts + excuse_debts),
            is_courtesy INTEGER NOT NULL CHECK (is_courtesy IN (0, 1)),
            has_problem INTEGER NOT NULL CHECK (has_problem IN (0, 1)),
            message_count INTEGER NOT NULL CHECK (message_count >= 0),
            attachment_count INTEGER NOT NULL CHECK (attachment_count >= 0),
            last_item INTEGER NOT NULL CHECK (last_item >= 0),
            follows INTEGER REFERENCES ticket,
            is_live INTEGER NOT NULL
                CHECK (is_live = (state <> 'resolved' AND state <> 'closed')),
            rank INTEGER NOT NULL CHECK (
                rank = CASE WHEN owed_debts > 0 THEN next_due
                ELSE 4611686018427387904 - last_activity_at END),
            CHECK ((owed_debts = 0) = (next_due IS NULL))
        ) STRICT;
        CREATE TABLE ticket_thread_key (
            store TEXT NOT NULL REFERENCES store,
            key TEXT NOT NULL CHECK (key <> ''),
            ticket INTEGER NOT NULL REFERENCES ticket,
            PRIMARY KEY (store, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ticket_tally (
            store TEXT NOT NULL,
            state TEXT NOT NULL,
            owner INTEGER NOT NULL,
            is_owed INTEGER NOT NULL,
            is_unparsed INTEGER NOT NULL,
            has_problem INTEGER NOT NULL,
            tickets INTEGER NOT NULL CHECK (tickets >= 0),
            PRIMARY KEY (store, state, owner, is_owed, is_unparsed, has_problem)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER ticket_counted AFTER INSERT ON ticket BEGIN
            INSERT INTO ticket_tally VALUES (
                new.store, new.state, coalesce(new.owner, 0), new.owed_debts > 0,
                new.provisional_debts > 0, new.has_problem, 1)
            ON CONFLICT DO UPDATE SET tickets = tickets + 1;
        END;
        CREATE TRIGGER ticket_recounted AFTER UPDATE ON ticket
        WHEN (old.state, coalesce(old.owner, 0), old.owed_debts > 0, old.provisional_debts > 0,
              old.has_problem)
          <> (new.state, coalesce(new.owner, 0), new.owed_debts > 0, new.provisional_debts > 0,
              new.has_problem)
        BEGIN
            UPDATE ticket_tally SET tickets = tickets - 1
            WHERE store = old.store AND state = old.state AND owner = coalesce(old.owner, 0)
                AND is_owed = (old.owed_debts > 0)
                AND is_unparsed = (old.provisional_debts > 0)
                AND has_problem = old.has_problem;
            INSERT INTO ticket_tally VALUES (
                new.store, new.state, coalesce(new.owner, 0), new.owed_debts > 0,
                new.provisional_debts > 0, new.has_problem, 1)
            ON CONFLICT DO UPDATE SET tickets = tickets + 1;
        END;
        """

    /// Each list of the inbox is a walk along one of these, or a merge of a few; the list's query
    /// names its index, so a plan cannot slip. A partial index ends with the column of its own
    /// condition: without it SQLite goes to the table for every entry.
    private static let ticketIndexes = """
        CREATE INDEX ticket_rank ON ticket (rank, id, store);
        CREATE INDEX ticket_store_rank ON ticket (store, rank);
        CREATE INDEX ticket_owner ON ticket (owner, rank, id, store, is_live)
            WHERE is_live = 1;
        CREATE INDEX ticket_store_owner ON ticket (store, owner, rank, id, is_live)
            WHERE is_live = 1;
        CREATE INDEX ticket_owed ON ticket (rank, id, store, owed_debts) WHERE owed_debts > 0;
        CREATE INDEX ticket_store_owed ON ticket (store, rank, id, owed_debts)
            WHERE owed_debts > 0;
        CREATE INDEX ticket_state ON ticket (state, rank, id, store);
        CREATE INDEX ticket_store_state ON ticket (store, state, rank);
        CREATE INDEX ticket_rested ON ticket (rank, id, store, is_live) WHERE is_live = 0;
        CREATE INDEX ticket_unparsed ON ticket (rank, id, store, provisional_debts)
            WHERE provisional_debts > 0;
        CREATE INDEX ticket_problem ON ticket (rank, id, store, has_problem)
            WHERE has_problem = 1;
        CREATE INDEX ticket_buyer ON ticket (buyer) WHERE buyer IS NOT NULL;
        CREATE INDEX ticket_order ON ticket (order_id) WHERE order_id IS NOT NULL;
        CREATE INDEX ticket_review ON ticket (review_at)
            WHERE review_at IS NOT NULL AND is_live = 1;
        """

    private static let threadTables = """
        CREATE TABLE message (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            ticket INTEGER NOT NULL REFERENCES ticket,
            seq INTEGER NOT NULL UNIQUE CHECK (seq > 0),
            direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound', 'note')),
            kind TEXT NOT NULL CHECK (kind <> ''),
            platform_time INTEGER NOT NULL,
            is_time_estimated INTEGER NOT NULL CHECK (is_time_estimated IN (0, 1)),
            fetched_at INTEGER,
            stored_at INTEGER NOT NULL,
            language TEXT NOT NULL CHECK (language <> ''),
            language_confidence REAL NOT NULL CHECK (language_confidence BETWEEN 0 AND 1),
            category TEXT NOT NULL CHECK (category <> ''),
            joined_by TEXT,
            author INTEGER REFERENCES person,
            raw_mail INTEGER REFERENCES raw_mail,
            outbox INTEGER REFERENCES outbox,
            body_digest TEXT NOT NULL CHECK (length(body_digest) IN (0, 64))
        ) STRICT;
        CREATE INDEX message_ticket ON message (ticket, seq);
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            message INTEGER NOT NULL REFERENCES message,
            media_type TEXT NOT NULL,
            byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT;
        CREATE INDEX attachment_message ON attachment (message);
        CREATE TABLE debt (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            message INTEGER NOT NULL UNIQUE REFERENCES message,
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            start INTEGER NOT NULL,
            platform_due INTEGER NOT NULL CHECK (platform_due >= start),
            state TEXT NOT NULL CHECK (state IN (
                'owed', 'answer-pending', 'answered', 'excuse-pending', 'excused', 'void')),
            is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
            is_start_estimated INTEGER NOT NULL CHECK (is_start_estimated IN (0, 1)),
            is_born_late INTEGER NOT NULL CHECK (is_born_late IN (0, 1)),
            discharged_at INTEGER,
            outbox INTEGER REFERENCES outbox,
            proof TEXT
        ) STRICT;
        CREATE INDEX debt_ticket ON debt (ticket);
        CREATE INDEX debt_state ON debt (state, platform_due);
        CREATE INDEX debt_outbox ON debt (outbox) WHERE outbox IS NOT NULL;
        """

    private static let outboxTables = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            ticket INTEGER NOT NULL REFERENCES ticket,
            store TEXT NOT NULL REFERENCES store,
            author INTEGER NOT NULL REFERENCES person,
            basis INTEGER NOT NULL CHECK (basis >= 0),
            state TEXT NOT NULL CHECK (state IN (
                'held', 'queued', 'sending', 'accepted', 'unknown', 'failed', 'confirmed',
                'bounced', 'withdrawn')),
            queued_at INTEGER NOT NULL,
            release_at INTEGER NOT NULL,
            idempotency_key TEXT NOT NULL CHECK (idempotency_key <> ''),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            state_after TEXT NOT NULL CHECK (state_after <> ''),
            template TEXT,
            lint_override TEXT,
            accepted_at INTEGER,
            evidence TEXT
        ) STRICT;
        CREATE UNIQUE INDEX outbox_idempotency ON outbox (idempotency_key)
            WHERE state NOT IN ('failed', 'bounced', 'withdrawn');
        CREATE INDEX outbox_state ON outbox (state, release_at);
        CREATE INDEX outbox_ticket ON outbox (ticket);
        CREATE INDEX outbox_key ON outbox (idempotency_key);
        CREATE TABLE draft (
            ticket INTEGER NOT NULL REFERENCES ticket,
            person INTEGER NOT NULL REFERENCES person,
            basis INTEGER NOT NULL CHECK (basis >= 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (ticket, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX draft_person ON draft (person);
        """

    private static let orderTables = """
        CREATE TABLE sales_order (
            store TEXT NOT NULL REFERENCES store,
            id TEXT NOT NULL CHECK (id <> ''),
            channel TEXT NOT NULL,
            marketplace TEXT CHECK (marketplace <> ''),
            status TEXT NOT NULL CHECK (status IN (
                'pending', 'unshipped', 'partially-shipped', 'shipped', 'cancelled',
                'unfulfillable', 'unknown')),
            platform_status TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            is_fulfilled_by_platform INTEGER NOT NULL
                CHECK (is_fulfilled_by_platform IN (0, 1)),
            programs TEXT NOT NULL,
            total_amount TEXT,
            total_currency TEXT,
            ship_by INTEGER,
            deliver_from INTEGER,
            deliver_by INTEGER,
            refreshed_at INTEGER NOT NULL,
            PRIMARY KEY (store, id),
            CHECK ((total_amount IS NULL) = (total_currency IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sales_order_number ON sales_order (id);
        CREATE INDEX sales_order_created ON sales_order (created_at, store, id);
        CREATE INDEX sales_order_store_created ON sales_order (store, created_at, id);
        CREATE TABLE order_item (
            store TEXT NOT NULL,
            order_id TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            item_id TEXT NOT NULL,
            sku TEXT,
            asin TEXT,
            title TEXT NOT NULL,
            quantity INTEGER NOT NULL,
            quantity_shipped INTEGER NOT NULL,
            price_amount TEXT,
            price_currency TEXT,
            is_cancel_requested INTEGER NOT NULL CHECK (is_cancel_requested IN (0, 1)),
            PRIMARY KEY (store, order_id, position),
            FOREIGN KEY (store, order_id) REFERENCES sales_order
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX order_item_asin ON order_item (asin) WHERE asin IS NOT NULL;
        CREATE TABLE order_package (
            store TEXT NOT NULL,
            order_id TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            reference TEXT NOT NULL,
            carrier TEXT,
            tracking_number TEXT,
            status TEXT,
            detailed_status TEXT,
            shipped_at INTEGER,
            PRIMARY KEY (store, order_id, position),
            FOREIGN KEY (store, order_id) REFERENCES sales_order
        ) STRICT, WITHOUT ROWID;
        """

    private static let workTables = """
        CREATE TABLE job (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            kind TEXT NOT NULL CHECK (kind <> ''),
            key TEXT NOT NULL CHECK (key <> ''),
            payload TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'dead')),
            run_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            last_error TEXT
        ) STRICT;
        CREATE UNIQUE INDEX job_unfinished ON job (kind, key)
            WHERE state IN ('ready', 'running');
        CREATE INDEX job_state ON job (state, run_at);
        CREATE TABLE sync_health (
            store TEXT NOT NULL REFERENCES store,
            kind TEXT NOT NULL CHECK (kind IN ('messages', 'orders')),
            last_success INTEGER,
            last_attempt INTEGER NOT NULL,
            failure TEXT,
            PRIMARY KEY (store, kind)
        ) STRICT, WITHOUT ROWID;
        """
}
