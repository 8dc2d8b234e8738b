import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

/// One line of `ticket suggest --json`.
private struct SuggestionDocument: Encodable {
    struct Reason: Encodable {
        var code: String
        var arguments: [String: String]
    }

    var kind: String
    var template: String?
    var ticket: Int64?
    var message: Int64?
    var title: String
    var text: String
    var score: Double
    var reasons: [Reason]

    init(_ suggestion: Suggestion) {
        switch suggestion.source {
        case .template(let key):
            kind = "template"
            template = key.rawValue
        case .reply(let message, let ticket):
            kind = "reply"
            self.ticket = ticket.rawValue
            self.message = message.rawValue
        }
        title = suggestion.title
        text = suggestion.text
        score = suggestion.score
        reasons = suggestion.reasons.map {
            Reason(code: $0.code.rawValue, arguments: $0.arguments)
        }
    }
}

struct TicketSuggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Templates and earlier replies that fit what a ticket asks.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The ticket's number.") var ticket: TicketNumber

    func run() throws {
        let reply = try connection.answer(SuggestReplies(ticket: TicketID(ticket.value)))
        let suggestions = reply.templates + reply.replies
        if suggestions.isEmpty, !connection.json {
            StandardError.say(connection.words(SuggestionStrings.none))
        }
        for suggestion in suggestions {
            guard !connection.json else {
                print(try JSONText.line(SuggestionDocument(suggestion)))
                continue
            }
            let words = connection.words
            print(
                "== \(words(SuggestionStrings.from(suggestion.source)))  "
                    + SafeText.line(suggestion.title))
            print("   \(SafeText.line(SuggestionSentences.line(suggestion.reasons, words)))")
            for line in SafeText.message(suggestion.text) { print("   \(line)") }
        }
    }
}
