import GRDB
package import HelpDesk
package import SwiftExtensions

/// A judged answer and who judged it.
package struct StoredQualityScore: Hashable, Sendable {
    package var sample: Int64
    package var author: PersonID
    package var isDouble: Bool
    package var scorer: PersonID
    package var marks: QualityMarks
    package var note: String
    /// 1 for the first who judged it.
    package var position: Int
}

extension WriteTransaction {
    /// The number of the next sample.
    package func nextQualitySample() throws -> Int64 {
        try next(.qualitySample)
    }

    /// Words beside marks; bound to them by a digest.
    package func putQualityNote(_ sample: Int64, _ scorer: PersonID, _ note: String) throws {
        try db.run(
            "INSERT OR REPLACE INTO quality_note VALUES (?, ?, ?)",
            [sample, scorer.rawValue, note])
    }
}

extension ReadTransaction {
    /// Human replies of a window by their writers, among the stores in scope.
    package func answers(
        from: Timestamp, to: Timestamp, scope: StoreScope
    ) throws -> [PersonID: [MessageID]] {
        let filter = StoreFilter(scope: scope, store: nil)
        var answers: [PersonID: [MessageID]] = [:]
        try db.each(
            """
            SELECT author, message FROM report_reply
            WHERE at >= ? AND at < ? AND author IS NOT NULL
                AND \(filter.condition(on: "store")) ORDER BY author, message
            """, [from.milliseconds, to.milliseconds] + filter.values
        ) { fields in
            answers[try fields.id(), default: []].append(try fields.id())
        }
        return answers
    }

    /// How many answers were ever drawn.
    package func qualitySampleCount() throws -> Int {
        Int(try db.number("SELECT count(*) FROM quality_sample") ?? 0)
    }

    /// Samples that match, the oldest first: of a week, one of them, or of a span of answers.
    package func qualitySamples(
        week: String? = nil, id: Int64? = nil, from: Timestamp? = nil, to: Timestamp? = nil,
        scope: StoreScope
    ) throws -> [QualitySample] {
        let filter = StoreFilter(scope: scope, store: nil)
        return try db.all(
            """
            SELECT id, week, message, ticket, store, author, replied_at, is_double,
                seed
            FROM quality_sample
            WHERE (?1 IS NULL OR week = ?1) AND (?2 IS NULL OR id = ?2)
                AND replied_at >= ?3 AND replied_at < ?4 AND \(filter.condition(on: "store"))
            ORDER BY id
            """,
            [
                week, id, from?.milliseconds ?? Int64.min, to?.milliseconds ?? Int64.max,
            ] + filter.values
        ) { fields in
            QualitySample(
                id: try fields.number(), week: try fields.text(), message: try fields.id(),
                ticket: try fields.id(), store: try fields.name(), author: try fields.id(),
                repliedAt: try fields.time(), isDouble: try fields.flag(),
                seed: UInt64(bitPattern: try fields.number()))
        }
    }

    /// All marks of some samples, by sample and in the order in which they were given.
    package func qualityScores(of samples: [Int64]) throws -> [StoredQualityScore] {
        try samples.flatMap { sample in
            try db.all(
                """
                SELECT m.sample, s.author, s.is_double, m.scorer, m.accuracy, m.completeness,
                    m.policy, m.language, m.timeliness, coalesce(n.note, ''), m.position
                FROM quality_mark AS m JOIN quality_sample AS s ON s.id = m.sample
                LEFT JOIN quality_note AS n ON n.sample = m.sample AND n.scorer = m.scorer
                WHERE m.sample = ? ORDER BY m.position
                """, [sample]
            ) { fields in
                StoredQualityScore(
                    sample: try fields.number(), author: try fields.id(),
                    isDouble: try fields.flag(), scorer: try fields.id(),
                    marks: QualityMarks(
                        accuracy: try fields.word(), completeness: try fields.word(),
                        policy: try fields.word(), language: try fields.word(),
                        timeliness: try fields.word()),
                    note: try fields.text(), position: try fields.count())
            }
        }
    }

    /// The last thing that the buyer wrote before a reply.
    package func question(before reply: MessageID) throws -> MessageID? {
        try db.number(
            """
            SELECT asked.id FROM message AS reply JOIN message AS asked
                ON asked.ticket = reply.ticket AND asked.seq < reply.seq
            WHERE reply.id = ? AND asked.kind IN ('buyer', 'courtesy', 'unparsed')
            ORDER BY asked.seq DESC LIMIT 1
            """, [reply.rawValue]
        ).map { MessageID($0) }
    }

    /// Ticket and store of a thread item.
    package func place(of message: MessageID) throws -> (
        ticket: TicketID, store: StoreID, at: Timestamp
    )? {
        try db.one(
            """
            SELECT message.ticket, ticket.store, message.platform_time
            FROM message JOIN ticket ON ticket.id = message.ticket WHERE message.id = ?
            """, [message.rawValue]
        ) { (ticket: try $0.id(), store: try $0.name(), at: try $0.time()) }
    }
}
