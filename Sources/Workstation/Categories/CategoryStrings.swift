package import HelpDesk
package import Localization

package enum CategoryStrings {
    static let title = Phrase("picker.placing", "What is it about? The desk learns from it")
    static let here = Phrase("category.here", "now; Enter confirms it")
    package static let scores = Phrase(
        "category.scores", "How questions are placed, by what people said of them")
    package static let taken = Phrase("category.taken", "Taken for something else")
    package static let accuracy = Phrase("category.accuracy", "right")
    package static let f1 = Phrase("category.f1", "F1")
    package static let rules = Phrase("category.by-rules", "rules alone")
    package static let model = Phrase("category.by-model", "model alone")
    package static let both = Phrase("category.by-both", "rules, then model")
    package static let shipped = Phrase("category.by-shipped", "as shipped")
    package static let nothing = Phrase(
        "category.nothing", "Nobody has set or confirmed a category yet.")

    package static func training(_ training: CategoryTraining?) -> Phrase {
        guard let training else {
            return Phrase(
                "category.untrained", "Nothing was learnt here yet; the shipped model serves.")
        }
        let values = [
            "version": String(training.version), "samples": String(training.samples),
        ]
        return training.isInForce
            ? Phrase(
                "category.trained", "Model {version} is in force, learnt from {samples} messages.",
                values)
            : Phrase(
                "category.held-back",
                "Model {version} of {samples} messages did worse than the shipped one, which serves.",
                values)
    }

    /// Why a ticket has its category, in a few words.
    package static func why(_ reason: CategoryReason) -> Phrase {
        switch reason.source {
        case .rules: Phrase("category.why-rules", "by its words")
        case .model(let confidence, let version):
            Phrase(
                "category.why-model", "likely, {percent} % (model {version})",
                [
                    "percent": String(Int((confidence * 100).rounded())),
                    "version": String(version),
                ])
        case .person(let name):
            Phrase("category.why-person", "said {name}", ["name": name])
        }
    }

    /// `45 -> 12`: what it is, what it was taken for.
    package static func mistake(_ truth: String, _ guess: String) -> Phrase {
        Phrase(
            "category.mistake", "{truth} taken for {guess}", ["truth": truth, "guess": guess])
    }
}

enum CategoryHistory {
    static func sentence(_ event: CategoryEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .set(let setting):
            Phrase(
                "history.category-set", "{name} says it is about: {category}",
                [
                    "name": HistoryLines.name(setting.person, model),
                    "category": model.words(CategoryWords.phrase(setting.to)),
                ])
        case .trained(let training): CategoryStrings.training(training)
        }
    }
}
