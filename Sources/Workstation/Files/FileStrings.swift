import Localization

/// What is said about files.
enum FileStrings {
    static let none = Phrase("files.none", "No files came with this ticket.")
    static let view = Phrase("files.view", "look at it here")
    static let save = Phrase("files.save", "save")
    static let open = Phrase("files.open", "open with your viewer")
    static let leave = Phrase("files.leave", "leave it")
    static let saveAnyway = Phrase("files.save-anyway", "save it anyway")
    static let openAnyway = Phrase("files.open-anyway", "open it anyway")
    static let dangerTitle = Phrase("files.danger", "This file can do harm")
    static let dangerText = Phrase(
        "files.danger-text", "Never run it. If you need what is in it, ask the buyer for a PDF.")
    static let recorded = Phrase("files.recorded", "The record notes who opens a file.")
    static let openText = Phrase(
        "files.open-text", "Another program reads the buyer's bytes; it may have faults.")
    static let noText = Phrase(
        "files.no-text", "Not text: save it, or open it with a viewer, to see more.")
    static let cut = Phrase("files.cut", "The rest is not shown here; save it to read on.")
    static let how = Phrase("files.how", "j k scroll · space page · esc closes")
    static let noViewer = Phrase(
        "files.no-viewer", "No viewer is set: viewer in [workstation] of the configuration.")
    static let viewerFailed = Phrase("files.viewer-failed", "The viewer could not show it.")
    static let uploading = Phrase("files.uploading", "A file is still on its way to the core.")
    static let noneAttached = Phrase("files.none-attached", "No file is attached.")
    static let fetching = Phrase("files.fetching", "Fetching the file…")

    static func saved(_ path: String) -> Phrase {
        Phrase("files.saved", "Saved: {path}", ["path": path])
    }
    static func notSaved(_ why: String) -> Phrase {
        Phrase("files.not-saved", "Not saved: {why}", ["why": why])
    }
    static func notRead(_ path: String, _ why: String) -> Phrase {
        Phrase("files.not-read", "Not attached: {path}: {why}", ["path": path, "why": why])
    }
    static func candidates(_ names: String) -> Phrase {
        Phrase("files.candidates", "{names}", ["names": names])
    }
    static func attached(_ name: String) -> Phrase {
        Phrase("files.attached", "Attached: {name}", ["name": name])
    }
    static func detached(_ name: String) -> Phrase {
        Phrase("files.detached", "No longer attached: {name}", ["name": name])
    }
    static func list(_ names: String) -> Phrase {
        Phrase("files.list", "attached: {names}", ["names": names])
    }
    static func picture(_ width: Int, _ height: Int) -> Phrase {
        Phrase(
            "files.picture", "{width} × {height} points",
            ["width": "\(width)", "height": "\(height)"])
    }
    static func claimed(_ type: String) -> Phrase {
        Phrase("files.claimed", "its sender calls it {type}", ["type": type])
    }
}
