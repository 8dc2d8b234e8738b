import GRDB
import HelpDesk
import SwiftExtensions

extension Projector {
    func quality(_ event: QualityEvent, _ record: EventRecord) throws -> TicketID? {
        switch event {
        case .sampleDrawn(let sample):
            try add(sample, at: record.at)
            return sample.ticket
        case .scored(let score): return try add(score, at: record.at)
        case .amazonFigureNoted(let figure, let person):
            try note(figure, by: person, at: record.at)
            return nil
        case .wordingWarned(let warning):
            try db.run(
                """
                INSERT INTO wording_warning (seq, ticket, person, rule, percent, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    record.sequence.rawValue, warning.ticket.rawValue, warning.person.rawValue,
                    warning.rule, warning.percent, record.at.milliseconds,
                ])
            return warning.ticket
        case .wordingChosen(let choice): return try choose(choice, at: record.at)
        }
    }

    private func choose(_ choice: WordingChoice, at instant: Timestamp) throws -> TicketID {
        let open: [Binding] = [choice.ticket.rawValue, choice.person.rawValue]
        for rule in choice.kept {
            try db.run(
                """
                UPDATE wording_warning SET choice = 'kept', chosen_at = ?
                WHERE ticket = ? AND person = ? AND rule = ? AND choice IS NULL
                """, [instant.milliseconds] + open + [rule])
        }
        try db.run(
            """
            UPDATE wording_warning SET choice = 'heeded', chosen_at = ?
            WHERE ticket = ? AND person = ? AND choice IS NULL
            """, [instant.milliseconds] + open)
        return choice.ticket
    }

    private func add(_ sample: QualitySample, at instant: Timestamp) throws {
        try db.run(
            "INSERT INTO quality_sample VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                sample.id, sample.week, sample.message.rawValue, sample.ticket.rawValue,
                sample.store.rawValue, sample.author.rawValue, sample.repliedAt.milliseconds,
                sample.isDouble, Int64(bitPattern: sample.seed), instant.milliseconds,
            ])
    }

    private func add(_ score: QualityScore, at instant: Timestamp) throws -> TicketID {
        let ticket = try db.number(
            "SELECT ticket FROM quality_sample WHERE id = ?", [score.sample])
        guard let ticket else { throw Self.unknown("quality sample", score.sample) }
        let position = try db.number(
            "SELECT count(*) + 1 FROM quality_mark WHERE sample = ?", [score.sample])
        let marks = QualityCriterion.allCases.map { score.marks[$0].rawValue as Binding }
        try db.run(
            "INSERT INTO quality_mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [score.sample, score.scorer.rawValue] + marks + [
                score.marks.total, score.noteDigest, instant.milliseconds, position,
            ])
        return TicketID(ticket)
    }

    private func note(_ figure: AmazonFigure, by person: PersonID, at instant: Timestamp) throws {
        try db.run(
            """
            INSERT INTO amazon_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET late_rate = excluded.late_rate,
                over_day = excluded.over_day, no_response = excluded.no_response,
                messages = excluded.messages, noted_by = excluded.noted_by,
                noted_at = excluded.noted_at
            """,
            [
                figure.store.rawValue, figure.day, figure.days, figure.lateRate, figure.overDay,
                figure.noResponse, figure.messages, person.rawValue, instant.milliseconds,
            ])
    }
}
