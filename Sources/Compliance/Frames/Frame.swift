/// What has to stand together for a rule to be broken (compliance section 4.5).
struct Frame: Sendable {
    enum Window: String, Sendable, CaseIterable {
        case clause, sentence
        /// With the sentence before and the one behind.
        case pair
        /// With three sentences before and one behind: a question for each of two kinds of buyers.
        case passage

        /// Sentences before and behind the one that a frame starts in.
        var reach: (before: Int, behind: Int) {
            switch self {
            case .clause, .sentence: (0, 0)
            case .pair: (1, 1)
            case .passage: (3, 1)
            }
        }
    }

    enum Span: String, Sendable, CaseIterable { case clause, sentence, cover }

    var rule: RuleCode
    /// Each need is met by any of its concepts. The first one is looked for first.
    var needs: [[Concept]]
    /// Concepts that turn the frame off.
    var unless: [Concept] = []
    var window = Window.sentence
    /// Where `unless` is looked for; nil is the window itself.
    var unlessWindow: Window?
    /// Most letters between the first need and each other one.
    var gap = 90
    var isNegatable = true
    var isOrdered = false
    var span = Span.clause
    /// Whether a team asked for it: then nothing weighs against it.
    var isFirm = false
}

/// All frames by the concepts that may start them.
struct FrameIndex: Sendable {
    private let frames: [Concept: [Frame]]

    init(_ list: [Frame]) {
        var frames: [Concept: [Frame]] = [:]
        for frame in list {
            for concept in frame.needs.first ?? [] {
                frames[concept, default: []].append(frame)
            }
        }
        self.frames = frames
    }

    func starting(with concept: Concept) -> [Frame] { frames[concept] ?? [] }
}
