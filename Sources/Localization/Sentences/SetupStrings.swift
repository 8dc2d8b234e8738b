/// What `deskhand setup` says and asks.
package enum SetupStrings {
    package static let intro = Phrase(
        "setup.intro",
        "Each question shows the present answer in brackets; Enter keeps it. :s skips a step, :q or "
            + "Ctrl-D ends. What is done stays done, and setup can be run again at any time.")
    package static let asRoot = Phrase(
        "setup.as-root",
        "You are root. The core must then run as root too: better run setup as the core's own user."
    )
    package static let yesNo = Phrase("setup.yes-no", "y/n")
    package static let no = Phrase("setup.no", "n")
    package static let changeIt = Phrase("setup.change-it", "This is done. Change it (y/n)?")
    package static let skipped = Phrase("setup.skipped", "skipped")
    package static let stopped = Phrase(
        "setup.stopped", "Stopped. Run deskhand setup again to go on.")
    package static let notAnswer = Phrase("setup.not-an-answer", "Answer y or n.")
    package static let willChange = Phrase("setup.will-change", "{file} will change:")
    package static let writeIt = Phrase("setup.write-it", "Write it?")
    package static let written = Phrase("setup.written", "Written.")
    package static let notWritten = Phrase("setup.not-written", "Not written.")
    package static let hidden = Phrase("setup.hidden", "(what you paste is not shown)")
    package static let kept = Phrase("setup.kept", "The present one is kept.")
    package static let ended = Phrase("setup.ended", "That is all. Where the desk stands:")
    package static let afterwards = Phrase(
        "setup.afterwards",
        "Next: deskhand doctor checks everything; systemctl enable --now deskhand starts the core. A "
            + "running core takes new stores and mailboxes at its next start.")
    package static let unusedAnswer = Phrase(
        "setup.unused-answer", "{file}: no question asked for {key}.")
    package static let noSuchStore = Phrase(
        "setup.no-such-store", "There is no store {store} in the configuration.")
    package static let needsCore = Phrase(
        "setup.needs-core", "Without a data folder nothing else can be set up.")
    package static let needsAmazon = Phrase(
        "setup.needs-amazon", "Without the Amazon application no store can be authorised.")
    package static let unsafe = Phrase(
        "setup.unsafe",
        "The file is written in a way that setup cannot change without risk ({key}). Change it by hand."
    )
    package static let calendarUntold = Phrase(
        "setup.calendar-untold",
        "The calendar could not be told ({detail}); the file's date will be used.")

    package static func step(_ number: Int, _ count: Int, _ name: String) -> Phrase {
        Phrase(
            "setup.step", "Step {number} of {count}: {name}",
            ["number": String(number), "count": String(count), "name": name])
    }
}

extension Phrase {
    /// The same words with values for their arguments.
    package func given(_ values: [String: String]) -> Phrase {
        Phrase(key, english, arguments.merging(values) { _, new in new })
    }
}

/// Names of the wizard's steps.
package enum SetupStepNames {
    package static func name(_ step: String) -> Phrase {
        switch step {
        case "core": Phrase("setup.step.core", "data folder and keys")
        case "amazon": Phrase("setup.step.amazon", "Amazon application")
        case "mailboxes": Phrase("setup.step.mailboxes", "mailboxes")
        case "stores": Phrase("setup.step.stores", "stores")
        case "consent": Phrase("setup.step.consent", "consent of the owners")
        case "seller-central": Phrase("setup.step.seller-central", "Seller Central")
        case "round-trip": Phrase("setup.step.round-trip", "test mail")
        default: Phrase("setup.step.people", "people")
        }
    }
}
