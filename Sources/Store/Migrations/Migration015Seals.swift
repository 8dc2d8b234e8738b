extension Migration {
    /// Each entry of the log carries its hash and that of the one before; entries of earlier
    /// versions get theirs when the database is opened.
    static let seals = Migration(
        number: 15, name: "seals",
        parts: [
            """
            ALTER TABLE event ADD COLUMN counter INTEGER;
            ALTER TABLE event ADD COLUMN session TEXT;
            ALTER TABLE event ADD COLUMN request INTEGER;
            ALTER TABLE event ADD COLUMN previous BLOB
                CHECK (previous IS NULL OR length(previous) = 32);
            ALTER TABLE event ADD COLUMN hash BLOB CHECK (hash IS NULL OR length(hash) = 32);
            DROP TRIGGER event_is_never_changed;
            CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
            WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.seq IS NOT OLD.seq
                OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor
                OR NEW.kind IS NOT OLD.kind OR NEW.ticket IS NOT OLD.ticket
                OR NEW.payload IS NOT OLD.payload
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
            CREATE TRIGGER event_is_sealed BEFORE INSERT ON event
            WHEN NEW.hash IS NULL OR NEW.previous IS NULL OR NEW.counter IS NULL
            BEGIN SELECT RAISE(ABORT, 'events carry their hash'); END;
            CREATE INDEX event_break_named ON event (seq) WHERE kind = 'break-named';
            CREATE INDEX event_desk_verified ON event (seq) WHERE kind = 'desk-verified';
            CREATE TABLE audit_log (
                id TEXT PRIMARY KEY CHECK (length(id) = 32)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO audit_log VALUES (lower(hex(randomblob(16))));
            CREATE TABLE audit_checkpoint (
                number INTEGER PRIMARY KEY CHECK (number > 0),
                entries INTEGER NOT NULL CHECK (entries > 0),
                head BLOB NOT NULL CHECK (length(head) = 32),
                at INTEGER NOT NULL,
                previous BLOB NOT NULL CHECK (length(previous) = 32),
                key TEXT NOT NULL CHECK (length(key) = 64),
                signature BLOB NOT NULL CHECK (length(signature) = 64)
            ) STRICT;
            CREATE TRIGGER audit_checkpoint_is_never_changed BEFORE UPDATE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are never changed'); END;
            CREATE TRIGGER audit_checkpoint_is_never_deleted BEFORE DELETE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'checkpoints are never deleted'); END;
            """
        ])
}
