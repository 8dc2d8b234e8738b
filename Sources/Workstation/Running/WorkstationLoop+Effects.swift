import TerminalCore
import TerminalCurses

extension WorkstationLoop {
    func perform(_ effects: [Effect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .call(let call): for action in link.send(call) { apply(action) }
        case .latest(let key, let call):
            for action in link.send(call, key: key) { apply(action) }
        case .keepDraft(let draft): apply(.draftKept(draft.ticket, drafts.keep(draft)))
        case .forgetDraft(let draft): drafts.forget(draft)
        case .saveScreen(let file): saveScreen(file)
        case .editExternally(let text): edit(text)
        case .saveFile, .openViewer, .chooseFile, .completePath, .examineFiles:
            performOnFiles(effect)
        case .dictate, .endDictation, .dropDictation: performDictation(effect)
        case .quit: isOver = true
        default: performOnTerminal(effect)
        }
    }

    private func performOnTerminal(_ effect: Effect) {
        switch effect {
        case .copy(let text): apply(.copied(backend.copyToClipboard(text)))
        case .bell: backend.bell()
        case .title(let title): backend.setTitle(title)
        case .mouse(let isOn): backend.setMouse(isOn)
        case .redraw:
            backend.redraw()
            shown = nil
        case .suspend:
            backend.suspend()
            shown = nil
        case .useTheme(let name): useTheme(name)
        default: break
        }
    }

    private func useTheme(_ name: String) {
        guard let theme = Theme.named(name) else {
            apply(.themeChanged(name, isKnown: false))
            return
        }
        backend.use(theme, tier: tier)
        shown = nil
        apply(.themeChanged(name, isKnown: true))
    }

    /// How many colours the terminal has; one in memory takes all themes.
    private var tier: ColorTier { (backend as? CursesBackend)?.tier ?? .palette256 }

    private func saveScreen(_ file: String) {
        let text = Renderer.frame(model).dump
        let succeeded = writeFile(file, Array(text.utf8), mode: 0o600)
        apply(.screenSaved(file, succeeded: succeeded))
    }

    private func edit(_ text: String) {
        var result: String?
        backend.whileAway { result = ExternalEditor.edit(text, in: options.stateFolder) }
        shown = nil
        apply(.editedExternally(result))
    }
}
