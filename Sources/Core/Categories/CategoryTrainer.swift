import ChannelAmazon
import HelpDesk
import LanguageKit
import Store
import SwiftExtensions

/// Learns what questions are about from those that people placed. Nothing is drawn by lot: the
/// same history gives the same model.
struct CategoryTrainer: Sendable {
    let desk: Desk

    /// The newest ones; a model is no archive.
    static let mostSamples = 4000
    /// Fewer say nothing of how well a model does.
    static let leastSamples = 30
    /// So many new words of people are worth a training.
    private static let newWords = 25
    private static let pause: Duration = .hours(24)
    private static let folds = 5

    /// One placed message with what the rules say of it.
    private struct Placed {
        var sample: CategorySample
        var text: String
        var language: LanguageCode
        var rules: CategoryJudgement
    }

    /// Learns if there is something new to learn; at most once a day. Returns whether it did.
    @discardableResult
    func runDue() async throws -> Bool {
        let now = desk.clock.now
        let isDue = try await desk.database.read { transaction in
            guard try transaction.categorySettingsSinceTraining() >= Self.newWords else {
                return false
            }
            guard let last = try transaction.categoryTraining()?.at else { return true }
            return now - last >= Self.pause
        }
        guard isDue else { return false }
        return try await train().training != nil
    }

    /// Learns now, and puts the new model into force unless it does worse than what ships.
    func train() async throws -> CategoryReport {
        let placed = try await read()
        var report = try await judged(placed)
        guard placed.count >= Self.leastSamples else { return report }
        var model = CategoryModel()
        for item in placed { model.learn(item.sample, times: Desk.ownTextsCount) }
        let bytes = model.bytes
        let (before, after) = (report.shipped.right, report.both.right)
        report.training = try await desk.act(service: .categories) { transaction in
            let version = (try transaction.categoryTraining()?.training.version ?? 0) + 1
            let training = CategoryTraining(
                version: version, samples: placed.count, rightBefore: before, rightAfter: after,
                digest: ContentDigest.of(bytes))
            try transaction.record(.category(.trained(training)))
            try transaction.keepCategoryModel(version, bytes)
            return training
        }
        try await desk.loadCategoryModel()
        return report
    }

    /// How well rules, model and both do, each text judged by a model that never saw it.
    func report() async throws -> CategoryReport {
        try await judged(try await read())
    }

    private func read() async throws -> [Placed] {
        try await desk.database.read { transaction in
            try transaction.placedMessages(limit: Self.mostSamples).compactMap { placed in
                guard let content = try transaction.messageContent(placed.message),
                    !content.body.isBlank
                else { return nil }
                return Placed(
                    sample: CategorySample(content.body, placed.category), text: content.body,
                    language: placed.language,
                    rules: desk.reader.categoryRules(
                        topic: content.subject, text: content.body, hasOrder: placed.hasOrder,
                        language: placed.language))
            }
        }
    }

    private func judged(_ placed: [Placed]) async throws -> CategoryReport {
        var report = CategoryReport(
            training: try await desk.database.read { try $0.categoryTraining()?.training })
        for fold in 0..<Self.folds {
            await Task.yield()
            try Task.checkCancellation()
            var model = ShippedCategories.model
            for (index, item) in placed.enumerated() where index % Self.folds != fold {
                model.learn(item.sample, times: Desk.ownTextsCount)
            }
            for (index, item) in placed.enumerated() where index % Self.folds == fold {
                Self.judge(item, model, &report)
            }
        }
        return report
    }

    private static func judge(
        _ item: Placed, _ model: CategoryModel, _ report: inout CategoryReport
    ) {
        let truth = item.sample.category
        func both(_ model: CategoryModel) -> InquiryCategory {
            guard item.rules.asksModel else { return item.rules.category }
            return item.rules.asking(model, version: 0, about: item.text).category
        }
        report.rules.add(item.rules.rule, for: truth, in: item.language)
        report.model.add(
            model.guess(item.sample)?.category ?? .other, for: truth, in: item.language)
        report.both.add(both(model), for: truth, in: item.language)
        report.shipped.add(both(ShippedCategories.model), for: truth, in: item.language)
    }
}

extension Desk {
    private static let lookForWords: Duration = .minutes(30)

    /// Learns when there is something new, until the task is cancelled.
    func runCategories() async throws {
        while !Task.isCancelled {
            try await CategoryTrainer(desk: self).runDue()
            try await clock.sleep(until: clock.now + Self.lookForWords)
        }
    }
}
