package import HelpDesk
package import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

package enum SuggestionStrings {
    static let title = Phrase("picker.suggestion", "Suggested answers")
    package static let none = Phrase(
        "compose.no-suggestions", "No template and no earlier reply fits.")

    /// Where an answer comes from.
    package static func from(_ source: Suggestion.Source) -> Phrase {
        switch source {
        case .template(let key):
            Phrase("suggestion.from-template", "template {key}", ["key": key.rawValue])
        case .reply(_, let ticket):
            Phrase("suggestion.from-ticket", "ticket #{ticket}", ["ticket": "\(ticket.rawValue)"])
        }
    }
}

enum SuggestionCommands {
    static let all: [Command] = [
        Command(
            "suggest", ["ctrl-g", "ctrl-x g"], in: [.composer],
            Phrase("command.suggest", "Offers templates and earlier replies that fit the question"),
            hint: Phrase("hint.suggest", "suggest"), unless: ComposerCommands.noTextToBuyer
        ) { model, _ in
            model.composer.map { [.latest("suggestions", .suggestions($0.ticket))] } ?? []
        }
    ]
}

extension WorkstationModel {
    mutating func offer(_ reply: SuggestReplies.Reply, for call: CoreCall) -> [Effect] {
        guard case .suggestions(let ticket) = call, composer?.ticket == ticket, layer == .composer
        else { return [] }
        let suggestions = reply.templates + reply.replies
        guard !suggestions.isEmpty else {
            say(SuggestionStrings.none)
            return []
        }
        let items = suggestions.enumerated().map { index, suggestion in
            PickerItem(
                id: String(index), title: SafeText.line(suggestion.title, rules: rules),
                detail: SafeText.line(
                    SuggestionSentences.short(suggestion.reasons, words), rules: rules),
                keywords: words(SuggestionStrings.from(suggestion.source)))
        }
        let effects = pick(.suggestion(ticket, suggestions), items)
        if case .picker(var state) = popups.last {
            for (index, suggestion) in suggestions.enumerated() {
                state.previews[String(index)] =
                    words(SuggestionStrings.from(suggestion.source)) + "\n"
                    + SuggestionSentences.line(suggestion.reasons, words) + "\n\n"
                    + suggestion.text
            }
            popups[popups.count - 1] = .picker(state)
        }
        return effects
    }

    mutating func take(_ id: String, of suggestions: [Suggestion], for ticket: TicketID)
        -> [Effect]
    {
        guard let index = Int(id), suggestions.indices.contains(index), composer?.ticket == ticket
        else { return [] }
        let suggestion = suggestions[index]
        // A template is filled anew, so that the core knows which values to compare before it leaves.
        if case .template(let key) = suggestion.source {
            return [.latest("template", .renderTemplate(key, ticket, isSuggested: true))]
        }
        guard mayChangeText() else { return [] }
        if composer?.editor.isEmpty == true {
            composer?.editor.replaceAll(with: suggestion.text)
        } else {
            composer?.editor.insert(suggestion.text)
        }
        return edited()
    }
}
