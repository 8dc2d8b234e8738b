import HelpDesk
import SwiftExtensions
import Testing

@testable import Wire

@Suite struct WireCodecTests {
    @Test func aFrameIsOneLineWhateverTheTextHolds() throws {
        let call = SendReply(ticket: TicketID(7), basis: .zero, text: "a\nb\u{2028}c\u{0}")
        let line = try WireCodec.line(RequestFrame(id: 3, call: call))
        #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        let head = try WireCodec.read(FrameHead.self, from: line)
        #expect(head.id == 3 && head.method == "reply.send")
        let back = try WireCodec.read(ParamsFrame<SendReply>.self, from: line)
        #expect(back.params.text == call.text)
    }

    @Test(arguments: ["", "{", "[]", "{\"params\":{}}", "\u{FF}"])
    func badLinesAreRefusedByCode(text: String) throws {
        #expect {
            try WireCodec.read(ParamsFrame<SendReply>.self, from: Array(text.utf8))
        } throws: { ($0 as? DeskError)?.code == .badRequest }
    }

    @Test func linesComeOutHoweverBytesArrive() throws {
        let stream = Array("one\ntwo\n\nthree\n".utf8)
        for size in 1...stream.count {
            var splitter = LineSplitter()
            var lines: [String] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                let part = stream[start..<min(start + size, stream.count)]
                lines += try splitter.append(part).map { String(decoding: $0, as: UTF8.self) }
            }
            #expect(lines == ["one", "two", "", "three"])
        }
    }

    @Test func anEndlessLineIsRefused() {
        var splitter = LineSplitter(limit: 8)
        #expect(throws: DeskError.self) { try splitter.append(Array("123456789".utf8)) }
    }
}

@Suite struct JSONTextTests {
    @Test func noControlThatATerminalObeysIsPrinted() throws {
        let line = try JSONText.line(["text": "a\u{1B}[2J\u{9B}2J\u{202E}b\u{200F}c 中文 é"])
        #expect(!line.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) })
        #expect(!line.unicodeScalars.contains { [0x202E, 0x200F].contains($0.value) })
        #expect(line.contains("中文 é"))
        let back = try WireCodec.read([String: String].self, from: Array(line.utf8))
        #expect(back["text"] == "a\u{1B}[2J\u{9B}2J\u{202E}b\u{200F}c 中文 é")
    }
}
