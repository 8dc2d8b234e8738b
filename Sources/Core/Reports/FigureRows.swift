import HelpDesk
import Store
import SwiftExtensions

/// The rows behind a figure as people read them.
struct FigureRows {
    let transaction: ReadTransaction
    private let query: ReportQuery
    private let showsSubjects: Bool
    private let names: [PersonID: String]
    private let reader: PersonID

    init(
        _ transaction: ReadTransaction, _ query: ReportQuery, for caller: Principal
    ) throws {
        self.transaction = transaction
        self.query = query
        showsSubjects = caller.may(.read)
        reader = caller.person
        names = Dictionary(
            try transaction.people().map { ($0.id, $0.displayName) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A rating without a ticket, or a ticket that was erased, has only its times.
    func rows(of facts: [ReportFact]) throws -> [FigureRow] {
        try facts.map { fact in
            let ticket = TicketID(fact.ticket)
            let headline = try transaction.headline(of: ticket)
            return FigureRow(
                ticket: ticket, item: fact.item, store: headline?.store,
                person: fact.person.flatMap { names[PersonID($0)] },
                start: Timestamp(milliseconds: fact.start),
                end: fact.end.map { Timestamp(milliseconds: $0) }, state: fact.state,
                subject: showsSubjects ? headline?.subject : nil)
        }
    }

    /// Each hour in which the person did something; nobody's hours are none.
    func hours(of person: PersonID?) throws -> [FigureRow] {
        guard let person else { return [] }
        let request = query.request
        let hours = try transaction.activeHours(from: request.from, to: request.to)
        return (hours[person] ?? []).sorted().map { hour in
            let start = Timestamp(seconds: hour * 3600)
            return FigureRow(
                ticket: nil, item: hour, person: names[person], start: start,
                end: start + .hours(1))
        }
    }

    /// Each answer that was judged, by its first judgement, which is the one that counts.
    func samples() throws -> [FigureRow] {
        let samples = try transaction.qualitySamples(of: query)
        let scores = Dictionary(
            grouping: try transaction.qualityScores(of: samples.map(\.id)), by: \.sample)
        return try samples.compactMap { sample in
            let given = scores[sample.id] ?? []
            guard !given.isEmpty else { return nil }
            // Whoever judges second, and whoever wrote the answer, sees no marks before both are in.
            let points = sample.visible(given, to: reader).first { $0.position == 1 }?.marks.total
            let subject = showsSubjects ? try transaction.headline(of: sample.ticket)?.subject : nil
            return FigureRow(
                ticket: sample.ticket, item: sample.id, store: sample.store,
                person: names[sample.author], start: sample.repliedAt, end: sample.repliedAt,
                subject: subject, points: points)
        }
    }
}

extension ReadTransaction {
    /// Drawn answers of a report's window, stores and person.
    func qualitySamples(of query: ReportQuery) throws -> [QualitySample] {
        let request = query.request
        return try qualitySamples(from: request.from, to: request.to, scope: query.scope)
            .filter { sample in
                (request.store ?? sample.store) == sample.store
                    && (request.person ?? sample.author) == sample.author
            }
    }
}
