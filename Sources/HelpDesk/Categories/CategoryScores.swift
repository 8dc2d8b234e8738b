/// What came of placing texts whose category people know.
package struct CategoryScores: Hashable, Sendable, Codable {
    /// Texts of one language and one true category, by what was said of them.
    package struct Cell: Hashable, Sendable, Codable {
        package var language: LanguageCode
        package var truth: InquiryCategory
        package var guess: InquiryCategory
        package var count: Int

        package init(
            language: LanguageCode, truth: InquiryCategory, guess: InquiryCategory, count: Int
        ) {
            self.language = language
            self.truth = truth
            self.guess = guess
            self.count = count
        }
    }

    /// One per language, truth and guess, in that order.
    package private(set) var cells: [Cell]

    package init(_ cells: [Cell] = []) {
        self.cells = cells
    }

    package mutating func add(
        _ guess: InquiryCategory, for truth: InquiryCategory, in language: LanguageCode
    ) {
        let place = cells.firstIndex {
            $0.language == language && $0.truth == truth && $0.guess == guess
        }
        guard let place else {
            cells.append(Cell(language: language, truth: truth, guess: guess, count: 1))
            cells.sort { Self.key($0) < Self.key($1) }
            return
        }
        cells[place].count += 1
    }

    private static func key(_ cell: Cell) -> (String, String, String) {
        (cell.language.rawValue, cell.truth.rawValue, cell.guess.rawValue)
    }

    package var count: Int { cells.reduce(0) { $0 + $1.count } }
    package var right: Int { cells.reduce(0) { $0 + ($1.truth == $1.guess ? $1.count : 0) } }
    /// Share placed right; nil without texts.
    package var accuracy: Double? { count == 0 ? nil : Double(right) / Double(count) }

    package var languages: [LanguageCode] {
        Set(cells.map(\.language)).sorted { $0.rawValue < $1.rawValue }
    }

    package func only(_ language: LanguageCode) -> CategoryScores {
        CategoryScores(cells.filter { $0.language == language })
    }

    /// How well one category is found.
    package struct Line: Hashable, Sendable {
        package var category: InquiryCategory
        package var count: Int
        package var found: Int
        package var said: Int

        /// The share of what was said to be of it that is; nil where nothing was.
        package var precision: Double? { said == 0 ? nil : Double(found) / Double(said) }
        /// The share of its texts that was found; nil without texts.
        package var recall: Double? { count == 0 ? nil : Double(found) / Double(count) }
        /// 0 where nothing was found; nil without texts.
        package var f1: Double? {
            count == 0 ? nil : 2 * Double(found) / Double(count + said)
        }
    }

    /// The categories that texts have, in their usual order.
    package var lines: [Line] {
        InquiryCategory.allCases.compactMap { category in
            let own = cells.filter { $0.truth == category }
            guard !own.isEmpty else { return nil }
            return Line(
                category: category, count: own.reduce(0) { $0 + $1.count },
                found: own.reduce(0) { $0 + ($1.guess == category ? $1.count : 0) },
                said: cells.reduce(0) { $0 + ($1.guess == category ? $1.count : 0) })
        }
    }

    /// The mean of the categories' F1, each counting alike; nil without texts.
    package var macroF1: Double? {
        let values = lines.compactMap(\.f1)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// What is taken for what, the most frequent first.
    package var mistakes: [(truth: InquiryCategory, guess: InquiryCategory, count: Int)] {
        var counts: [[InquiryCategory]: Int] = [:]
        for cell in cells where cell.truth != cell.guess {
            counts[[cell.truth, cell.guess], default: 0] += cell.count
        }
        return counts.map { (truth: $0.key[0], guess: $0.key[1], count: $0.value) }.sorted {
            ($1.count, $0.truth.rawValue, $0.guess.rawValue)
                < ($0.count, $1.truth.rawValue, $1.guess.rawValue)
        }
    }
}

/// How well the desk places what its own people placed, by the rules alone, by its model alone and
/// by both; each text was kept out of the training that judged it.
package struct CategoryReport: Hashable, Sendable, Codable {
    package var rules: CategoryScores
    package var model: CategoryScores
    package var both: CategoryScores
    /// Rules with the model that ships, before anything was learnt.
    package var shipped: CategoryScores
    /// The newest training; nil before the first.
    package var training: CategoryTraining?

    package init(
        rules: CategoryScores = CategoryScores(), model: CategoryScores = CategoryScores(),
        both: CategoryScores = CategoryScores(), shipped: CategoryScores = CategoryScores(),
        training: CategoryTraining? = nil
    ) {
        self.rules = rules
        self.model = model
        self.both = both
        self.shipped = shipped
        self.training = training
    }
}
