package import HelpDesk

/// An answer to be judged, as a judge may see it.
package struct QualitySampleView: Codable, Sendable, Hashable {
    package var sample: QualitySample
    package var authorName: String
    package var subject: String
    /// What the buyer wrote last before the answer, and the answer.
    package var question: String
    package var answer: String
    /// Who judged it; only the caller's own marks until all are in.
    package var scores: [QualityScoreView]
    /// The caller may give marks now.
    package var isOpen: Bool

    package init(
        sample: QualitySample, authorName: String, subject: String, question: String,
        answer: String, scores: [QualityScoreView], isOpen: Bool
    ) {
        self.sample = sample
        self.authorName = authorName
        self.subject = subject
        self.question = question
        self.answer = answer
        self.scores = scores
        self.isOpen = isOpen
    }
}

/// The marks that one person gave.
package struct QualityScoreView: Codable, Sendable, Hashable {
    package var scorer: String
    package var marks: QualityMarks
    package var note: String

    package init(scorer: String, marks: QualityMarks, note: String) {
        self.scorer = scorer
        self.marks = marks
        self.note = note
    }
}
