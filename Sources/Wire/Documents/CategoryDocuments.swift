package import HelpDesk

/// Why a ticket has its category, as `ticket show --json` prints it.
package struct CategoryReasonDocument: Codable, Sendable, Hashable {
    /// `rules`, `model` or `person`.
    package var source: String
    package var version: Int?
    /// 0 to 1.
    package var confidence: Double?
    package var person: String?

    package init(_ reason: CategoryReason) {
        switch reason.source {
        case .rules(let version):
            source = "rules"
            self.version = version
        case .model(let confidence, let version):
            source = "model"
            self.version = version
            self.confidence = confidence
        case .person(let name):
            source = "person"
            person = name
        }
    }
}

/// `category report --json`; keys are a stable interface.
package struct CategoryReportDocument: Codable, Sendable, Hashable {
    package struct Line: Codable, Sendable, Hashable {
        package var category: String
        package var count: Int
        package var precision: Double?
        package var recall: Double?
        package var f1: Double?
    }

    package struct Score: Codable, Sendable, Hashable {
        package var count: Int
        package var right: Int
        package var accuracy: Double?
        package var macroF1: Double?
        package var categories: [Line]

        enum CodingKeys: String, CodingKey {
            case count, right, accuracy, categories
            case macroF1 = "macro_f1"
        }

        init(_ scores: CategoryScores) {
            count = scores.count
            right = scores.right
            accuracy = scores.accuracy
            macroF1 = scores.macroF1
            categories = scores.lines.map { line in
                Line(
                    category: line.category.rawValue, count: line.count,
                    precision: line.precision, recall: line.recall, f1: line.f1)
            }
        }
    }

    package struct Mistake: Codable, Sendable, Hashable {
        package var truth: String
        package var guess: String
        package var count: Int
    }

    package struct Training: Codable, Sendable, Hashable {
        package var version: Int
        package var samples: Int
        package var rightBefore: Int
        package var rightAfter: Int
        package var isInForce: Bool

        enum CodingKeys: String, CodingKey {
            case version, samples
            case rightBefore = "right_before"
            case rightAfter = "right_after"
            case isInForce = "in_force"
        }
    }

    package var rules: Score
    package var model: Score
    package var shipped: Score
    package var both: Score
    /// The same by language, for the rules and for both.
    package var languages: [String: [String: Score]]
    package var mistakes: [Mistake]
    package var training: Training?

    package init(_ report: CategoryReport) {
        rules = Score(report.rules)
        model = Score(report.model)
        shipped = Score(report.shipped)
        both = Score(report.both)
        languages = [:]
        for language in report.both.languages {
            languages[language.rawValue] = [
                "rules": Score(report.rules.only(language)),
                "model": Score(report.model.only(language)),
                "both": Score(report.both.only(language)),
            ]
        }
        mistakes = report.both.mistakes.map {
            Mistake(truth: $0.truth.rawValue, guess: $0.guess.rawValue, count: $0.count)
        }
        training = report.training.map {
            Training(
                version: $0.version, samples: $0.samples, rightBefore: $0.rightBefore,
                rightAfter: $0.rightAfter, isInForce: $0.isInForce)
        }
    }
}
