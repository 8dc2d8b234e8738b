import GRDB
import HelpDesk
import SwiftExtensions

extension CategoryEvent {
    var kind: String {
        switch self {
        case .set: "category-set"
        case .trained: "category-trained"
        }
    }
}

extension Projector {
    func category(_ event: CategoryEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .set(let setting):
            try db.run(
                "INSERT INTO category_setting VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    record.sequence.rawValue, setting.ticket.rawValue, setting.message?.rawValue,
                    setting.from.rawValue, setting.to.rawValue, setting.person.rawValue,
                    record.at.milliseconds,
                ])
            return setting.ticket
        case .trained(let training):
            try db.run(
                "INSERT INTO category_training VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    training.version, record.sequence.rawValue, record.at.milliseconds,
                    training.samples, training.rightBefore, training.rightAfter, training.digest,
                ])
            return nil
        }
    }

    func add(_ judgement: CategoryJudgement, of message: MessageID) throws {
        try db.run(
            "INSERT INTO category_judgement VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                message.rawValue, judgement.rule.rawValue, judgement.weight,
                judgement.rulesVersion, judgement.model?.rawValue, judgement.confidence,
                judgement.modelVersion,
            ])
    }
}
