/// What holds at every instant, whatever happens (helpdesk section 2); the number is the rule's.
package enum Invariant: Int, Hashable, Sendable, Codable, CaseIterable {
    /// Every buyer's message has exactly one debt.
    case oneDebtEach = 1
    /// A debt is in one state, and every change is an event with a proof.
    case provenDebts
    /// No ticket rests while it owes.
    case restOwesNothing
    /// The platform's deadline never changes.
    case fixedDeadlines
    /// Only a person's reply, a confirmed excuse or a proven void ends the platform's clock.
    case honestEnds
    /// Somebody can see every owed debt, or the orphan alarm is on.
    case seenDebts
    /// One reply leaves for a ticket as it was seen, unless somebody gave a reason.
    case oneReplyEach
    /// Nothing leaves twice.
    case nothingTwice
    /// Every change has its entry in the record.
    case recordedChanges
    /// The rows are the fold of the log.
    case foldedRows
    /// Nothing is left out of routing because of its age.
    case ageless
    /// Every warning reaches somebody, or the orphan alarm is on.
    case heardWarnings
    /// No personal data in record, logs, file names or process arguments.
    case namelessRecord
    /// Lists and engine reckon deadlines alike.
    case oneReckoning

    /// `I1` to `I14`.
    package var name: String { "I\(rawValue)" }
}

/// How one rule stands, with what breaks it.
package struct InvariantResult: Hashable, Sendable, Codable {
    package var invariant: Invariant
    /// What breaks it, at most twenty, in plain words for programs: `debt 7 owed twice`.
    package var subjects: [String]
    /// How many there are in all.
    package var count: Int

    package init(_ invariant: Invariant, subjects: [String] = [], count: Int = 0) {
        self.invariant = invariant
        self.subjects = subjects
        self.count = count
    }

    package var holds: Bool { count == 0 }

    /// Notes one more offender.
    package mutating func add(_ subject: String) {
        count += 1
        if subjects.count < 20 { subjects.append(subject) }
    }
}

/// How all rules stand at one instant.
package struct InvariantReport: Hashable, Sendable, Codable {
    package var results: [InvariantResult]
    /// How far the record had come.
    package var entries: Int64

    package init(results: [InvariantResult], entries: Int64) {
        self.results = results
        self.entries = entries
    }

    package var broken: [Invariant] { results.filter { !$0.holds }.map(\.invariant) }
    package var holds: Bool { broken.isEmpty }
}
