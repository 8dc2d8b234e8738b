package import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Lines that acts about templates ask for.
package enum LibraryPrompt: Hashable, Sendable {
    case refuse(TemplateKey, number: Int)
    case retire(TemplateKey)
    case refuseMacro(MacroName, number: Int)

    var phrase: Phrase {
        switch self {
        case .refuse, .refuseMacro: Phrase("prompt.library-refuse", "What should be changed?")
        case .retire: Phrase("prompt.library-retire", "Why is it taken out of use?")
        }
    }
}

/// Keys of the pane of templates and macros.
enum LibraryCommands {
    static let all: [Command] = opening + acts + moving

    private static let opening: [Command] = [
        Command(
            "templates", ["g r"], in: .reading,
            Phrase("command.templates", "Shows the team's templates and macros, and who waits"),
            unless: { $0.readsLibrary ? nil : LibraryStrings.notForYou }
        ) { model, _ in model.showLibrary(model.libraryParts[0]) },
        Command(
            "next-part", ["tab"], in: [.library],
            Phrase("command.next-part", "Goes to the next part"),
            hint: Phrase("hint.next-part", "next")
        ) { model, _ in model.nextLibraryPart(1) },
        Command(
            "previous-part", ["backtab"], in: [.library],
            Phrase("command.previous-part", "Goes to the part before")
        ) { model, _ in model.nextLibraryPart(-1) },
        Command(
            "reload-library", ["ctrl-r"], in: [.library],
            Phrase("command.reload-rights", "Asks the core again")
        ) { model, _ in model.libraryFetch },
    ]

    private static let acts: [Command] = [
        Command(
            "approve-version", ["A"], in: [.library],
            Phrase("command.approve-version", "Puts the waiting version into use"),
            hint: Phrase("hint.approve-request", "approve"), unless: notSettleable
        ) { model, _ in model.approveSelected() },
        Command(
            "refuse-version", ["X"], in: [.library],
            Phrase("command.refuse-version", "Sends the waiting version back"),
            hint: Phrase("hint.refuse-version", "send back"), unless: notSettleable
        ) { model, _ in model.refuseSelected() },
        Command(
            "retire-template", ["R"], in: [.library],
            Phrase("command.retire-template", "Takes it out of use, or a template back into it"),
            hint: Phrase("hint.retire", "retire"), unless: notRetirable
        ) { model, _ in model.retireSelected() },
        Command(
            "review-template", ["Y"], in: [.library],
            Phrase("command.review-template", "Says that it was looked at and is still right"),
            hint: Phrase("hint.review", "still right"), unless: notReviewable
        ) { model, _ in
            model.selectedTemplate.map { [.call(.library(.reviewed($0.entry.key)))] } ?? []
        },
        Command(
            "preview-template", ["p"], in: [.library],
            Phrase("command.preview-template", "Fills it with the open ticket's values"),
            hint: Phrase("hint.preview", "preview"), unless: noPreview
        ) { model, _ in model.previewSelected() },
    ]

    @Sendable private static func notRetirable(_ model: WorkstationModel) -> Phrase? {
        guard model.keepsLibrary else { return LibraryStrings.onlyKeepers }
        return model.selectedTemplate == nil && model.selectedMacro == nil
            ? LibraryStrings.noneSelected : nil
    }

    @Sendable private static func noTemplate(_ model: WorkstationModel) -> Phrase? {
        model.selectedTemplate == nil ? LibraryStrings.noneSelected : nil
    }

    @Sendable private static func notReviewable(_ model: WorkstationModel) -> Phrase? {
        model.keepsLibrary ? noTemplate(model) : LibraryStrings.onlyKeepers
    }

    @Sendable private static func noPreview(_ model: WorkstationModel) -> Phrase? {
        noTemplate(model) ?? (model.previewTicket == nil ? LibraryStrings.noTicket : nil)
    }

    @Sendable private static func notSettleable(_ model: WorkstationModel) -> Phrase? {
        let may = model.selectedTemplate?.newest.maySettle ?? model.selectedMacro?.maySettle
        return may == true ? nil : LibraryStrings.notYours
    }

    private static let moving: [Command] = [
        step("down", ["j", "down"], Phrase("command.down", "Moves down")) { _ in 1 },
        step("up", ["k", "up"], Phrase("command.up", "Moves up")) { _ in -1 },
        step("page-down", ["pagedown", "ctrl-d"], Phrase("command.page-down", "Pages down")) {
            max(1, $0 - 1)
        },
        step("page-up", ["pageup", "ctrl-u"], Phrase("command.page-up", "Pages up")) {
            -max(1, $0 - 1)
        },
        step("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { _ in -1_000_000
        },
        step("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { _ in
            1_000_000
        },
        Command(
            "scroll-detail", ["space", "J"], in: [.library],
            Phrase("command.scroll-detail", "Scrolls what is beside the list")
        ) { model, _ in
            model.scrollLibraryDetail(by: 5)
            return []
        },
        Command(
            "scroll-detail-up", ["b", "K"], in: [.library],
            Phrase("command.scroll-detail-up", "Scrolls it back")
        ) { model, _ in
            model.scrollLibraryDetail(by: -5)
            return []
        },
    ]

    private static func step(
        _ name: String, _ keys: [String], _ summary: Phrase,
        by distance: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, in: [.library], summary) { model, _ in
            model.moveLibrary(by: distance(model.libraryLayout.list.height))
        }
    }
}
