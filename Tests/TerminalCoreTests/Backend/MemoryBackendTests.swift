import TerminalCore
import Testing

@Suite struct MemoryBackendTests {
    @Test func framesAreKeptAndTheNewestIsDumped() {
        let backend = MemoryBackend(size: Size(width: 4, height: 1))
        #expect(backend.dump == "")
        for text in ["one", "two"] {
            var buffer = ScreenBuffer(size: backend.size, rules: backend.rules)
            buffer.write(text, at: .zero)
            backend.present(buffer)
        }
        #expect(backend.frames.count == 2)
        #expect(backend.dump == "two |\ncursor hidden\n")
    }

    @Test func keysAreHandedOutOnce() {
        let backend = MemoryBackend()
        backend.push(script: "j ctrl-s hi")
        backend.resize(to: Size(width: 60, height: 15))
        let expected: [Key] = [
            .character("j"), .ctrl("s"), .character("h"), .character("i"),
            .resize(Size(width: 60, height: 15)),
        ]
        #expect(backend.readKeys() == expected)
        #expect(backend.readKeys().isEmpty)
        #expect(backend.size == Size(width: 60, height: 15))
    }
}
