import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    var keepsLibrary: Bool { may(.templateWrite) || may(.templateApprove) }

    /// Whoever may insert templates may read them.
    var readsLibrary: Bool { may(.read) || keepsLibrary }

    /// What asks for somebody is the keepers' work.
    var libraryParts: [LibraryPane.Part] {
        LibraryPane.Part.allCases.filter { $0 != .care || keepsLibrary }
    }

    var libraryLayout: LibraryLayout {
        LibraryLayout(ScreenLayout(self).body.inset(horizontal: 1))
    }

    /// Templates that ask for somebody, those that wait first.
    var caredFor: [TemplateEntryView] {
        let marked = (library.templates ?? []).filter { view in
            view.entry.retiredAt == nil && !view.careMarks.isEmpty
        }
        return marked.filter { $0.newest.state == .waiting }
            + marked.filter { $0.newest.state != .waiting }
    }

    var listedTemplates: [TemplateEntryView] {
        switch library.part {
        case .care: caredFor
        case .templates: library.templates ?? []
        case .macros: []
        }
    }

    /// Nil while nothing has arrived.
    var libraryCount: Int? {
        library.part == .macros
            ? library.macros?.count : library.templates.map { _ in listedTemplates.count }
    }

    var selectedTemplate: TemplateEntryView? {
        let listed = listedTemplates
        return listed.indices.contains(library.list.selection)
            ? listed[library.list.selection] : nil
    }

    var selectedMacro: MacroView? {
        guard library.part == .macros, let macros = library.macros,
            macros.indices.contains(library.list.selection)
        else { return nil }
        return macros[library.list.selection]
    }

    /// Whose values a preview shows.
    var previewTicket: TicketID? { thread?.ticket ?? inbox.selectedRow?.id }

    var libraryFetch: [Effect] {
        library.part == .macros
            ? [.latest("library", .library(.macros(nil)))]
            : [.latest("library", .library(.list))]
    }

    mutating func showLibrary(_ part: LibraryPane.Part) -> [Effect] {
        library.part = part
        library.list = ListState()
        library.list.height = libraryLayout.list.height
        library.viewport = ViewportState()
        library.preview = nil
        return push(.library) + libraryFetch + detailFetch
    }

    mutating func nextLibraryPart(_ step: Int) -> [Effect] {
        let parts = libraryParts
        let place = parts.firstIndex(of: library.part) ?? 0
        return showLibrary(parts[(place + step + parts.count) % parts.count])
    }

    mutating func moveLibrary(by distance: Int) -> [Effect] {
        let before = library.list.selection
        library.list.height = libraryLayout.list.height
        library.list.move(by: distance, count: libraryCount ?? 0)
        guard before != library.list.selection else { return [] }
        library.viewport = ViewportState()
        library.preview = nil
        return detailFetch
    }

    private var detailFetch: [Effect] {
        selectedTemplate.map { [.latest("template-detail", .library(.show($0.entry.key)))] } ?? []
    }

    mutating func scrollLibraryDetail(by distance: Int) {
        let area = libraryLayout.detail
        let lines = LibraryLines(model: self, width: area.width).detail
        library.viewport.scroll(by: distance, lineCount: lines.count, height: area.height)
    }

    // Acts.

    mutating func approveSelected() -> [Effect] {
        if let macro = selectedMacro {
            let version = macro.version
            return [
                .call(
                    .library(
                        .settleMacro(
                            version.name, number: version.number, isApproved: true, reason: "")))
            ]
        }
        guard let version = selectedTemplate?.newest.version else { return [] }
        guard isShown(version) else { return showNewest() }
        return [
            .call(
                .library(
                    .settle(version.key, number: version.number, isApproved: true, reason: "")))
        ]
    }

    /// Whether the words of a version stand beside the list; nobody settles what they cannot read.
    private func isShown(_ version: TemplateVersion) -> Bool {
        guard let shown = library.detail?.versions.first?.version else { return false }
        return shown.key == version.key && shown.number == version.number
    }

    private mutating func showNewest() -> [Effect] {
        say(LibraryStrings.notShown, .warning)
        return libraryFetch + detailFetch
    }

    mutating func refuseSelected() -> [Effect] {
        if let macro = selectedMacro {
            return ask(
                .library(.refuseMacro(macro.version.name, number: macro.version.number)))
        }
        guard let version = selectedTemplate?.newest.version else { return [] }
        guard isShown(version) else { return showNewest() }
        return ask(.library(.refuse(version.key, number: version.number)))
    }

    mutating func retireSelected() -> [Effect] {
        if let version = selectedMacro?.version {
            return ask(
                QuestionPane.Purpose.retireMacro(version.name, title: version.title))
        }
        guard let entry = selectedTemplate?.entry else { return [] }
        if entry.retiredAt != nil {
            return [.call(.library(.retire(entry.key, isRetired: false, reason: "")))]
        }
        return ask(.library(.retire(entry.key)))
    }

    mutating func previewSelected() -> [Effect] {
        guard let view = selectedTemplate, let ticket = previewTicket else { return [] }
        let call = LibraryCall.preview(
            view.entry.key, number: view.newest.version.number, ticket)
        return [.latest("template-preview", .library(call))]
    }

    mutating func libraryAnswered(_ prompt: LibraryPrompt, _ text: String) -> [Effect] {
        switch prompt {
        case .refuse(let key, let number):
            [.call(.library(.settle(key, number: number, isApproved: false, reason: text)))]
        case .retire(let key):
            [.call(.library(.retire(key, isRetired: true, reason: text)))]
        case .refuseMacro(let name, let number):
            [.call(.library(.settleMacro(name, number: number, isApproved: false, reason: text)))]
        }
    }

    mutating func libraryAnswered(_ call: LibraryCall, _ answer: LibraryAnswer) -> [Effect] {
        switch answer {
        case .list(let templates):
            library.templates = templates
            return clampLibrary()
        case .macros(let macros):
            if case .macros(let ticket?) = call { return offer(macros, for: ticket) }
            library.macros = macros
            return clampLibrary()
        case .detail(let detail):
            library.detail = detail
            return []
        case .preview(let preview):
            library.preview = preview
            library.viewport = ViewportState()
            return []
        case .changed, .done:
            say(LibraryStrings.settled, .ok)
            return libraryFetch
        case .played(let reply): return played(reply, call)
        case .spelling(let reply):
            if case .spelling(let ticket, let text) = call {
                composer?.spelled(reply, ticket: ticket, text: text)
            }
            return []
        case .words(let words): return ownWordsArrived(words, call)
        }
    }

    private mutating func clampLibrary() -> [Effect] {
        library.list.height = libraryLayout.list.height
        library.list.clamp(count: libraryCount ?? 0)
        return layer == .library ? detailFetch : []
    }
}
