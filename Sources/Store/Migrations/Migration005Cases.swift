extension Migration {
    /// Cases with clocks of their own, marks to be set on the platform, limits on whom we may write
    /// to, and the release of mails that were set aside. Tickets are written anew, because what
    /// sorts them changes.
    static let cases = Migration(
        number: 5, name: "cases", parts: [ticketTable, ticketIndexes, tally, caseTables, columns])

    /// `rank` is the earliest of all clocks; tickets without one stand far behind, the latest
    /// activity first. 4611686018427387904 is 2 to the power of 62.
    private static let ticketTable = """
        CREATE TABLE clocked_ticket (
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
            is_live INTEGER NOT NULL
                CHECK (is_live = (state <> 'resolved' AND state <> 'closed')),
            is_clocked INTEGER NOT NULL CHECK (
                is_clocked = (owed_debts > 0 OR excuse_debts > 0 OR open_cases > 0)),
            rank INTEGER NOT NULL CHECK (
                rank = CASE WHEN is_clocked = 1 THEN min(
                    coalesce(next_due, 9223372036854775807),
                    coalesce(tick_due, 9223372036854775807),
                    coalesce(case_due, 9223372036854775807))
                ELSE 4611686018427387904 - last_activity_at END),
            CHECK ((owed_debts = 0) = (next_due IS NULL)),
            CHECK ((excuse_debts = 0) = (tick_due IS NULL)),
            CHECK ((open_cases = 0) = (case_due IS NULL))
        ) STRICT;
        INSERT INTO clocked_ticket
        SELECT id, store, marketplace, buyer, order_id, state, owner, language, category,
            opened_at, last_activity_at, hold_reason, review_at, resolved_at, cycle,
            next_due, owed_debts, ticks.due, excuse_debts, NULL, 0, provisional_debts,
            is_courtesy, has_problem, message_count, attachment_count, last_item, follows,
            is_live, owed_debts > 0 OR excuse_debts > 0,
            CASE WHEN next_due IS NULL AND ticks.due IS NULL THEN rank
            ELSE min(coalesce(next_due, ticks.due), coalesce(ticks.due, next_due)) END
        FROM ticket LEFT JOIN (
            SELECT ticket, min(platform_due) AS due FROM debt
            WHERE debt.state = 'excuse-pending' GROUP BY ticket) AS ticks
            ON ticks.ticket = ticket.id;
        DROP TABLE ticket;
        ALTER TABLE clocked_ticket RENAME TO ticket;
        """

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
        CREATE INDEX ticket_clocked ON ticket (rank, id, store, is_clocked)
            WHERE is_clocked = 1;
        CREATE INDEX ticket_store_clocked ON ticket (store, rank, id, is_clocked)
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
        """

    private static let tally = """
        DROP TABLE ticket_tally;
        CREATE TABLE ticket_tally (
            store TEXT NOT NULL,
            state TEXT NOT NULL,
            owner INTEGER NOT NULL,
            is_owed INTEGER NOT NULL,
            is_unparsed INTEGER NOT NULL,
            has_problem INTEGER NOT NULL,
            has_case INTEGER NOT NULL,
            has_tick INTEGER NOT NULL,
            tickets INTEGER NOT NULL CHECK (tickets >= 0),
            PRIMARY KEY (
                store, state, owner, is_owed, is_unparsed, has_problem, has_case, has_tick)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO ticket_tally
        SELECT store, state, coalesce(owner, 0), owed_debts > 0, provisional_debts > 0,
            has_problem, open_cases > 0, excuse_debts > 0, count(*)
        FROM ticket GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
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

    private static let caseTables = """
        CREATE TABLE desk_case (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            kind TEXT NOT NULL CHECK (kind <> ''),
            store TEXT NOT NULL REFERENCES store,
            ticket INTEGER REFERENCES ticket,
            order_id TEXT CHECK (order_id <> ''),
            state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
            opened_at INTEGER NOT NULL,
            review_due INTEGER,
            is_deadline_named INTEGER NOT NULL CHECK (is_deadline_named IN (0, 1)),
            is_prominent INTEGER NOT NULL CHECK (is_prominent IN (0, 1)),
            message INTEGER REFERENCES message,
            notices INTEGER NOT NULL CHECK (notices >= 1),
            settled_at INTEGER,
            proof TEXT,
            CHECK (state <> 'open' OR (review_due IS NOT NULL AND ticket IS NOT NULL))
        ) STRICT;
        CREATE INDEX desk_case_ticket ON desk_case (ticket, state, review_due)
            WHERE ticket IS NOT NULL;
        CREATE INDEX desk_case_order ON desk_case (store, order_id) WHERE order_id IS NOT NULL;
        CREATE TABLE opt_out (
            raw_mail INTEGER PRIMARY KEY REFERENCES raw_mail,
            store TEXT NOT NULL REFERENCES store,
            buyer INTEGER REFERENCES buyer,
            order_id TEXT CHECK (order_id <> ''),
            ticket INTEGER REFERENCES ticket,
            noted_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX opt_out_buyer ON opt_out (buyer) WHERE buyer IS NOT NULL;
        CREATE INDEX opt_out_order ON opt_out (store, order_id) WHERE order_id IS NOT NULL;
        CREATE TABLE store_restriction (
            store TEXT PRIMARY KEY REFERENCES store,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until >= since),
            raw_mail INTEGER NOT NULL REFERENCES raw_mail
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ticket_named_order (
            ticket INTEGER NOT NULL REFERENCES ticket,
            order_id TEXT NOT NULL CHECK (order_id <> ''),
            PRIMARY KEY (ticket, order_id)
        ) STRICT, WITHOUT ROWID;
        """

    private static let columns = """
        ALTER TABLE raw_mail ADD COLUMN released_at INTEGER;
        ALTER TABLE raw_mail ADD COLUMN released_by INTEGER REFERENCES person;
        ALTER TABLE raw_mail ADD COLUMN held_reason TEXT;
        ALTER TABLE message_content ADD COLUMN no_response_url TEXT;
        """
}
