import Localization
import TerminalCore
import TerminalWidgets

extension HelpPane {
    static func draw(
        _ state: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let size = Size(
            width: min(100, layout.body.width - 2), height: max(6, layout.body.height - 2))
        let inner = Popup(title: model.words(title), size: size)
            .render(into: &buffer, in: layout.body)
        let parts = inner.rows([.rest, .fixed(1)])
        state.picker.render(into: &buffer, in: parts[0])
        buffer.write(
            model.words(how), at: parts[1].origin, width: parts[1].width, style: Style(.muted))
    }
}

extension PickerPane {
    static func draw(
        _ state: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let isWide = !state.previews.isEmpty
        let size = Size(
            width: min(isWide ? 120 : 64, layout.body.width - 2),
            height: min(isWide ? 30 : state.picker.items.count + 3, layout.body.height))
        let inner = Popup(title: model.words(PickerPane.title(state.purpose)), size: size)
            .render(into: &buffer, in: layout.body)
        state.picker.render(into: &buffer, in: inner) { item in
            guard let text = state.previews[item.id] else { return [] }
            return TextViewport.lines(of: text, width: inner.width / 2 - 3, rules: model.rules)
        }
    }
}

extension PromptPane {
    static func draw(
        _ state: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        var field = state.field
        let text = model.words(prompt(state.purpose))
        let isQuestion = text.last == "?" || text.last == "？"
        field.prompt = " \(text)\(isQuestion ? " " : ": ")"
        field.render(into: &buffer, in: layout.messageLine)
    }
}

extension CommandLinePane {
    /// The line itself in the message row and the completions above it.
    static func draw(
        _ state: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let text = state.chosen == nil ? state.field.text : state.stem
        let found = completions(for: text, model)
        let shown = min(found.count, min(8, layout.body.height - 2))
        let first = min(max(0, (state.chosen ?? 0) - shown + 1), max(0, found.count - shown))
        for row in 0..<shown {
            let index = first + row
            let point = Point(x: 0, y: layout.messageLine.y - shown + row)
            let isChosen = index == state.chosen
            buffer.fill(
                Rect(x: 0, y: point.y, width: layout.size.width, height: 1), style: Style(.popup))
            buffer.write(
                [
                    StyledText(isChosen ? ">" : " ", .gutter),
                    StyledText(found[index].text.padded(to: 20), .key, isChosen ? .bold : []),
                    StyledText(" " + found[index].meaning, .muted),
                ], at: point, width: layout.size.width)
        }
        state.field.render(into: &buffer, in: layout.messageLine)
    }
}
