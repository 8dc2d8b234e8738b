/// A terminal of a test: keeps frames and hands out pushed keys.
package final class MemoryBackend: TerminalBackend {
    package private(set) var size: Size
    package let rules: TextRules
    package let inputDescriptors: [Int32] = []
    /// All frames in order, the newest last.
    package private(set) var frames: [ScreenBuffer] = []
    package private(set) var theme = Theme.dark
    package private(set) var tier = ColorTier.palette256
    package private(set) var title = ""
    package private(set) var bellCount = 0
    package private(set) var clipboard: [String] = []
    package private(set) var suspendCount = 0
    package private(set) var isMouseOn = true
    package private(set) var isRestored = false
    private var keys: [Key] = []

    package init(size: Size = Size(width: 80, height: 24), rules: TextRules = .standard) {
        self.size = size
        self.rules = rules
    }

    /// Queues keys for the next `readKeys`.
    package func push(_ keys: [Key]) {
        self.keys += keys
    }

    /// Queues the presses of a script such as `j j enter`; words that name no key are typed out.
    package func push(script: String) {
        for word in script.split(separator: " ") {
            if let press = KeyPress(word) {
                keys.append(.press(press))
            } else {
                keys += word.map { Key.character($0) }
            }
        }
    }

    /// Changes the extent and reports it as the terminal would.
    package func resize(to size: Size) {
        self.size = size
        keys.append(.resize(size))
    }

    /// The newest frame as a golden screen; empty before the first.
    package var dump: String { frames.last?.dump ?? "" }

    package func present(_ buffer: ScreenBuffer) {
        frames.append(buffer)
    }

    package func readKeys() -> [Key] {
        defer { keys = [] }
        return keys
    }

    package func use(_ theme: Theme, tier: ColorTier) {
        self.theme = theme
        self.tier = tier
    }

    package func suspend() {
        suspendCount += 1
    }

    package func whileAway(_ body: () -> Void) {
        body()
    }

    package func bell() {
        bellCount += 1
    }

    package func copyToClipboard(_ text: String) -> ClipboardResult {
        clipboard.append(text)
        return .sentToTerminal
    }

    package func setTitle(_ title: String) {
        self.title = title
    }

    package func setMouse(_ isOn: Bool) {
        isMouseOn = isOn
    }

    package func redraw() {}

    package func restore() {
        isRestored = true
    }
}
