import TerminalCore

/// Where everything stands on a screen of this size; the update asks it as well as the renderer.
struct ScreenLayout {
    let size: Size
    let layer: Layer
    private let hasFiles: Bool

    static let smallest = Size(width: 40, height: 10)

    init(_ model: WorkstationModel) {
        size = model.size
        layer = model.layer
        hasFiles = model.composer?.files.isEmpty == false
    }

    var isTooSmall: Bool {
        size.width < Self.smallest.width || size.height < Self.smallest.height
    }

    var status: Rect { Rect(size: size).row(0) }
    /// Messages, questions for one line, and what the pane has to say of itself.
    var messageLine: Rect { Rect(size: size).row(size.height - 2) }
    var footer: Rect { Rect(size: size).row(size.height - 1) }
    var body: Rect { Rect(x: 0, y: 1, width: size.width, height: size.height - 3) }

    /// Room for ticket and order beside the other panes; empty on a narrow screen.
    var card: Rect {
        let least = layer == .inbox ? 140 : layer == .composer ? 190 : 110
        guard size.width >= least else { return Rect(x: size.width, y: 1, width: 0, height: 0) }
        let width = min(62, max(38, size.width * 3 / 10))
        return Rect(x: size.width - width, y: 1, width: width, height: body.height)
    }

    /// The body without the card and the line before it.
    private var main: Rect {
        guard !card.isEmpty else { return body }
        return Rect(x: 0, y: body.y, width: card.x - 2, height: body.height)
    }

    // Inbox.

    private var previewHeight: Int {
        switch main.height {
        case ..<21: 0
        case ..<30 where size.width < 140: 0
        case ..<30: 8
        default: min(12, main.height * 2 / 5)
        }
    }

    var inboxList: Rect {
        Rect(x: 0, y: main.y, width: main.width, height: main.height - previewHeight)
    }

    var inboxRows: Int { max(1, inboxList.height - 1) }

    var inboxPreview: Rect {
        Rect(x: 0, y: inboxList.maxY, width: main.width, height: previewHeight)
    }

    // Conversation and composer.

    private var isComposing: Bool { layer == .composer }
    private var isSideBySide: Bool { isComposing && size.width >= 140 }

    /// The conversation with its heading.
    var thread: Rect {
        guard isComposing else { return main }
        if isSideBySide {
            return Rect(x: 0, y: main.y, width: main.width / 2 - 1, height: main.height)
        }
        return Rect(x: 0, y: main.y, width: main.width, height: max(4, main.height / 3))
    }

    static let threadHeading = 2
    var threadText: Rect {
        Rect(
            x: thread.x + 1, y: thread.y + Self.threadHeading, width: thread.width - 2,
            height: thread.height - Self.threadHeading)
    }

    var threadRows: Int { max(1, threadText.height) }
    var threadWidth: Int { threadText.width }

    var composer: Rect {
        if isSideBySide {
            let left = main.width / 2 + 1
            return Rect(x: left, y: main.y, width: main.width - left, height: main.height)
        }
        return Rect(
            x: 0, y: thread.maxY, width: main.width, height: main.height - thread.height)
    }

    /// One row for the files that go with the reply, if there are any.
    var files: Rect {
        Rect(
            x: composer.x, y: findings.y - (hasFiles ? 1 : 0), width: composer.width,
            height: hasFiles ? 1 : 0)
    }

    var findings: Rect {
        let height = composer.height >= 24 ? 10 : min(4, composer.height / 3)
        return Rect(
            x: composer.x, y: composer.maxY - height, width: composer.width, height: height)
    }

    var editorBox: Rect {
        Rect(
            x: composer.x, y: composer.y + 1, width: composer.width,
            height: composer.height - 1 - findings.height - files.height)
    }

    var editorField: Rect { editorBox.inset(horizontal: 2, vertical: 1) }
}
