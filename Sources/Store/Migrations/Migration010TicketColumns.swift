extension Migration {
    /// Tickets with a priority, a group, a time to wake, flags, the ticket that they were merged into
    /// and the desk's own deadline, which takes part in their order. The table is written anew,
    /// because what sorts it changes.
    static let ticketColumns = Migration(
        number: 10, name: "ticket-columns", parts: [table, indexes, triggers, orders])

    /// `rank` is the earliest limit of all clocks, where an answer has to leave half an hour before
    /// the platform's deadline (helpdesk sections 4.4 and 6.5); tickets without one stand far
    /// behind, the latest activity first. `flags` is a set of bits, see `TicketFlags`.
    private static let table = """
        CREATE TABLE wider_ticket (
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
            tick_due INTEGER,
            excuse_debts INTEGER NOT NULL CHECK (excuse_debts >= 0),
            case_due INTEGER,
            open_cases INTEGER NOT NULL CHECK (open_cases >= 0),
            provisional_debts INTEGER NOT NULL
                CHECK (provisional_debts BETWEEN 0 AND owed_debts + excuse_debts),
            is_courtesy INTEGER NOT NULL CHECK (is_courtesy IN (0, 1)),
            has_problem INTEGER NOT NULL CHECK (has_problem IN (0, 1)),
            message_count INTEGER NOT NULL CHECK (message_count >= 0),
            attachment_count INTEGER NOT NULL CHECK (attachment_count >= 0),
            last_item INTEGER NOT NULL CHECK (last_item >= 0),
            follows INTEGER REFERENCES ticket,
            merged_into INTEGER REFERENCES ticket CHECK (merged_into <> id),
            priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
            ticket_group INTEGER,
            wake_at INTEGER,
            flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 31),
            internal_due INTEGER,
            is_live INTEGER NOT NULL
                CHECK (is_live = (state <> 'resolved' AND state <> 'closed')),
            is_clocked INTEGER NOT NULL CHECK (
                is_clocked = (owed_debts > 0 OR excuse_debts > 0 OR open_cases > 0)),
            rank INTEGER NOT NULL CHECK (
                rank = CASE WHEN is_clocked = 1 THEN min(
                    coalesce(next_due - 1800000, 9223372036854775807),
                    coalesce(internal_due, 9223372036854775807),
                    coalesce(tick_due - 1800000, 9223372036854775807),
                    coalesce(case_due, 9223372036854775807))
                ELSE 4611686018427387904 - last_activity_at END),
            CHECK ((owed_debts = 0) = (next_due IS NULL)),
            CHECK ((excuse_debts = 0) = (tick_due IS NULL)),
            CHECK ((open_cases = 0) = (case_due IS NULL))
        ) STRICT;
        INSERT INTO wider_ticket (
            id, store, marketplace, buyer, order_id, state, owner, language, category,
            opened_at, last_activity_at, hold_reason, review_at, resolved_at, cycle, next_due,
            owed_debts, tick_due, excuse_debts, case_due, open_cases, provisional_debts,
            is_courtesy, has_problem, message_count, attachment_count, last_item, follows,
            merged_into, priority, ticket_group, wake_at, flags, internal_due, is_live,
            is_clocked, rank)
        SELECT
            id, store, marketplace, buyer, order_id, state, owner, language, category,
            opened_at, last_activity_at, hold_reason, review_at, resolved_at, cycle, next_due,
            owed_debts, tick_due, excuse_debts, case_due, open_cases, provisional_debts,
            is_courtesy, has_problem, message_count, attachment_count, last_item, follows, NULL,
            1, NULL, NULL, 0, NULL, is_live, is_clocked,
            CASE WHEN is_clocked = 1 THEN min(
                coalesce(next_due - 1800000, 9223372036854775807),
                coalesce(tick_due - 1800000, 9223372036854775807),
                coalesce(case_due, 9223372036854775807))
            ELSE rank END
        FROM ticket;
        DROP TABLE ticket;
        ALTER TABLE wider_ticket RENAME TO ticket;
        """

    private static let indexes = """
        CREATE INDEX ticket_rank ON ticket (rank, id, store);
        CREATE INDEX ticket_store_rank ON ticket (store, rank);
        CREATE INDEX ticket_owner ON ticket (owner, rank, id, store, is_live)
            WHERE is_live = 1;
        CREATE INDEX ticket_store_owner ON ticket (store, owner, rank, id, is_live)
            WHERE is_live = 1;
        CREATE INDEX ticket_owed ON ticket (rank, id, store, owed_debts) WHERE owed_debts > 0;
        CREATE INDEX ticket_store_owed ON ticket (store, rank, id, owed_debts)
            WHERE owed_debts > 0;
        CREATE INDEX ticket_clocked ON ticket (
            rank, id, store, is_clocked, next_due, tick_due, case_due)
            WHERE is_clocked = 1;
        CREATE INDEX ticket_store_clocked ON ticket (
            store, rank, id, is_clocked, next_due, tick_due, case_due)
            WHERE is_clocked = 1;
        CREATE INDEX ticket_case ON ticket (rank, id, store, open_cases) WHERE open_cases > 0;
        CREATE INDEX ticket_tick ON ticket (rank, id, store, excuse_debts)
            WHERE excuse_debts > 0;
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
        CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL;
        """

    /// What roles keep from us of an order, as JSON; null when nothing is.
    private static let orders = """
        ALTER TABLE sales_order ADD COLUMN withheld TEXT;
        """

    private static let triggers = """
        CREATE TRIGGER ticket_counted AFTER INSERT ON ticket BEGIN
            INSERT INTO ticket_tally VALUES (
                new.store, new.state, coalesce(new.owner, 0), new.owed_debts > 0,
                new.provisional_debts > 0, new.has_problem, new.open_cases > 0,
                new.excuse_debts > 0, 1)
            ON CONFLICT DO UPDATE SET tickets = tickets + 1;
        END;
        CREATE TRIGGER ticket_recounted AFTER UPDATE ON ticket
        WHEN (old.state, coalesce(old.owner, 0), old.owed_debts > 0, old.provisional_debts > 0,
              old.has_problem, old.open_cases > 0, old.excuse_debts > 0)
          <> (new.state, coalesce(new.owner, 0), new.owed_debts > 0, new.provisional_debts > 0,
              new.has_problem, new.open_cases > 0, new.excuse_debts > 0)
        BEGIN
            UPDATE ticket_tally SET tickets = tickets - 1
            WHERE store = old.store AND state = old.state AND owner = coalesce(old.owner, 0)
                AND is_owed = (old.owed_debts > 0)
                AND is_unparsed = (old.provisional_debts > 0)
                AND has_problem = old.has_problem
                AND has_case = (old.open_cases > 0)
                AND has_tick = (old.excuse_debts > 0);
            INSERT INTO ticket_tally VALUES (
                new.store, new.state, coalesce(new.owner, 0), new.owed_debts > 0,
                new.provisional_debts > 0, new.has_problem, new.open_cases > 0,
                new.excuse_debts > 0, 1)
            ON CONFLICT DO UPDATE SET tickets = tickets + 1;
        END;
        """
}
