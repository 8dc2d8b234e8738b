package import SwiftExtensions

/// What people judge and type in for reports.
package enum QualityEvent: Hashable, Sendable, Codable {
    /// Answers of a week were drawn for judging.
    case sampleDrawn(QualitySample)
    case scored(QualityScore)
    case amazonFigureNoted(AmazonFigure, by: PersonID)
    case wordingWarned(WordingWarning)
    case wordingChosen(WordingChoice)
}

/// One answer that somebody should judge.
package struct QualitySample: Hashable, Sendable, Codable {
    package var id: Int64
    /// The week of the answer as its Monday, such as `2026-06-29`.
    package var week: String
    package var message: MessageID
    package var ticket: TicketID
    package var store: StoreID
    package var author: PersonID
    package var repliedAt: Timestamp
    /// Two people judge it, neither sees the other's marks before both are in.
    package var isDouble: Bool
    /// What the lot was drawn with, so that anybody can draw it again.
    package var seed: UInt64

    package init(
        id: Int64, week: String, message: MessageID, ticket: TicketID, store: StoreID,
        author: PersonID, repliedAt: Timestamp, isDouble: Bool, seed: UInt64
    ) {
        self.id = id
        self.week = week
        self.message = message
        self.ticket = ticket
        self.store = store
        self.author = author
        self.repliedAt = repliedAt
        self.isDouble = isDouble
        self.seed = seed
    }
}

/// The marks that somebody gave. The words beside them are content; `noteDigest` binds them.
package struct QualityScore: Hashable, Sendable, Codable {
    package var sample: Int64
    package var scorer: PersonID
    package var marks: QualityMarks
    package var noteDigest: String?

    package init(sample: Int64, scorer: PersonID, marks: QualityMarks, noteDigest: String?) {
        self.sample = sample
        self.scorer = scorer
        self.marks = marks
        self.noteDigest = noteDigest
    }
}

/// What the judged answers of a window come to.
package struct QualityReport: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package var person: PersonID
        package var name: String
        package var standing: QualityStanding
        /// Answers that broke policy.
        package var policyFails: Int

        package init(person: PersonID, name: String, standing: QualityStanding, policyFails: Int) {
            self.person = person
            self.name = name
            self.standing = standing
            self.policyFails = policyFails
        }
    }

    /// How far two judges agree on one part.
    package struct Agreement: Hashable, Sendable, Codable {
        package var criterion: QualityCriterion
        package var kappa: Kappa

        package init(criterion: QualityCriterion, kappa: Kappa) {
            self.criterion = criterion
            self.kappa = kappa
        }
    }

    package var lines: [Line]
    package var agreements: [Agreement]
    package var drawn: Int
    package var scored: Int
    package var open: Int

    package init(
        lines: [Line], agreements: [Agreement], drawn: Int, scored: Int, open: Int
    ) {
        self.lines = lines
        self.agreements = agreements
        self.drawn = drawn
        self.scored = scored
        self.open = open
    }
}
