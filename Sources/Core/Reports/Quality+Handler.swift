package import HelpDesk
import Jobs
import Store
import SwiftExtensions
package import Wire

extension DrawQualitySample: DeskCall {
    package static let need: Need = .right(.qaScore, .stores)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let calendar = ReportCalendar(zone: desk.settings.timeZone)
        guard let week = calendar.week(of: day) else {
            throw DeskError(.badRequest, ["field": "day"])
        }
        guard week.to <= desk.clock.now else {
            throw DeskError(.qualityWeekRuns, ["week": week.name])
        }
        try await desk.foldReports()
        let seed = UInt64(bitPattern: Int64(desk.clock.now.milliseconds))
        return try await desk.act(as: caller) { transaction in
            let answers = try transaction.answers(
                from: week.from, to: week.to, scope: caller.scope)
            var random = SeededRandom(seed: seed)
            let choices = QualityDraw.choose(
                from: answers,
                besides: try transaction.qualitySamples(week: week.name, scope: .all),
                alreadyDrawn: try transaction.qualitySampleCount(), using: &random)
            for choice in choices { try transaction.draw(choice, week: week.name, seed: seed) }
            return Reply(week: week.name, drawn: choices.count)
        }
    }
}

extension WriteTransaction {
    fileprivate func draw(_ choice: QualityDraw.Choice, week: String, seed: UInt64) throws {
        guard let place = try place(of: choice.message) else { return }
        try record(
            .quality(
                .sampleDrawn(
                    QualitySample(
                        id: try nextQualitySample(), week: week, message: choice.message,
                        ticket: place.ticket, store: place.store, author: choice.person,
                        repliedAt: place.at, isDouble: choice.isDouble, seed: seed))))
    }
}

extension ListQualitySamples: DeskCall {
    package static let need: Need = .oneOf([.qaScore, .report])

    /// More than anybody judges in a sitting.
    private static let most = 200

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.database.read { transaction in
            let mayScore = caller.may(.qaScore, .stores)
            let samples = try transaction.qualitySamples(scope: caller.scope).filter {
                mayScore || $0.author == caller.person
            }
            let scores = Dictionary(
                grouping: try transaction.qualityScores(of: samples.map(\.id)), by: \.sample)
            let names = Dictionary(
                try transaction.people().map { ($0.id, $0.displayName) },
                uniquingKeysWith: { first, _ in first })
            var views: [QualitySampleView] = []
            for sample in samples {
                let given = scores[sample.id] ?? []
                let isOpen = mayScore && sample.isOpen(to: caller.person, given)
                guard isOpen || (!onlyOpen && !given.isEmpty) else { continue }
                guard views.count < Self.most else { break }
                views.append(
                    try transaction.view(
                        sample, isOpen: isOpen, names,
                        scores: sample.visible(given, to: caller.person)))
            }
            return Reply(samples: views)
        }
    }
}

extension QualitySample {
    /// Nobody judges an own answer, nobody twice, and nobody what has all its marks.
    func isOpen(to person: PersonID, _ given: [StoredQualityScore]) -> Bool {
        author != person && given.count < (isDouble ? 2 : 1)
            && !given.contains { $0.scorer == person }
    }

    /// Of a judgement that two make, neither judge and not the author sees the other's marks before
    /// both are in.
    func visible(_ given: [StoredQualityScore], to person: PersonID) -> [StoredQualityScore] {
        given.count >= (isDouble ? 2 : 1) ? given : given.filter { $0.scorer == person }
    }
}

extension ReadTransaction {
    fileprivate func view(
        _ sample: QualitySample, isOpen: Bool, _ names: [PersonID: String],
        scores: [StoredQualityScore]
    ) throws -> QualitySampleView {
        let question = try question(before: sample.message).flatMap { try messageContent($0) }
        return QualitySampleView(
            sample: sample, authorName: names[sample.author] ?? "",
            subject: try ticketSubject(sample.ticket) ?? "", question: question?.body ?? "",
            answer: try messageContent(sample.message)?.body ?? "",
            scores: scores.map {
                QualityScoreView(scorer: names[$0.scorer] ?? "", marks: $0.marks, note: $0.note)
            }, isOpen: isOpen)
    }
}

extension ScoreQualitySample: DeskCall {
    package static let need: Need = .right(.qaScore, .stores)
    /// Bytes of the words beside the marks.
    private static let longestNote = 2_000

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        let words = try TextLimits.clean(note, limit: Self.longestNote)
        try await desk.act(as: caller) { transaction in
            let found = try transaction.qualitySamples(id: sample, scope: caller.scope).first
            guard let found else {
                throw DeskError(.qualitySampleNotFound, ["sample": String(sample)])
            }
            let given = try transaction.qualityScores(of: [sample])
            guard found.isOpen(to: caller.person, given) else {
                throw DeskError(.qualitySampleClosed, ["sample": String(sample)])
            }
            let digest = words.isEmpty ? nil : ContentDigest.of(words)
            try transaction.record(
                .quality(
                    .scored(
                        QualityScore(
                            sample: sample, scorer: caller.person, marks: marks,
                            noteDigest: digest))))
            if !words.isEmpty {
                try transaction.putQualityNote(sample, caller.person, words)
            }
        }
        return Done()
    }
}

extension NoteAmazonFigure: DeskCall {
    package static let need: Need = .right(.report, .stores)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        guard caller.scope.contains(figure.store), desk.settings.store(figure.store) != nil else {
            throw DeskError(.storeOutOfScope, ["store": figure.store.rawValue])
        }
        let calendar = ReportCalendar(zone: desk.settings.timeZone)
        guard figure.isPlausible, calendar.instant(of: figure.day) != nil else {
            throw DeskError(.badRequest, ["field": "figure"])
        }
        _ = try await desk.act(as: caller) { transaction in
            try transaction.record(.quality(.amazonFigureNoted(figure, by: caller.person)))
        }
        return Done()
    }
}
