import HelpDesk
import Testing

struct OutgoingFileRulesTests {
    private func code(
        _ kind: FileKind, _ name: String, _ size: Int = 1000, beside others: [Int] = []
    ) -> DeskError.Code? {
        do throws(DeskError) {
            try OutgoingFileRules.check(kind, name: name, byteCount: size, others: others)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [
        (FileKind.pdf, "a.pdf"), (.png, "a.PNG"), (.jpeg, "a.jpg"), (.jpeg, "a.jpeg"),
        (.gif, "a.gif"), (.bmp, "a.bmp"), (.tiff, "a.tif"), (.text, "a.txt"), (.doc, "a.doc"),
        (.docx, "a.docx"),
    ]) func takesWhatPasses(_ kind: FileKind, _ name: String) {
        #expect(code(kind, name) == nil)
    }

    @Test(arguments: FileKind.allCases.filter { OutgoingFileRules.endings[$0] == nil })
    func refusesOtherKinds(_ kind: FileKind) {
        #expect(code(kind, "a.pdf") == .fileKindRefused)
    }

    @Test func refusesNamesThatLie() {
        #expect(code(.png, "a.pdf") == .fileNameMismatch)
        #expect(code(.pdf, "a") == .fileNameMismatch)
        #expect(code(.text, "a.js") == .fileNameMismatch)
    }

    @Test func countsAllFilesTogether() {
        #expect(code(.pdf, "a.pdf", 10_000_000) == nil)
        #expect(code(.pdf, "a.pdf", 10_000_001) == .filesTooLarge)
        #expect(code(.pdf, "a.pdf", 4_000_001, beside: [3_000_000, 3_000_000]) == .filesTooLarge)
        #expect(code(.pdf, "a.pdf", .max, beside: [.max]) == .filesTooLarge)
        #expect(code(.pdf, "a.pdf", 0) == .fileEmpty)
        #expect(code(.pdf, "a.pdf", 1, beside: Array(repeating: 1, count: 20)) == .filesTooMany)
    }
}
