import CLinuxShims
import CNcurses
package import TerminalCore

/// The terminal the program was started on, through ncurses.
///
/// One per process and one thread: ncurses keeps its state in globals, and so do signal handlers.
package final class CursesBackend: TerminalBackend {
    package let rules: TextRules
    /// The terminfo entry in use; differs from TERM where that has none.
    package let terminalName: String
    package private(set) var tier: ColorTier
    package var inputDescriptors: [Int32] { [input, wake] }

    let input: Int32
    let output: Int32
    let kind: TerminalKind
    private let wake: Int32
    private let environment: [String: String]
    private let passesThroughTmux: Bool
    private let screen: OpaquePointer
    /// A pad, because reading from a window would draw it first.
    private let keyboard: CursesWindow?
    private var painter: CellPainter
    private var decoder = KeyDecoder()
    private var shown: ScreenBuffer?
    private var pending: [Key] = []
    private var isMouseOn: Bool
    private var isCursorVisible = false
    private var hasTitle = false
    private var isActive = true
    private var isGone = false
    private var emptyReads = 0

    /// Opens the terminal and takes its screen. Throws, with the terminal untouched, where there is
    /// none that shows a screen.
    package init(_ options: CursesOptions) throws(CursesFailure) {
        guard SystemCalls.isTerminal(options.input), SystemCalls.isTerminal(options.output) else {
            throw .notATerminal
        }
        let name = options.environment["TERM"] ?? ""
        guard !name.isEmpty, name != "dumb" else { throw .dumbTerminal }
        let kind = TerminalKind(name: name)
        var rules = options.rules
        if !Startup.prepareLocale() { rules.isAsciiOnly = true }
        Startup.prepareEnvironment()
        let wake = desk_eventfd()
        Startup.armRescue(terminal: options.output, wake: wake)
        guard let opened = Startup.open(kind, input: options.input, output: options.output) else {
            desk_rescue_disarm()
            SystemCalls.closeDescriptor(wake)
            throw .unknownTerminal(name)
        }
        keyboard = Startup.setModes()
        self.rules = rules
        self.kind = kind
        self.wake = wake
        input = options.input
        output = options.output
        terminalName = opened.name
        screen = opened.screen
        environment = options.environment
        passesThroughTmux = options.passesThroughTmux
        isMouseOn = options.isMouseOn
        tier = options.tier ?? Startup.tier(options.environment)
        painter = CellPainter(theme: options.theme, tier: tier, isAscii: rules.isAsciiOnly)
        curs_set(0)
        applyModes()
    }

    package var size: Size {
        Size(width: Int(desk_columns()), height: Int(desk_lines()))
    }

    package func use(_ theme: Theme, tier: ColorTier) {
        self.tier = tier
        painter = painter.with(theme: theme, tier: tier, isAscii: rules.isAsciiOnly)
        shown = nil
    }

    package func redraw() {
        clearok(desk_curscr(), true)
        shown = nil
    }

    package func setMouse(_ isOn: Bool) {
        isMouseOn = isOn
        applyMouse()
    }

    package func bell() {
        send("\u{07}")
    }

    package func setTitle(_ title: String) {
        guard kind.isXtermLike else { return }
        if !hasTitle { send(ControlSequences.titlePush) }
        hasTitle = true
        send(ControlSequences.title(SafeText.line(title)))
    }

    package func copyToClipboard(_ text: String) -> ClipboardResult {
        guard kind.isXtermLike else { return .notSupported }
        let isTmux = environment["TMUX"].map { !$0.isEmpty } ?? false
        let route: Clipboard.Route =
            isTmux ? (passesThroughTmux ? .tmux : .plain) : kind.isScreen ? .screen : .plain
        guard let sequence = Clipboard.sequence(text, route: route) else {
            return .tooLong(limit: Clipboard.limit)
        }
        send(sequence)
        return .sentToTerminal
    }
}

// MARK: Frames

extension CursesBackend {
    /// Sends what differs from the last frame, in one burst.
    package func present(_ buffer: ScreenBuffer) {
        guard isActive, !isGone else { return }
        let window = desk_stdscr()
        if shown?.size != buffer.size { werase(window) }
        let diff = ScreenDiff(from: shown, to: buffer)
        let isLarge = diff.cellCount > 2 * buffer.size.width
        if isLarge || buffer.cursor == nil { showCursor(false) }
        for run in diff.runs where run.row < size.height {
            let start = run.row * buffer.size.width
            let cells = buffer.cells[
                start + run.columns.lowerBound..<start + run.columns.upperBound]
            painter.paint(cells, into: window, row: run.row, column: run.columns.lowerBound)
        }
        if let cursor = buffer.cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
        wnoutrefresh(window)
        doupdate()
        if buffer.cursor != nil { showCursor(true) }
        shown = buffer
    }

    private func showCursor(_ isVisible: Bool) {
        guard isVisible != isCursorVisible else { return }
        isCursorVisible = isVisible
        curs_set(isVisible ? 1 : 0)
    }

    /// Writes between frames, when ncurses has nothing buffered. A failed write is final.
    private func send(_ text: String) {
        guard isActive, !isGone else { return }
        if !SystemCalls.writeAll(text, to: output) { isGone = true }
    }
}

// MARK: Input

extension CursesBackend {
    package func readKeys() -> [Key] {
        var keys = signalKeys()
        keys += pending
        pending = []
        guard isActive else { return keys }
        let inputs = rawInputs()
        if inputs.contains(where: { if case .resize = $0 { true } else { false } }) { shown = nil }
        keys += decoder.decode(inputs)
        if isTerminalGone(readNothing: inputs.isEmpty) { keys.append(.hangup) }
        return keys
    }

    private func rawInputs() -> [RawInput] {
        var inputs: [RawInput] = []
        // A stream that never pauses must not keep the loop from drawing.
        while inputs.count < 65_536 {
            let code = wgetch(keyboard)
            switch code {
            case ERR: return inputs
            case KEY_RESIZE: inputs.append(.resize(size))
            case KEY_MOUSE: if let event = mouseEvent() { inputs.append(.mouse(event)) }
            case 0...255: inputs.append(.byte(UInt8(code)))
            default: inputs.append(.code(code))
            }
        }
        return inputs
    }

    private func mouseEvent() -> MouseEvent? {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return nil }
        let point = Point(x: Int(event.x), y: Int(event.y))
        return switch desk_mouse_action(event.bstate) {
        case 1: MouseEvent(.click, at: point)
        case 2: MouseEvent(.wheelUp, at: point)
        case 3: MouseEvent(.wheelDown, at: point)
        default: nil
        }
    }

    private func signalKeys() -> [Key] {
        SystemCalls.drainWake(wake)
        let signals = desk_rescue_take_signals()
        if signals & UInt32(DESK_SIGNAL_CONTINUE) != 0, isActive { comeBack() }
        return keys(of: signals)
    }

    private func keys(of signals: UInt32) -> [Key] {
        var keys: [Key] = []
        if signals & UInt32(DESK_SIGNAL_STOP) != 0 { keys.append(.ctrl("z")) }
        if signals & UInt32(DESK_SIGNAL_HANGUP) != 0 { keys.append(.hangup) }
        if signals & UInt32(DESK_SIGNAL_TERMINATE) != 0 { keys.append(.terminate) }
        return keys
    }

    /// A terminal that hung up, or that is ready time and again without a byte, is gone for good.
    private func isTerminalGone(readNothing: Bool) -> Bool {
        let state = SystemCalls.state(of: input)
        if state == .hungUp { isGone = true }
        emptyReads = readNothing && state == .readable ? emptyReads + 1 : 0
        if emptyReads >= 3 { isGone = true }
        return isGone
    }
}

// MARK: Leaving and coming back

extension CursesBackend {
    package func suspend() {
        guard isActive, !isGone else { return }
        leave()
        desk_stop_group()
        comeBack()
    }

    package func whileAway(_ body: () -> Void) {
        guard isActive, !isGone else { return body() }
        leave()
        desk_rescue_pause(1)
        body()
        desk_rescue_pause(0)
        comeBack()
    }

    package func restore() {
        guard isActive else { return }
        if !isGone { leave() }
        isActive = false
        desk_rescue_disarm()
        delscreen(screen)
        SystemCalls.closeDescriptor(wake)
    }

    /// The one way out of the screen: for good, for the shell, for a child program. The rescue of a
    /// crash writes the same sequences.
    private func leave() {
        if kind.isXtermLike {
            send(ControlSequences.modesOff)
            if hasTitle { send(ControlSequences.titlePop) }
        }
        showCursor(true)
        def_prog_mode()
        endwin()
        desk_rescue_modes()
        // Without an alternate screen the last frame stays: the shell goes on below it, not in it.
        if !kind.isXtermLike { send("\r\n") }
    }

    private func comeBack() {
        pending += keys(of: desk_rescue_take_signals())
        reset_prog_mode()
        // The window may have changed while somebody else got the signal.
        var rows: Int32 = 0
        var columns: Int32 = 0
        if desk_window_size(output, &rows, &columns) == 0, rows > 0, columns > 0,
            rows != desk_lines() || columns != desk_columns()
        {
            resizeterm(rows, columns)
            pending.append(.resize(size))
        }
        hasTitle = false
        isCursorVisible = true
        applyModes()
        redraw()
    }

    private func applyModes() {
        if kind.isXtermLike { send(ControlSequences.modesOn) }
        applyMouse()
    }

    private func applyMouse() {
        let isReadable = !(kind.hasOldMouse && size.width > 223)
        mousemask(isMouseOn && isReadable ? desk_mouse_mask() : 0, nil)
    }
}
