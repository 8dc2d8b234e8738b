import Testing

@testable import ChannelAmazon

@Suite struct JSONReaderTests {
    private func parse(_ text: String) throws(JSONProblem) -> JSONValue {
        try JSONReader.parse(Array(text.utf8))
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try parse(
            #" {"a":[1,-2.5e3,true,false,null,"x\u00e9\n\ud83d\ude00\ud800"],"a":0} "#)
        let elements = try #require(value["a"]?.elements)
        #expect(elements[0].whole == 1)
        #expect(elements[1].decimal == -2500)
        #expect(elements[2].flag == true)
        #expect(elements[3].flag == false)
        #expect(elements[5].text == "xé\n😀\u{FFFD}")
    }

    @Test func rangesCoverTheValue() throws {
        let text = #"{"orders":[ {"id":1} ,{"id":2}]}"#
        let orders = try #require(try parse(text)["orders"]?.elements)
        let bytes = Array(text.utf8)
        #expect(
            orders.map { String(decoding: bytes[$0.range], as: UTF8.self) }
                == [#"{"id":1}"#, #"{"id":2}"#])
    }

    @Test(arguments: [
        ("", JSONProblem.Kind.endsEarly), ("{", .endsEarly), (#"{"a""#, .endsEarly),
        ("[1,", .endsEarly), (#""abc"#, .endsEarly), (#""\u12"#, .endsEarly), ("tru", .endsEarly),
        ("-", .endsEarly), ("1.", .endsEarly), ("[1 2]", .unexpectedByte),
        ("{a:1}", .unexpectedByte), ("nul!", .unexpectedByte), (#""\x""#, .unexpectedByte),
        ("[1]]", .trailingBytes), ("01", .trailingBytes), ("\"\u{1}\"", .unexpectedByte),
        (String(repeating: "[", count: 5000), .tooDeep),
    ])
    func refuses(text: String, kind: JSONProblem.Kind) {
        let problem = #expect(throws: JSONProblem.self) { try parse(text) }
        #expect(problem?.kind == kind)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let problem = #expect(throws: JSONProblem.self) {
            try JSONReader.parse([0x22, 0xFF, 0xFE, 0x22])
        }
        #expect(problem?.kind == .notUTF8)
    }

    /// A document cut at any byte is incomplete, and never a trap.
    @Test func everyCutEndsEarly() throws {
        let bytes = Array(#"{"a":[1.5e2,true,"x\u00e9"],"b":{"c":null}}"#.utf8)
        for count in 0..<bytes.count {
            let problem = #expect(throws: JSONProblem.self) {
                try JSONReader.parse(Array(bytes.prefix(count)))
            }
            #expect(problem?.kind == .endsEarly, "cut at \(count)")
        }
    }
}
