/// A terminal, or what stands for one in a test. All calls come from one thread.
package protocol TerminalBackend: AnyObject {
    /// The terminal's extent in cells.
    var size: Size { get }
    /// How text becomes cells on this terminal; buffers for `present` are made with it.
    var rules: TextRules { get }
    /// Descriptors whose readiness means that `readKeys` has something to say.
    var inputDescriptors: [Int32] { get }

    /// Shows a frame; a buffer of another size shows as much as fits.
    func present(_ buffer: ScreenBuffer)
    /// Everything that came in since the last call; never waits.
    func readKeys() -> [Key]
    /// Changes the look; the next frame is drawn in it.
    func use(_ theme: Theme, tier: ColorTier)
    /// Hands the terminal to the shell that started the program until that brings it back.
    func suspend()
    /// Hands the terminal to a child program for as long as `body` runs.
    func whileAway(_ body: () -> Void)
    func bell()
    /// Asks the terminal to take text to the clipboard (OSC 52) and tells how far that got.
    func copyToClipboard(_ text: String) -> ClipboardResult
    /// Names the window; never pass anything about a customer, since logs and tmux show it.
    func setTitle(_ title: String)
    /// Switches mouse reports on or off; off gives back the terminal's own selection.
    func setMouse(_ isOn: Bool)
    /// Draws the next frame from scratch, after something else wrote on the screen.
    func redraw()
    /// Leaves the terminal as it was found; later calls do nothing.
    func restore()
}

/// How far a copy to the clipboard got. A terminal never confirms it.
package enum ClipboardResult: Hashable, Sendable {
    case sentToTerminal
    /// More bytes than terminals take, as base64.
    case tooLong(limit: Int)
    case notSupported
}
