extension Migration {
    /// What the platform tells of a seller's account. Tasks, reports, marketplaces and books are a
    /// fold of events. Rows of reports follow from the sealed document, and stock is a copy of the
    /// platform's numbers of one moment: neither is part of the record.
    static let account = Migration(
        number: 7, name: "account", parts: [foldedTables, rowTables])

    private static let foldedTables = """
        CREATE TABLE account_task (
            store TEXT NOT NULL REFERENCES store,
            topic TEXT NOT NULL CHECK (topic <> ''),
            phase TEXT NOT NULL CHECK (phase <> ''),
            report_id TEXT,
            requested_at INTEGER,
            last_attempt INTEGER,
            last_success INTEGER,
            next_run INTEGER NOT NULL,
            failure TEXT,
            missing_role TEXT,
            platform_note TEXT,
            PRIMARY KEY (store, topic)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE account_report (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            store TEXT NOT NULL REFERENCES store,
            topic TEXT NOT NULL CHECK (topic <> ''),
            platform_id TEXT NOT NULL CHECK (platform_id <> ''),
            document_id TEXT NOT NULL,
            type TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            data_start INTEGER,
            data_end INTEGER,
            stored_at INTEGER NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            charset TEXT,
            row_count INTEGER,
            problem TEXT
        ) STRICT;
        CREATE UNIQUE INDEX account_report_platform ON account_report (store, platform_id);
        CREATE INDEX account_report_topic ON account_report (store, topic, created_at, id);
        CREATE TABLE account_bad_line (
            report INTEGER NOT NULL REFERENCES account_report,
            position INTEGER NOT NULL CHECK (position >= 0),
            line INTEGER NOT NULL,
            field TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE store_participation (
            store TEXT NOT NULL REFERENCES store,
            position INTEGER NOT NULL CHECK (position >= 0),
            marketplace_id TEXT NOT NULL,
            name TEXT NOT NULL,
            country_code TEXT NOT NULL,
            store_name TEXT,
            is_participating INTEGER NOT NULL CHECK (is_participating IN (0, 1)),
            has_suspended_listings INTEGER NOT NULL CHECK (has_suspended_listings IN (0, 1)),
            PRIMARY KEY (store, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE store_account (
            store TEXT PRIMARY KEY REFERENCES store,
            business_type TEXT,
            selling_plan TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE order_finances (
            store TEXT NOT NULL REFERENCES store,
            order_id TEXT NOT NULL,
            fetched_at INTEGER NOT NULL,
            transactions TEXT NOT NULL,
            PRIMARY KEY (store, order_id)
        ) STRICT, WITHOUT ROWID;
        """

    private static let rowTables = """
        CREATE TABLE health_entry (
            report INTEGER NOT NULL REFERENCES account_report,
            position INTEGER NOT NULL CHECK (position >= 0),
            marketplace_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            name TEXT NOT NULL,
            status TEXT NOT NULL,
            value TEXT,
            target TEXT,
            condition TEXT,
            count INTEGER,
            total INTEGER,
            date_from INTEGER,
            date_to INTEGER,
            PRIMARY KEY (report, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE settlement (
            report INTEGER PRIMARY KEY REFERENCES account_report,
            settlement_id TEXT NOT NULL,
            starts_at INTEGER,
            ends_at INTEGER,
            deposited_at INTEGER,
            total_amount TEXT NOT NULL,
            currency TEXT NOT NULL,
            sum TEXT,
            is_balanced INTEGER NOT NULL CHECK (is_balanced IN (0, 1))
        ) STRICT;
        CREATE TABLE settlement_line (
            report INTEGER NOT NULL REFERENCES settlement,
            line INTEGER NOT NULL CHECK (line > 0),
            transaction_type TEXT NOT NULL,
            amount_type TEXT,
            amount_description TEXT,
            amount TEXT NOT NULL,
            order_id TEXT,
            sku TEXT,
            quantity INTEGER,
            marketplace_name TEXT,
            posted_at INTEGER,
            PRIMARY KEY (report, line)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX settlement_line_order ON settlement_line (order_id)
            WHERE order_id IS NOT NULL;
        CREATE TABLE returned_item (
            store TEXT NOT NULL REFERENCES store,
            order_id TEXT NOT NULL,
            rma TEXT NOT NULL,
            item TEXT NOT NULL,
            report INTEGER NOT NULL REFERENCES account_report,
            requested_at INTEGER,
            status TEXT NOT NULL,
            sku TEXT,
            asin TEXT,
            title TEXT,
            quantity INTEGER NOT NULL,
            reason TEXT,
            resolution TEXT,
            carrier TEXT,
            tracking_number TEXT,
            is_claimed INTEGER NOT NULL CHECK (is_claimed IN (0, 1)),
            refunded_amount TEXT,
            refunded_currency TEXT,
            PRIMARY KEY (store, order_id, rma, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX returned_item_time ON returned_item (store, requested_at);
        CREATE TABLE seller_feedback (
            store TEXT NOT NULL REFERENCES store,
            order_id TEXT NOT NULL,
            report INTEGER NOT NULL REFERENCES account_report,
            given_at INTEGER,
            rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
            comment TEXT NOT NULL,
            response TEXT,
            PRIMARY KEY (store, order_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seller_feedback_time ON seller_feedback (store, given_at);
        CREATE TABLE stock_level (
            store TEXT NOT NULL REFERENCES store,
            keeper TEXT NOT NULL CHECK (keeper IN ('platform', 'seller')),
            marketplace_id TEXT NOT NULL,
            sku TEXT NOT NULL,
            asin TEXT,
            title TEXT,
            available INTEGER NOT NULL,
            inbound INTEGER NOT NULL,
            reserved INTEGER NOT NULL,
            researching INTEGER NOT NULL,
            unfulfillable INTEGER NOT NULL,
            updated_at INTEGER,
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (store, keeper, marketplace_id, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seen_notification (
            id TEXT PRIMARY KEY CHECK (id <> ''),
            seen_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seen_notification_time ON seen_notification (seen_at);
        """
}
