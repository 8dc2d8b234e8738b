/// Which answers are judged: so many of each person and week by lot, some of them twice.
package enum QualityDraw {
    /// Answers of each person and week (helpdesk section 14.7).
    package static let perPerson = 5
    /// One in so many is judged by two who do not see each other's marks.
    package static let doubleEvery = 10

    /// One answer that was drawn.
    package struct Choice: Hashable, Sendable {
        package var person: PersonID
        package var message: MessageID
        package var isDouble: Bool

        package init(person: PersonID, message: MessageID, isDouble: Bool) {
            self.person = person
            self.message = message
            self.isDouble = isDouble
        }
    }

    /// Draws from each person's answers of the week, in the order of person and message, so that
    /// equal answers and an equal generator give equal choices. `samples` are those of the week
    /// that somebody with other stores has drawn: they stay, and only what a person lacks of their
    /// five is added. `drawn` counts earlier choices, so that every tenth of all is judged twice,
    /// not every tenth of each week.
    package static func choose(
        from answers: [PersonID: [MessageID]], besides samples: [QualitySample] = [],
        alreadyDrawn drawn: Int, using random: inout some RandomNumberGenerator
    ) -> [Choice] {
        let taken = Set(samples.map(\.message))
        var chosen: [Choice] = []
        for person in answers.keys.sorted() {
            let all = Set(answers[person] ?? []).subtracting(taken).sorted()
            let missing = max(0, perPerson - samples.count { $0.author == person })
            let picked = all.shuffled(using: &random).prefix(missing).sorted()
            chosen += picked.map { Choice(person: person, message: $0, isDouble: false) }
        }
        for block in stride(from: 0, to: chosen.count + doubleEvery, by: doubleEvery) {
            // In each ten of all draws one is the double; where it falls is chance.
            let first = block - drawn % doubleEvery
            let place = first + Int.random(in: 0..<doubleEvery, using: &random)
            if chosen.indices.contains(place) { chosen[place].isDouble = true }
        }
        return chosen
    }
}
