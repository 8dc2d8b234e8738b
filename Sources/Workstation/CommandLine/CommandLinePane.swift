import HelpDesk
import Localization
import TerminalCore
package import TerminalWidgets
import Wire

/// The line after `:`, with completions of names and arguments.
package enum CommandLinePane {
    package struct State: Hashable, Sendable {
        package var field: InputField
        /// Which completion Tab has put in; nil while the text is the agent's own.
        package var chosen: Int?
        /// What was typed before Tab.
        package var stem = ""

        init(history: [String]) {
            field = InputField(prompt: ":")
            for entry in history { field.remember(entry) }
        }
    }

    /// One way to go on, with what it means.
    struct Completion: Hashable {
        var text: String
        var meaning: String
    }

    static func completions(for text: String, _ model: WorkstationModel) -> [Completion] {
        guard let space = text.firstIndex(of: " ") else { return names(text, model) }
        let name = String(text[..<space])
        let argument = text[text.index(after: space)...].lowercased()
        if name == "assign", !argument.isEmpty {
            return PersonSearch(argument, among: model.receivers).ranked.map {
                Completion(text: "\(name) \($0.unixUser)", meaning: $0.displayName)
            }
        }
        return arguments(of: name, model)
            .filter { argument.isEmpty || $0.text.lowercased().contains(argument) }
            .map { Completion(text: "\(name) \($0.text)", meaning: $0.meaning) }
    }

    private static func names(_ stem: String, _ model: WorkstationModel) -> [Completion] {
        let commands = CommandBook.commands(in: model.layer).filter { !$0.name.hasPrefix("view-") }
        let starts = commands.filter { $0.name.hasPrefix(stem) }
        let others = commands.filter {
            !$0.name.hasPrefix(stem) && FuzzyMatch(stem, in: $0.name) != nil
        }
        var seen: Set<String> = []
        return (starts + others).filter { seen.insert($0.name).inserted }.map { command in
            let key = command.keys.first.map { "  [\($0.hint)]" } ?? ""
            return Completion(text: command.name, meaning: model.words(command.summary) + key)
        }
    }

    private static func arguments(of name: String, _ model: WorkstationModel) -> [Completion] {
        switch name {
        case "lang":
            InterfaceLanguage.allCases.map { Completion(text: $0.rawValue, meaning: $0.ownName) }
        case "theme":
            ["dark", "light", "mono"].map { Completion(text: $0, meaning: "") }
        case "queue":
            TicketQueue.allCases.map {
                Completion(text: $0.rawValue, meaning: model.words(InboxStrings.queue($0)))
            }
        case "assign":
            model.receivers.map {
                Completion(text: $0.unixUser, meaning: $0.displayName)
            }
        case "priority":
            TicketPriority.allCases.map {
                Completion(
                    text: $0.rawValue, meaning: model.words(LifeStrings.priority($0)))
            }
        case "snooze":
            WorkstationModel.snoozeTimes.map { Completion(text: $0, meaning: "") }
        case "hold":
            WorkstationModel.holdTimes.map { Completion(text: "\($0) ", meaning: "") }
        default: []
        }
    }
}

extension WorkstationModel {
    /// Who could get the ticket at hand: whoever may see its store.
    var receivers: [Person] {
        let store = currentRow?.ticket.store
        return people.filter { person in
            person.isActive && (store.map(person.scope.contains) ?? true)
        }
    }

    mutating func openCommandLine() -> [Effect] {
        popups.append(.command(CommandLinePane.State(history: commandHistory)))
        return []
    }

    mutating func commandLinePressed(_ state: CommandLinePane.State, _ key: Key) -> [Effect] {
        var state = state
        switch key {
        case .named(.escape), .ctrl("c"): return []
        case .named(.enter): return runLine(state.field.text)
        case .named(.tab): complete(&state, by: 1)
        case .named(.backtab): complete(&state, by: -1)
        case .named(.backspace) where state.field.text.isEmpty: return []
        default:
            _ = state.field.handle(key)
            state.chosen = nil
        }
        popups.append(.command(state))
        return []
    }

    private func complete(_ state: inout CommandLinePane.State, by step: Int) {
        if state.chosen == nil { state.stem = state.field.text }
        let found = CommandLinePane.completions(for: state.stem, self)
        guard !found.isEmpty else { return }
        let next = state.chosen.map { $0 + step } ?? (step > 0 ? 0 : found.count - 1)
        let index = (next % found.count + found.count) % found.count
        state.chosen = index
        state.field.set(found[index].text)
    }

    /// Runs `name argument`; a unique start of a name is enough.
    package mutating func runLine(_ line: String) -> [Effect] {
        let trimmed = line.drop { $0 == " " || $0 == ":" }
        guard !trimmed.isEmpty else { return [] }
        commandHistory.removeAll { $0 == String(trimmed) }
        commandHistory = commandHistory.suffix(99) + [String(trimmed)]
        let parts = trimmed.split(separator: " ", maxSplits: 1)
        let name = String(parts[0])
        let argument = parts.count > 1 ? String(parts[1]) : ""
        guard let command = findCommand(name) else {
            say(DeskStrings.noSuchCommand(name), .error)
            return []
        }
        guard command.contexts.contains(layer) else {
            say(DeskStrings.notHere(command.name), .warning)
            return []
        }
        return run(command, argument: argument)
    }

    private func findCommand(_ name: String) -> Command? {
        if let command = CommandBook.named(name, in: layer) { return command }
        let starts = CommandBook.commands(in: layer).filter { $0.name.hasPrefix(name) }
        return Set(starts.map(\.name)).count == 1 ? starts.first : nil
    }
}
