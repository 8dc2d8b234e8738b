import Foundation
import GRDB
package import HelpDesk
package import SwiftExtensions

/// A message whose category a person set or confirmed.
package struct PlacedMessage: Hashable, Sendable {
    package var message: MessageID
    package var category: InquiryCategory
    package var language: LanguageCode
    package var hasOrder: Bool
}

extension ReadTransaction {
    /// What somebody last said of a ticket's category, and who.
    package func categorySetting(of ticket: TicketID) throws
        -> (category: InquiryCategory, person: PersonID)?
    {
        try db.one(
            """
            SELECT category, person FROM category_setting WHERE ticket = ?
            ORDER BY seq DESC LIMIT 1
            """, [ticket.rawValue]
        ) { (try $0.word(), try $0.id()) }
    }

    /// What was said of a ticket's messages, the newest first.
    package func categoryJudgements(of ticket: TicketID, limit: Int) throws -> [CategoryJudgement] {
        try judgements(
            "message.ticket = ? ORDER BY message.seq DESC LIMIT ?", [ticket.rawValue, limit])
    }

    /// What was said of a message; nil where nobody wrote it down.
    package func categoryJudgement(of message: MessageID) throws -> CategoryJudgement? {
        try judgements("message.id = ?", [message.rawValue]).first
    }

    private func judgements(_ rest: String, _ values: [Binding]) throws -> [CategoryJudgement] {
        try db.all(
            """
            SELECT rule, weight, rules_version, model, confidence, model_version
            FROM category_judgement JOIN message ON message.id = category_judgement.message
            WHERE \(rest)
            """, values
        ) { fields in
            CategoryJudgement(
                rule: try fields.word(), weight: Int(try fields.number()),
                rulesVersion: Int(try fields.number()), model: try fields.optionalWord(),
                confidence: try fields.real(), modelVersion: Int(try fields.number()))
        }
    }

    /// Why a ticket has its category; nil where nobody wrote it down.
    package func categoryReason(of ticket: Ticket) throws -> CategoryReason? {
        if let setting = try categorySetting(of: ticket.id), setting.category == ticket.category {
            let name = try person(setting.person)?.displayName ?? ""
            return CategoryReason(category: ticket.category, source: .person(name: name))
        }
        return try categoryJudgements(of: ticket.id, limit: 20)
            .first { $0.category == ticket.category }.map { CategoryReason($0) }
    }

    /// The messages that people placed, the newest word about each, newest first.
    package func placedMessages(limit: Int) throws -> [PlacedMessage] {
        try db.all(
            """
            SELECT category_setting.message, category_setting.category, message.language,
                ticket.order_id IS NOT NULL
            FROM category_setting
            JOIN message ON message.id = category_setting.message
            JOIN ticket ON ticket.id = message.ticket
            WHERE category_setting.seq = (
                SELECT max(seq) FROM category_setting AS newer
                WHERE newer.message = category_setting.message)
            ORDER BY category_setting.seq DESC LIMIT ?
            """, [limit]
        ) { fields in
            PlacedMessage(
                message: try fields.id(), category: try fields.word(),
                language: try fields.name(), hasOrder: try fields.flag())
        }
    }

    /// The newest training and when it was.
    package func categoryTraining() throws -> (training: CategoryTraining, at: Timestamp)? {
        try db.one(
            """
            SELECT version, samples, right_before, right_after, digest, at
            FROM category_training ORDER BY version DESC LIMIT 1
            """
        ) { fields in
            (
                CategoryTraining(
                    version: Int(try fields.number()), samples: Int(try fields.number()),
                    rightBefore: Int(try fields.number()), rightAfter: Int(try fields.number()),
                    digest: try fields.text()), try fields.time()
            )
        }
    }

    /// How often people spoke of categories since the newest training.
    package func categorySettingsSinceTraining() throws -> Int {
        Int(
            try db.number(
                """
                SELECT count(*) FROM category_setting
                WHERE seq > (SELECT coalesce(max(seq), 0) FROM category_training)
                """) ?? 0)
    }

    /// The numbers of a model; nil when they were given up.
    package func categoryModel(_ version: Int) throws -> [UInt8]? {
        try db.one("SELECT numbers FROM category_model WHERE version = ?", [version]) {
            try $0.bytes()
        }
    }
}

extension WriteTransaction {
    /// Keeps the numbers of a model, and of the one before it.
    package func keepCategoryModel(_ version: Int, _ numbers: [UInt8]) throws {
        try db.run(
            "INSERT INTO category_model (version, numbers) VALUES (?, ?)", [version, Data(numbers)])
        try db.run("DELETE FROM category_model WHERE version < ?", [version - 1])
    }
}
