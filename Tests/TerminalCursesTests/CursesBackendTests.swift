import TerminalCore
import Testing

@testable import TerminalCurses

/// ncurses and signal handlers belong to the whole process, so these run one after another.
@Suite(.serialized) struct CursesBackendTests {
    private let size = Size(width: 200, height: 50)

    /// Opens a terminal, hands it over and leaves it in any case.
    private func withBackend(
        term: String = "xterm-256color", environment: [String: String] = [:],
        rules: TextRules = .standard, _ body: (CursesBackend, PseudoTerminal) throws -> Void
    ) throws {
        let pty = try #require(PseudoTerminal(size))
        let backend = try pty.open(term: term, environment: environment, rules: rules)
        defer { backend.restore() }
        try body(backend, pty)
    }

    private func list(_ backend: CursesBackend, selection: Int) -> ScreenBuffer {
        var buffer = ScreenBuffer(size: backend.size, rules: backend.rules)
        for row in 0..<48 {
            buffer.write(
                "\(row):14 nova-eu DE Jürgen B. 佐藤 様 Paket nicht angekommen, サイズが合いません",
                at: Point(x: 2, y: row + 1))
            buffer.write("late", at: Point(x: 120, y: row + 1), style: Style(.late))
        }
        buffer.write(">", at: Point(x: 0, y: selection + 1), style: Style(.gutter))
        buffer.restyle(Rect(x: 12, y: selection + 1, width: 10, height: 1)) {
            $0.attributes.insert(.bold)
        }
        buffer.write("\(selection + 1) of 48", at: Point(x: 2, y: 49), style: Style(.muted))
        buffer.placeCursor(Point(x: 0, y: selection + 1))
        return buffer
    }

    @Test(arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"])
    func movingTheSelectionSendsFewBytes(term: String) throws {
        try withBackend(term: term) { backend, pty in
            backend.present(list(backend, selection: 10))
            #expect(pty.frame(backend).count > 3000)
            backend.present(list(backend, selection: 11))
            let bytes = pty.frame(backend)
            #expect(!bytes.isEmpty)
            #expect(
                bytes.count <= 200, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            backend.present(list(backend, selection: 11))
            #expect(pty.frame(backend).isEmpty)
        }
    }

    @Test func hostileTextSendsNothingOfItsOwn() throws {
        try withBackend { backend, pty in
            backend.present(ScreenBuffer(size: backend.size))
            _ = pty.frame(backend)
            var hostile = String.UnicodeScalarView()
            for value in UInt32(0x200B)...0x206F {
                if let scalar = Unicode.Scalar(value) { hostile.append(scalar) }
            }
            let sequences =
                "\u{1B}]52;c;aGk=\u{1B}\\ \u{9B}31m \u{1B}[6n \u{1B}P \u{90}x\u{9C} \u{7F}\u{0E}"
            var buffer = ScreenBuffer(size: backend.size)
            buffer.write(
                "x" + sequences + String(hostile) + "\u{E0001}\u{FEFF}👨‍👩‍👧❤\u{FE0F}", at: .zero)
            backend.present(buffer)
            let text = String(decoding: pty.frame(backend), as: UTF8.self)
            #expect(text.contains("x␛]52;c;aGk="))
            #expect(text.contains("👨❤"))
            #expect(!text.contains("\u{1B}]") && !text.contains("\u{1B}P"))
            #expect(!text.contains("31m\u{1B}") && !text.contains("\u{1B}[6n"))
            let isClean = text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.generalCategory != .format
                    && !(0x7F..<0xA0).contains(scalar.value) && scalar.value != 0x0E
            }
            #expect(isClean)
        }
    }

    @Test func coloursAreSentOnlyWhereTheyAreWanted() throws {
        func frame(_ environment: [String: String]) throws -> String {
            var text = ""
            try withBackend(environment: environment) { backend, pty in
                var buffer = ScreenBuffer(size: backend.size)
                buffer.write("late", at: .zero, style: Style(.late))
                backend.present(buffer)
                text = String(decoding: pty.frame(backend), as: UTF8.self)
            }
            return text
        }
        #expect(try frame([:]).contains("38;5;203"))
        let plain = try frame(["NO_COLOR": "1"])
        #expect(!plain.contains("38;5"))
        #expect(plain.contains("late"))
        #expect(
            plain.contains("\u{1B}[1m") || plain.contains("[0;1") || plain.contains("\u{1B}[7m"))
    }

    @Test func keysPastesAndReportsAreRead() throws {
        try withBackend { backend, pty in
            pty.type(
                "j\u{1B}OA漢\u{1B}[200~a\r\u{1B}[31mb\u{1B}[201~\u{1B}[I\u{1B}[1;5C\u{1B}[<64;5;7M\r"
            )
            let keys = pty.keys(backend, count: 8)
            let expected: [Key] = [
                .character("j"), .named(.up), .character("漢"), .paste("a\nb"), .focus(true),
                .press(KeyPress(.right, .ctrl)),
                .mouse(MouseEvent(.wheelUp, at: Point(x: 4, y: 6))),
                .named(.enter),
            ]
            #expect(keys == expected)
        }
    }

    @Test func aResizeIsReportedOnceAndRedrawn() throws {
        try withBackend { backend, pty in
            backend.present(ScreenBuffer(size: backend.size))
            for width in [90, 70, 80] {
                pty.resize(Size(width: width, height: 24))
                signalSelf(windowChanged)
            }
            let keys = pty.keys(backend, count: 1)
            #expect(keys == [.resize(Size(width: 80, height: 24))])
            #expect(backend.size == Size(width: 80, height: 24))
        }
    }

    @Test func aRequestToEndWakesTheLoop() throws {
        try withBackend { backend, pty in
            signalSelf(terminationAsked)
            let wake = try #require(backend.inputDescriptors.last)
            waitUntilReadable(wake)
            #expect(backend.readKeys() == [.terminate])
        }
    }

    @Test func aClosedTerminalIsFinal() throws {
        try withBackend { backend, pty in
            pty.reader.hangUp()
            #expect(pty.keys(backend, count: 1).first == .hangup)
        }
    }

    @Test func leavingUndoesEveryMode() throws {
        let pty = try #require(PseudoTerminal(size))
        let backend = try pty.open()
        backend.present(ScreenBuffer(size: backend.size))
        backend.setTitle("#48812\u{1B}]0;x")
        _ = pty.frame(backend)
        backend.restore()
        backend.restore()
        pty.writeBell()
        let text = String(decoding: pty.untilBell(), as: UTF8.self)
        for sequence in ["\u{1B}[?2004l", "\u{1B}[?1004l", "\u{1B}[?1049l", "\u{1B}[23;2t"] {
            #expect(text.contains(sequence))
        }
    }

    @Test func terminalsWithoutAnEntryFallBack() throws {
        try withBackend(term: "xterm-nosuch") { backend, _ in
            #expect(backend.terminalName == "xterm")
        }
        let pty = try #require(PseudoTerminal(size))
        #expect(throws: CursesFailure.dumbTerminal) { try pty.open(term: "dumb") }
        #expect(throws: CursesFailure.dumbTerminal) { try pty.open(term: "") }
    }

    @Test func aPipeIsNoTerminal() {
        let options = CursesOptions(environment: ["TERM": "xterm"], input: -1, output: -1)
        #expect(throws: CursesFailure.notATerminal) { try CursesBackend(options) }
    }

    @Test func clipboardTextTravelsAsBase64() throws {
        try withBackend { backend, pty in
            #expect(backend.copyToClipboard("305-7714402\u{1B}") == .sentToTerminal)
            let text = String(decoding: pty.frame(backend), as: UTF8.self)
            #expect(text.contains("\u{1B}]52;c;MzA1LTc3MTQ0MDIb\u{1B}\\"))
            let long = String(repeating: "x", count: 60_000)
            #expect(backend.copyToClipboard(long) == .tooLong(limit: 74_994))
        }
    }
}
