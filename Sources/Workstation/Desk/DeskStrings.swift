import Localization

enum DeskStrings {
    static let appName = Phrase("desk.name", "Deskhand")
    static let connecting = Phrase("desk.connecting", "Connecting to the core…")
    static let noCore = Phrase(
        "desk.no-core", "The core does not answer. Check that deskhand serve is running.")
    static let lost = Phrase(
        "desk.lost", "The core is away; drafts are kept on this machine.")
    static let reconnected = Phrase("desk.reconnected", "The core is back.")
    static let coreStops = Phrase("desk.core-stops", "The core is stopping.")
    static let rehearsal = Phrase("desk.rehearsal", "REHEARSAL: nothing leaves this machine")
    static let rehearsalBrief = Phrase("desk.rehearsal-brief", "REHEARSAL")
    static let copied = Phrase("desk.copied", "Sent to the terminal's clipboard (OSC 52).")
    static let notCopied = Phrase("desk.not-copied", "The terminal takes no copies.")
    static let editorFailed = Phrase("desk.editor-failed", "The editor gave no text back.")
    static let pasteRefused = Phrase(
        "desk.paste-refused", "Pasted text is only taken where you write.")
    static let mouseOn = Phrase("desk.mouse-on", "The mouse works here. M-m gives it back.")
    static let mouseOff = Phrase("desk.mouse-off", "The mouse selects text in the terminal.")
    static let fileMissing = Phrase("desk.file-missing", "Name a file after the command.")
    static let orderRefreshed = Phrase("desk.order-refreshed", "The order is fresh.")
    static let sync = Phrase("desk.sync", "sync")
    static let syncBrief = Phrase("desk.sync-brief", "sync")
    static func renewalBrief(days: Int) -> Phrase {
        days > 0
            ? Phrase("desk.renewal-brief", "renew{days}d", ["days": String(days)])
            : Phrase("desk.renewal-now-brief", "renew!")
    }
    static func restrictedBrief(_ count: Int) -> Phrase {
        Phrase("desk.restricted-brief", "restr.{count}", ["count": "\(count)"])
    }
    static func renewal(days: Int) -> Phrase {
        days > 0
            ? Phrase("desk.renewal", "renew {days}d", ["days": String(days)])
            : Phrase("desk.renewal-now", "renew now")
    }
    static let nowhere = Phrase("desk.too-small", "The window is too small.")

    static func tooSmall(_ width: Int, _ height: Int) -> Phrase {
        Phrase(
            "desk.too-small-size", "Deskhand needs 40x10; this is {size}.",
            ["size": "\(width)x\(height)"])
    }
    static func retryIn(_ seconds: Int) -> Phrase {
        Phrase("desk.retry-in", "Next try in {seconds} s", ["seconds": "\(seconds)"])
    }
    static func owed(_ count: Int) -> Phrase {
        Phrase("desk.owed", "{count} owed", ["count": "\(count)"])
    }
    static func soon(_ count: Int) -> Phrase {
        Phrase("desk.soon", "{count} due < 4h", ["count": "\(count)"])
    }
    static func late(_ count: Int) -> Phrase {
        Phrase("desk.late", "{count} late", ["count": "\(count)"])
    }
    static func review(_ count: Int) -> Phrase {
        Phrase("desk.review", "{count} to review", ["count": "\(count)"])
    }
    static func cases(_ count: Int) -> Phrase {
        Phrase("desk.cases", "{count} cases", ["count": "\(count)"])
    }
    static func restricted(_ count: Int) -> Phrase {
        Phrase("desk.restricted", "{count} stores restricted", ["count": "\(count)"])
    }
    static func alarms(_ count: Int) -> Phrase {
        Phrase("desk.alarms", "{count} alarms!", ["count": "\(count)"])
    }
    static func problems(_ count: Int) -> Phrase {
        Phrase("desk.problems", "{count} not delivered", ["count": "\(count)"])
    }
    static func draftsFound(_ tickets: String) -> Phrase {
        Phrase(
            "desk.drafts-found", "Drafts kept from last time: {tickets}. Reply there to go on.",
            ["tickets": tickets])
    }
    static func draftNotKept(_ ticket: String) -> Phrase {
        Phrase(
            "desk.draft-not-kept",
            "This machine cannot keep the draft on {ticket}: is its disk full?", ["ticket": ticket])
    }
    static func themeIs(_ name: String) -> Phrase {
        Phrase("desk.theme-is", "Colours: {name}", ["name": name])
    }
    static func noSuchTheme(_ name: String) -> Phrase {
        Phrase("desk.no-theme", "No theme {name}; there are dark, light, mono.", ["name": name])
    }
    static func languageIs(_ name: String) -> Phrase {
        Phrase("desk.language-is", "Language: {name}", ["name": name])
    }
    static func noSuchLanguage(_ name: String) -> Phrase {
        Phrase("desk.no-language", "No language {name}; there are en and zh.", ["name": name])
    }
    static func noSuchQueue(_ name: String) -> Phrase {
        Phrase("desk.no-queue", "No queue {name}; v lists them.", ["name": name])
    }
    static func noSuchCommand(_ name: String) -> Phrase {
        Phrase("desk.no-command", "No command {name}; ? lists them.", ["name": name])
    }
    static func notHere(_ name: String) -> Phrase {
        Phrase("desk.not-here", "{name} does nothing in this pane.", ["name": name])
    }
    static func screenSaved(_ file: String) -> Phrase {
        Phrase("desk.screen-saved", "Screen saved to {file}.", ["file": file])
    }
    static func screenNotSaved(_ file: String) -> Phrase {
        Phrase("desk.screen-not-saved", "Cannot write {file}.", ["file": file])
    }
}
