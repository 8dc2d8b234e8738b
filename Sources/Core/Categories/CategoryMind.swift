import ChannelAmazon
import HelpDesk
import LanguageKit
import Store
import Synchronization

/// The model in force: the one that ships, or the desk's own on top of it.
final class CategoryMind: Sendable {
    struct Own: Sendable {
        var version: Int
        var model: CategoryModel
    }

    private let own = Mutex<Own?>(nil)

    /// What was learnt here; nil where the shipped model is asked.
    var learnt: Own? { own.withLock { $0 } }

    func use(_ new: Own?) { own.withLock { $0 = new } }

    /// A rules' judgement with the word of the model in force.
    func asked(_ judgement: CategoryJudgement, about text: String) -> CategoryJudgement {
        guard judgement.asksModel, let learnt else { return judgement }
        return judgement.asking(learnt.model, version: learnt.version, about: text)
    }
}

extension Desk {
    /// Own texts count for more than those that ship: they are about what this seller sells.
    static let ownTextsCount = 4

    /// Takes the newest training into force. Numbers that are gone or are not what the record
    /// says are made anew by the next training; until then the shipped model serves.
    func loadCategoryModel() async throws {
        let own = try await database.read { transaction -> CategoryMind.Own? in
            guard let training = try transaction.categoryTraining()?.training, training.isInForce,
                let bytes = try transaction.categoryModel(training.version),
                ContentDigest.of(bytes) == training.digest, let model = CategoryModel(bytes: bytes)
            else { return nil }
            return CategoryMind.Own(
                version: training.version, model: ShippedCategories.model.adding(model))
        }
        categories.use(own)
    }
}
