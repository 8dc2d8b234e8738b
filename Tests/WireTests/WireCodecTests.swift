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
