import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Questions before a buyer's file is opened.
enum FileQuestions {
    static func file(_ view: AttachmentView, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        var choices = [
            DialogChoice(key: "l", label: words(FileStrings.leave), isSafe: true),
            DialogChoice(key: "v", label: words(FileStrings.view)),
            DialogChoice(key: "s", label: words(FileStrings.save)),
        ]
        if model.hasViewer {
            choices.append(DialogChoice(key: "o", label: words(FileStrings.open)))
        }
        return Dialog(
            title: words(PickerPane.title(.file)),
            lines: facts(view, model) + [[StyledText(words(FileStrings.recorded), .muted)]],
            choices: choices)
    }

    static func dangerous(
        _ view: AttachmentView, _ opens: Bool, _ model: WorkstationModel
    ) -> Dialog {
        let words = model.words
        let isDangerous = view.danger != nil
        var lines = facts(view, model)
        if isDangerous { lines.append([StyledText(words(FileStrings.dangerText), .error, .bold)]) }
        if opens { lines.append([StyledText(words(FileStrings.openText), .warning)]) }
        let go =
            opens
            ? (isDangerous ? FileStrings.openAnyway : FileStrings.open) : FileStrings.saveAnyway
        return Dialog(
            title: words(isDangerous ? FileStrings.dangerTitle : PickerPane.title(.file)),
            lines: lines,
            choices: [
                DialogChoice(key: "l", label: words(FileStrings.leave), isSafe: true),
                DialogChoice(key: "y", label: words(go)),
            ])
    }

    private static func facts(_ view: AttachmentView, _ model: WorkstationModel) -> [TextLine] {
        FileWords.facts(view, model.words).map { line in
            let isDanger = line.hasPrefix("! ")
            let safe = SafeText.line(line, rules: model.rules)
            return [StyledText(safe, isDanger ? .error : .text)]
        }
    }
}
