import HelpDesk
import Localization
import TerminalCore
package import TerminalWidgets
package import Wire

/// A file's words, or its measures, shown and nothing more.
package enum FilePane {
    package struct State: Hashable, Sendable {
        package let view: AttachmentView
        package let text: String
        package var viewport = ViewportState()
    }

    /// Longer texts are cut here; a saved file has the rest.
    static let longestText = 200_000

    /// What can be shown of a file without running any of it.
    static func text(of bytes: [UInt8], _ view: AttachmentView, _ words: Words) -> String {
        var lines = FileWords.facts(view, words)
        if let size = PictureSize(of: bytes) {
            lines.append(words(FileStrings.picture(size.width, size.height)))
        }
        lines.append("")
        guard view.kind.isReadable else {
            return (lines + [words(FileStrings.noText)]).joined(separator: "\n")
        }
        let shown = bytes.prefix(longestText)
        lines.append(decoded(shown))
        if bytes.count > shown.count { lines += ["", words(FileStrings.cut)] }
        return lines.joined(separator: "\n")
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        let isLowFirst = bytes.first == 0xFF
        let pairs = Array(bytes.dropFirst(2))
        let units = stride(from: 0, to: pairs.count - 1, by: 2).map { place in
            let (one, two) = (UInt16(pairs[place]), UInt16(pairs[place + 1]))
            return isLowFirst ? two << 8 | one : one << 8 | two
        }
        return String(decoding: units, as: UTF16.self)
    }

    static func lines(_ state: State, _ model: WorkstationModel) -> [TextLine] {
        TextViewport.lines(
            of: state.text, width: max(10, model.size.width - 8), rules: model.rules)
    }

    static func height(_ model: WorkstationModel) -> Int {
        max(3, ScreenLayout(model).body.height - 5)
    }

    static func draw(
        _ state: State, _ model: WorkstationModel, _ layout: ScreenLayout,
        into buffer: inout ScreenBuffer
    ) {
        let size = Size(
            width: layout.body.width - 2, height: max(6, layout.body.height - 2))
        let title = SafeText.line(state.view.name, rules: model.rules)
        let inner = Popup(title: title, size: size).render(into: &buffer, in: layout.body)
        let parts = inner.rows([.rest, .fixed(1)])
        TextViewport(lines: lines(state, model)).render(
            into: &buffer, in: parts[0], state: state.viewport)
        buffer.write(
            model.words(FileStrings.how), at: parts[1].origin, width: parts[1].width,
            style: Style(.muted))
    }
}

/// A file in words.
enum FileWords {
    /// `box.jpg (picture (HEIC), 12 KB)`.
    static func short(_ view: AttachmentView, _ words: Words) -> String {
        "\(view.name) (\(words(FileSentences.kind(view.kind.rawValue))), "
            + "\(size(view.attachment.byteCount)))"
    }

    static func short(_ file: NamedFile, _ words: Words) -> String {
        "\(file.name) (\(words(FileSentences.kind(file.file.kind.rawValue))), "
            + "\(size(file.file.byteCount)))"
    }

    static func short(_ file: PlannedFile, _ words: Words) -> String {
        "\(file.name) (\(words(FileSentences.kind(file.kind.rawValue))), \(size(file.byteCount)))"
    }

    static func size(_ bytes: Int) -> String {
        bytes < 1024 ? "\(bytes) B" : "\((bytes + 1023) / 1024) KB"
    }

    static func facts(_ view: AttachmentView, _ words: Words) -> [String] {
        var lines = [short(view, words)]
        if view.attachment.mediaType != view.kind.mediaType {
            lines.append(words(FileStrings.claimed(view.attachment.mediaType)))
        }
        if let danger = view.danger {
            lines.append("! " + words(FileSentences.danger(danger.rawValue)))
        }
        return lines
    }
}

extension WorkstationModel {
    mutating func filePressed(_ state: FilePane.State, _ key: Key) -> [Effect] {
        guard case .press(let press) = key else {
            popups.append(.file(state))
            return []
        }
        let height = FilePane.height(self)
        let distance: Int
        switch press {
        case KeyPress("j"), KeyPress("down"): distance = 1
        case KeyPress("k"), KeyPress("up"): distance = -1
        case KeyPress("space"), KeyPress("pagedown"): distance = height - 1
        case KeyPress("b"), KeyPress("pageup"): distance = 1 - height
        case KeyPress("esc"), KeyPress("q"), KeyPress("ctrl-c"), KeyPress("enter"): return []
        default: distance = 0
        }
        var state = state
        let count = FilePane.lines(state, self).count
        state.viewport.scroll(by: distance, lineCount: count, height: height)
        popups.append(.file(state))
        return []
    }
}
