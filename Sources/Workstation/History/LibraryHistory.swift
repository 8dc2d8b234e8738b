import HelpDesk
import Localization

/// What became of templates, macros and people's own words, as sentences of the log.
enum LibraryHistory {
    static func sentence(_ event: LibraryEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .versionSaved(let version):
            Phrase(
                "history.template-saved", "template {name}: version {version} written",
                given(version))
        case .adopted(let version):
            Phrase(
                "history.template-adopted", "template {name}: version {version} from the folder",
                given(version))
        case .versionSettled(let verdict):
            settled(verdict.key.rawValue, verdict.number, verdict.isApproved)
        case .cared(let care):
            Phrase(
                "history.template-cared", "care of {name} changed", ["name": care.key.rawValue])
        case .reviewed(let key, _):
            Phrase(
                "history.template-reviewed", "{name} looked at: still right",
                ["name": key.rawValue])
        case .retired(let key, _):
            Phrase("history.template-retired", "{name} taken out of use", ["name": key.rawValue])
        case .restored(let key):
            Phrase("history.template-restored", "{name} back in use", ["name": key.rawValue])
        case .touched(let touch): touched(touch)
        case .checked(let check):
            Phrase(
                "history.templates-checked",
                "templates checked by the rules: {count} break one that blocks",
                ["count": "\(check.faults.count)"])
        case .macroSaved(let version):
            Phrase(
                "history.macro-saved", "macro {name}: version {version} written",
                ["name": version.name.rawValue, "version": "\(version.number)"])
        case .macroSettled(let verdict):
            settled(verdict.name.rawValue, verdict.number, verdict.isApproved)
        case .macroRetired(let name):
            Phrase(
                "history.macro-retired", "macro {name} taken out of use", ["name": name.rawValue])
        case .macroRun(let run):
            Phrase(
                "history.macro-run", "macro {name} run by {person}",
                [
                    "name": run.name.rawValue,
                    "person": HistoryLines.name(run.person, model),
                ])
        case .wordKept(let word):
            Phrase(
                "history.own-word-kept", "{person} keeps a word of their own",
                ["person": HistoryLines.name(word.person, model)])
        case .wordDropped:
            Phrase("history.own-word-dropped", "a word of somebody's own was dropped")
        }
    }

    private static func given(_ version: TemplateVersion) -> [String: String] {
        ["name": version.key.rawValue, "version": "\(version.number)"]
    }

    private static func settled(_ name: String, _ number: Int, _ isApproved: Bool) -> Phrase {
        let arguments = ["name": name, "version": "\(number)"]
        return isApproved
            ? Phrase("history.library-approved", "{name}: version {version} approved", arguments)
            : Phrase("history.library-refused", "{name}: version {version} refused", arguments)
    }

    private static func touched(_ touch: TemplateTouch) -> Phrase {
        let arguments = ["name": touch.key.rawValue, "version": "\(touch.number)"]
        return switch touch.kind {
        case .inserted:
            Phrase(
                "history.template-inserted", "template {name} version {version} inserted",
                arguments)
        case .blocked:
            Phrase(
                "history.template-blocked", "a letter of template {name} was blocked", arguments)
        }
    }
}
