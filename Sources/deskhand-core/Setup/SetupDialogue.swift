import Localization

/// One question of the wizard. `key` names its answer in a file of answers.
struct SetupQuestion {
    var key: String
    var text: Phrase
    /// The present answer, which an empty line keeps.
    var fallback: String?
    /// Never shown, and in a file of answers only as `KEY_from`, the name of a file.
    var isSecret = false
}

/// The owner has had enough for now.
struct SetupStopped: Error {}

/// Whoever answers: an owner at a terminal, or a file.
protocol SetupDialogue: AnyObject {
    var isUnattended: Bool { get }
    func say(_ line: String)
    /// The answer; empty for none. Throws `SetupStopped`.
    func answer(_ question: SetupQuestion, _ text: String) throws -> String?
    /// Whether the owner wants to go through a step; `isOpen` says that something in it is missing.
    /// Throws `SetupStopped`.
    func wants(step: String, isOpen: Bool) throws -> Bool
    /// How many entries of a list were given; nil when they are asked for one by one.
    func count(of list: String) -> Int?
}

extension SetupDialogue {
    func say() { say("") }
}
