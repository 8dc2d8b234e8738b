import CoreClient
import HelpDesk
import Testing

struct LineBufferTests {
    static let text = Array("one\n\nthree is longer\nrest".utf8)

    private func lines(_ chunks: [ArraySlice<UInt8>]) throws -> [String] {
        var buffer = LineBuffer()
        var found: [String] = []
        for chunk in chunks {
            buffer.append(chunk)
            while let line = try buffer.next() {
                found.append(String(decoding: line, as: UTF8.self))
            }
        }
        return found
    }

    @Test(arguments: 0...text.count)
    func findsTheSameLinesWhereverTheBytesAreSplit(_ cut: Int) throws {
        let parts = [Self.text[..<cut], Self.text[cut...]]
        #expect(try lines(parts) == ["one", "", "three is longer"])
    }

    @Test func findsLinesByteByByte() throws {
        let parts = Self.text.indices.map { Self.text[$0...$0] }
        #expect(try lines(parts) == ["one", "", "three is longer"])
    }

    @Test func refusesALineWithoutEnd() {
        var buffer = LineBuffer(limit: 8)
        buffer.append(Array("123456789".utf8))
        #expect(throws: DeskError.self) { try buffer.next() }
    }
}
