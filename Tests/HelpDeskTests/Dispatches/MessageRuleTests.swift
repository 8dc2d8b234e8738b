import HelpDesk
import SwiftExtensions
import Testing

/// What a typed message may hold, rule by rule.
@Suite struct MessageRuleTests {
    private static let text = MessageRule(action: "unexpectedProblem", textLimit: 10)
    private static let invoice = MessageRule(action: "sendInvoice", fewestFiles: 1, mostFiles: 5)
    private static let warranty = MessageRule(
        action: "warranty", fewestFiles: 1, mostFiles: 5, needsCoverage: true)
    private static let year = CoveragePeriod(
        start: Timestamp(seconds: 1_800_000_000), end: Timestamp(seconds: 1_831_536_000))

    struct Case: Sendable, CustomTestStringConvertible {
        var rule: MessageRule
        var text: String?
        var files = 0
        var coverage: CoveragePeriod?
        var expected: DeskError.Code?
        var testDescription: String {
            "\(rule.action) \(text ?? "-") \(files) \(expected?.rawValue ?? "fine")"
        }
    }

    static let cases = [
        Case(rule: text, text: "1234567890"),
        Case(rule: text, text: "12345678901", expected: .dispatchTextTooLong),
        Case(rule: text, text: "😀😀😀😀😀😀😀😀😀😀"),
        Case(rule: text, text: nil, expected: .dispatchTextMissing),
        Case(rule: text, text: " \n\t", expected: .dispatchTextMissing),
        Case(rule: text, text: "a <b>x", expected: .dispatchMarkup),
        Case(rule: text, text: "a&nbsp;b", expected: .dispatchMarkup),
        Case(rule: text, text: "a&#160;b", expected: .dispatchMarkup),
        Case(rule: text, text: "</p>", expected: .dispatchMarkup),
        Case(rule: text, text: "3 < 4 > 2"),
        Case(rule: text, text: "A & B; C"),
        Case(rule: text, text: "I <3 it"),
        Case(rule: text, text: "ok", files: 1, expected: .dispatchTooManyFiles),
        Case(rule: text, text: "ok", coverage: year, expected: .dispatchCoverageNotTaken),
        Case(rule: invoice, text: nil, files: 1),
        Case(rule: invoice, text: nil, files: 5),
        Case(rule: invoice, text: nil, files: 0, expected: .dispatchFilesMissing),
        Case(rule: invoice, text: nil, files: 6, expected: .dispatchTooManyFiles),
        Case(rule: invoice, text: "hello", files: 1, expected: .dispatchTextNotTaken),
        Case(rule: warranty, text: nil, files: 1, coverage: year),
        Case(rule: warranty, text: nil, files: 1, expected: .dispatchCoverageMissing),
        Case(
            rule: warranty, text: nil, files: 1,
            coverage: CoveragePeriod(start: year.end, end: year.start),
            expected: .dispatchCoverageBackwards),
    ]

    @Test(arguments: cases) func ruleIsKept(_ example: Case) {
        var refused: DeskError.Code?
        do {
            try example.rule.check(
                text: example.text, fileCount: example.files, coverage: example.coverage)
        } catch {
            refused = error.code
        }
        #expect(refused == example.expected)
    }
}

/// Which files may leave with a typed message.
@Suite struct DispatchFileTests {
    static let pdf = Array("%PDF-1.7\n".utf8)
    /// Begins as a zip does and names what it holds.
    static func zip(_ names: [String]) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04] + names.flatMap { Array($0.utf8) }
    }
    static let macros = zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]

    @Test(arguments: [
        ("invoice.pdf", pdf, "application/pdf"), ("A.PDF", pdf, "application/pdf"),
        ("x.png", png, "image/png"), ("x.jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
        ("x.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
        ("x.gif", Array("GIF89a;".utf8), "image/gif"), ("x.txt", Array("hi".utf8), "text/plain"),
        (
            "x.docx", zip(["[Content_Types].xml", "word/document.xml"]),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
    ])
    func allowedTypeIsNamed(name: String, bytes: [UInt8], type: String) throws {
        #expect(try DispatchFileRules.mediaType(name: name, bytes: bytes) == type)
    }

    @Test(arguments: [
        ("x.exe", [0x4D, 0x5A], DeskError.Code.dispatchFileType),
        ("x.zip", [0x50, 0x4B, 0x03, 0x04], .dispatchFileType),
        ("x.pdf.exe", pdf, .dispatchFileType), ("pdf", pdf, .dispatchFileType),
        // The name says one thing, the bytes another.
        ("x.pdf", png, .dispatchFileType), ("x.txt", [0x41, 0x00], .dispatchFileType),
        ("x.docx", zip(["program.exe"]), .dispatchFileType),
        ("x.docx", macros, .dispatchFileType),
        ("x.pdf", [], .dispatchFileEmpty), ("", pdf, .dispatchFileName),
        ("../x.pdf", pdf, .dispatchFileName), ("a\u{202E}fdp.exe", pdf, .dispatchFileName),
        ("a\nb.pdf", pdf, .dispatchFileName),
        (String(repeating: "x", count: 120) + ".pdf", pdf, .dispatchFileName),
    ])
    func otherFileIsRefused(name: String, bytes: [UInt8], code: DeskError.Code) {
        let error = #expect(throws: DeskError.self) {
            try DispatchFileRules.mediaType(name: name, bytes: bytes)
        }
        #expect(error?.code == code)
    }

    @Test func togetherLessThanTenMegabytes() throws {
        try DispatchFileRules.check(sizes: [4_999_999, 5_000_000])
        #expect(throws: DeskError.self) {
            try DispatchFileRules.check(sizes: [5_000_000, 5_000_000])
        }
    }
}
