extension Migration {
    /// Words, names and bytes of people: bound to rows by digests, and erasable without touching
    /// the record. Bytes are sealed.
    static let content = Migration(
        number: 2, name: "content",
        parts: [
            """
            CREATE TABLE raw_bytes (
                digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
                sealed BLOB NOT NULL
            ) STRICT;
            CREATE TABLE buyer_content (
                buyer INTEGER PRIMARY KEY REFERENCES buyer DEFERRABLE INITIALLY DEFERRED,
                name TEXT NOT NULL,
                alias TEXT NOT NULL
            ) STRICT;
            CREATE TABLE ticket_subject (
                ticket INTEGER PRIMARY KEY REFERENCES ticket DEFERRABLE INITIALLY DEFERRED,
                subject TEXT NOT NULL
            ) STRICT;
            CREATE TABLE message_content (
                message INTEGER PRIMARY KEY REFERENCES message DEFERRABLE INITIALLY DEFERRED,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                internet_message_id TEXT,
                reply_address TEXT,
                warnings TEXT NOT NULL
            ) STRICT;
            CREATE INDEX message_content_internet_id ON message_content (internet_message_id)
                WHERE internet_message_id IS NOT NULL;
            CREATE TABLE attachment_content (
                attachment INTEGER PRIMARY KEY
                    REFERENCES attachment DEFERRABLE INITIALLY DEFERRED,
                name TEXT NOT NULL,
                sealed BLOB NOT NULL
            ) STRICT;
            CREATE TABLE outbox_content (
                outbox INTEGER PRIMARY KEY REFERENCES outbox DEFERRABLE INITIALLY DEFERRED,
                sender TEXT NOT NULL,
                recipient TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                internet_message_id TEXT NOT NULL CHECK (internet_message_id <> ''),
                in_reply_to TEXT
            ) STRICT;
            CREATE UNIQUE INDEX outbox_content_internet_id
                ON outbox_content (internet_message_id);
            CREATE TABLE draft_content (
                ticket INTEGER NOT NULL,
                person INTEGER NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (ticket, person),
                FOREIGN KEY (ticket, person) REFERENCES draft
                    ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE order_contact (
                store TEXT NOT NULL,
                order_id TEXT NOT NULL,
                buyer_name TEXT,
                buyer_email TEXT,
                city TEXT,
                postal_code TEXT,
                country_code TEXT,
                PRIMARY KEY (store, order_id),
                FOREIGN KEY (store, order_id) REFERENCES sales_order
                    DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE limiter (
                name TEXT PRIMARY KEY CHECK (name <> ''),
                state TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """
        ])
}
