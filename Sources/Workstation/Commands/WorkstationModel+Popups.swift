import Localization
import TerminalCore
import TerminalWidgets

extension WorkstationModel {
    /// The topmost popup takes the key; it has left the stack while its outcome is carried out.
    mutating func popupPressed(_ key: Key) -> [Effect] {
        guard let top = popups.popLast() else { return [] }
        switch top {
        case .help(let state): return helpPressed(state, key)
        case .command(let state): return commandLinePressed(state, key)
        case .picker(let state): return pickerPressed(state, key)
        case .prompt(let state): return promptPressed(state, key)
        case .question(let state): return questionPressed(state, key)
        case .file(let state): return filePressed(state, key)
        }
    }

    mutating func ask(_ purpose: PromptPane.Purpose, text: String = "") -> [Effect] {
        popups.append(.prompt(PromptPane.State(purpose: purpose, text: text)))
        return []
    }

    mutating func ask(_ purpose: QuestionPane.Purpose) -> [Effect] {
        popups.append(.question(QuestionPane.State(purpose: purpose)))
        return []
    }

    mutating func pick(_ purpose: PickerPane.Purpose, _ items: [PickerItem]) -> [Effect] {
        var state = PickerPane.State(purpose: purpose, picker: Picker(items: items))
        state.picker.setHeight(max(4, size.height - 12))
        popups.append(.picker(state))
        return []
    }
}
