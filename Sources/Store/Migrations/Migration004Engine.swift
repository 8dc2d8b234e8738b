extension Migration {
    /// What the sync engine keeps: jobs with priority and failure, who runs one at the moment, and a
    /// way from a job to its events. Times of earlier jobs are taken from the log, so that a replay
    /// gives the same rows.
    static let engine = Migration(
        number: 4, name: "engine",
        parts: [
            """
            CREATE INDEX event_job ON event (coalesce(
                json_extract(payload, '$.jobMoved._0.job'),
                json_extract(payload, '$.jobAdded._0.id')))
                WHERE kind IN ('job-added', 'job-moved');
            ALTER TABLE job ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE job ADD COLUMN failure TEXT;
            ALTER TABLE job ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE job ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
            UPDATE job SET
                created_at = coalesce((SELECT min(at) FROM event
                    WHERE kind IN ('job-added', 'job-moved') AND coalesce(
                        json_extract(payload, '$.jobMoved._0.job'),
                        json_extract(payload, '$.jobAdded._0.id')) = job.id), 0),
                changed_at = coalesce((SELECT at FROM event
                    WHERE kind IN ('job-added', 'job-moved') AND coalesce(
                        json_extract(payload, '$.jobMoved._0.job'),
                        json_extract(payload, '$.jobAdded._0.id')) = job.id
                    ORDER BY seq DESC LIMIT 1), 0);
            CREATE INDEX job_dead ON job (kind, key) WHERE state = 'dead';
            CREATE TABLE job_lease (
                job INTEGER PRIMARY KEY REFERENCES job,
                started_at INTEGER NOT NULL,
                until INTEGER NOT NULL
            ) STRICT;
            """,
            """
            CREATE TABLE sync_health_wider (
                store TEXT NOT NULL REFERENCES store,
                kind TEXT NOT NULL CHECK (kind <> ''),
                last_success INTEGER,
                last_attempt INTEGER NOT NULL,
                failure TEXT,
                failures INTEGER NOT NULL,
                seen_through INTEGER,
                PRIMARY KEY (store, kind)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO sync_health_wider
                SELECT store, kind, last_success, last_attempt, failure, (
                    SELECT count(*) FROM event
                    WHERE event.kind = 'sync-reported'
                    AND json_extract(payload, '$.syncReported._0.store') = sync_health.store
                    AND json_extract(payload, '$.syncReported._0.kind') = sync_health.kind
                    AND seq > coalesce((
                        SELECT max(seq) FROM event
                        WHERE event.kind = 'sync-reported'
                        AND json_extract(payload, '$.syncReported._0.store') = sync_health.store
                        AND json_extract(payload, '$.syncReported._0.kind') = sync_health.kind
                        AND json_extract(payload, '$.syncReported._0.failure') IS NULL), 0)
                ), NULL
                FROM sync_health;
            DROP TABLE sync_health;
            ALTER TABLE sync_health_wider RENAME TO sync_health;
            """,
            """
            CREATE TABLE sync_log (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                store TEXT,
                operation TEXT NOT NULL,
                status INTEGER,
                error_class TEXT,
                milliseconds INTEGER NOT NULL,
                request_id TEXT,
                byte_count INTEGER,
                attempt INTEGER NOT NULL,
                message TEXT NOT NULL
            ) STRICT;
            CREATE INDEX sync_log_store ON sync_log (store, id);
            CREATE INDEX sync_log_at ON sync_log (at);
            CREATE INDEX message_arrival ON message (platform_time) WHERE direction = 'inbound';
            CREATE TABLE drift_field (
                operation TEXT NOT NULL CHECK (operation <> ''),
                path TEXT NOT NULL CHECK (path <> ''),
                count INTEGER NOT NULL CHECK (count > 0),
                first_seen INTEGER NOT NULL,
                last_seen INTEGER NOT NULL,
                PRIMARY KEY (operation, path)
            ) STRICT, WITHOUT ROWID;
            """,
            """
            CREATE TABLE alarm (
                id INTEGER PRIMARY KEY CHECK (id > 0),
                kind TEXT NOT NULL CHECK (kind <> ''),
                store TEXT REFERENCES store,
                subject TEXT NOT NULL,
                arguments TEXT NOT NULL,
                raised_at INTEGER NOT NULL,
                settled_at INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX alarm_open ON alarm (kind, coalesce(store, ''), subject)
                WHERE settled_at IS NULL;
            CREATE TABLE spot_check (
                id INTEGER PRIMARY KEY CHECK (id > 0),
                store TEXT NOT NULL REFERENCES store,
                start INTEGER NOT NULL,
                cause TEXT NOT NULL CHECK (cause IN ('random', 'blind')),
                drawn_at INTEGER NOT NULL,
                result TEXT CHECK (result IN ('match', 'missing', 'extra')),
                platform_count INTEGER,
                recorded_by INTEGER REFERENCES person,
                recorded_at INTEGER,
                CHECK ((result IS NULL) = (recorded_at IS NULL)),
                UNIQUE (store, start)
            ) STRICT;
            CREATE INDEX spot_check_open ON spot_check (drawn_at) WHERE result IS NULL;
            CREATE TABLE spot_check_note (
                spot_check INTEGER PRIMARY KEY REFERENCES spot_check
                    DEFERRABLE INITIALLY DEFERRED,
                note TEXT NOT NULL
            ) STRICT;
            """,
        ])
}
