/// What buyers ask: how often each category came, and questions in like words.
package struct ReportQuestions: Hashable, Sendable, Codable {
    /// One category in the window's last week and in the week before.
    package struct Category: Hashable, Sendable, Codable {
        package var category: InquiryCategory
        package var all: Int
        package var week: Int
        package var weekBefore: Int
        package var ratio: RateRatio

        package init(category: InquiryCategory, all: Int, week: Int, weekBefore: Int) {
            self.category = category
            self.all = all
            self.week = week
            self.weekBefore = weekBefore
            ratio = RateRatio(now: week, before: weekBefore)
        }
    }

    /// Questions in like words.
    package struct Cluster: Hashable, Sendable, Codable {
        package var language: LanguageCode
        /// The words that most of them share.
        package var words: [String]
        package var count: Int
        /// The message that is most like the others.
        package var example: MessageID
        package var ticket: TicketID
        /// Its first words.
        package var text: String
        /// The product that they are about most often.
        package var asin: String?
        package var messages: [MessageID]
        package var week: Int
        package var weekBefore: Int

        package init(
            language: LanguageCode, words: [String], count: Int, example: MessageID,
            ticket: TicketID, text: String, asin: String?, messages: [MessageID], week: Int,
            weekBefore: Int
        ) {
            self.language = language
            self.words = words
            self.count = count
            self.example = example
            self.ticket = ticket
            self.text = text
            self.asin = asin
            self.messages = messages
            self.week = week
            self.weekBefore = weekBefore
        }

        package var ratio: RateRatio { RateRatio(now: week, before: weekBefore) }
    }

    package var categories: [Category]
    package var clusters: [Cluster]
    /// How many messages were read for the clusters, of how many.
    package var read: Int
    package var population: Int

    package init(categories: [Category], clusters: [Cluster], read: Int, population: Int) {
        self.categories = categories
        self.clusters = clusters
        self.read = read
        self.population = population
    }
}

/// Groups texts by their wording. No chance is in it: equal texts in an equal order give equal
/// groups, so that a cluster opened today has the members it had when it was printed.
package enum WordingClusters {
    /// Texts of which the shorter one shares less of its weight are about something else.
    private static let likeness = 0.5
    /// One word in common proves nothing.
    private static let leastCommon = 2

    /// A text's words as they weigh in a comparison.
    package struct Text: Hashable, Sendable {
        package var language: LanguageCode
        package var words: Set<String>

        package init(language: LanguageCode, words: Set<String>) {
            self.language = language
            self.words = words
        }
    }

    /// The members of each group, by index, the largest group first; texts alone are not returned.
    ///
    /// A text joins the group whose first member it resembles most, else it begins one. Words count
    /// by how rare they are, so "the parcel" says less than "flickers".
    package static func groups(of texts: [Text]) -> [[Int]] {
        let weights = weights(of: texts)
        var leaders: [Int] = []
        var members: [[Int]] = []
        var index: [String: [Int]] = [:]
        for (number, text) in texts.enumerated() where !text.words.isEmpty {
            let group = nearest(text, texts, leaders, index, weights)
            if let group {
                members[group].append(number)
                continue
            }
            for word in text.words { index[key(word, text), default: []].append(leaders.count) }
            leaders.append(number)
            members.append([number])
        }
        return members.filter { $0.count > 1 }.sorted {
            $0.count == $1.count ? $0[0] < $1[0] : $0.count > $1.count
        }
    }

    /// The words that most of a group share, the commonest first, then by alphabet.
    package static func shared(_ members: [Int], of texts: [Text]) -> [String] {
        var counts: [String: Int] = [:]
        for member in members {
            for word in texts[member].words { counts[word, default: 0] += 1 }
        }
        return counts.filter { $0.value * 2 > members.count }
            .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
            .map(\.key)
    }

    private static func key(_ word: String, _ text: Text) -> String {
        "\(text.language.rawValue) \(word)"
    }

    /// A word that stands in every text weighs almost nothing.
    private static func weights(of texts: [Text]) -> [String: Double] {
        var counts: [String: Int] = [:]
        for text in texts {
            for word in text.words { counts[key(word, text), default: 0] += 1 }
        }
        return counts.mapValues { 1 / (1 + Double($0) / Double(max(1, texts.count)) * 20) }
    }

    private static func nearest(
        _ text: Text, _ texts: [Text], _ leaders: [Int], _ index: [String: [Int]],
        _ weights: [String: Double]
    ) -> Int? {
        var common: [Int: (weight: Double, words: Int)] = [:]
        var own = 0.0
        // In a fixed order: sums of fractions must not depend on a set's.
        for word in text.words.sorted() {
            let weight = weights[key(word, text)] ?? 0
            own += weight
            for group in index[key(word, text)] ?? [] {
                let before = common[group] ?? (0, 0)
                common[group] = (before.weight + weight, before.words + 1)
            }
        }
        var best: (group: Int, likeness: Double)?
        for (group, shared) in common.sorted(by: { $0.key < $1.key }) {
            let leader = texts[leaders[group]].words
            guard shared.words >= leastCommon || leader == text.words else { continue }
            let other = leader.sorted().reduce(0) {
                $0 + (weights[key($1, text)] ?? 0)
            }
            let likeness = shared.weight / max(min(own, other), 1e-9)
            if likeness >= Self.likeness, likeness > (best?.likeness ?? 0) {
                best = (group, likeness)
            }
        }
        return best?.group
    }
}
