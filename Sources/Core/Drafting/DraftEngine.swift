package import HelpDesk

/// What an engine is told: nothing of it names a person or a parcel.
package struct DraftQuestion: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var isBuyer: Bool
        package var text: String
    }

    /// Oldest first.
    package var conversation: [Line]
    package var language: LanguageCode
    /// Slots that the desk can fill.
    package var slots: [String]
    /// What is known of the order, in words without numbers.
    package var facts: [String]
}

/// Proposes an answer. Whatever is behind it, what comes back is text for a person to judge.
package protocol DraftEngine: Sendable {
    /// What people see of it, such as the model's name.
    var name: String { get }

    /// Throws `draftFailed` with a reason that holds nothing of the conversation.
    func draft(_ question: DraftQuestion) async throws(DeskError) -> String
}

extension DeskError {
    static func draft(_ reason: String) -> DeskError {
        DeskError(.draftFailed, ["reason": reason])
    }
}
