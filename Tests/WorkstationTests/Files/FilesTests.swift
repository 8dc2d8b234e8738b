import Glibc
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// A buyer's files in the thread, and the agent's own with a reply.
struct FilesTests {
    private static let words = Array("Bitte liefern Sie an die Garage.\u{1B}[2J".utf8)

    private func view(_ name: String, _ kind: FileKind, _ size: Int) -> AttachmentView {
        AttachmentView(
            attachment: Attachment(
                id: AttachmentID(1), message: MessageID(1), mediaType: "image/jpeg",
                byteCount: size, digest: "00", kind: kind), name: name)
    }

    /// A thread with one file; the core's answers are given by hand.
    private func reading(_ file: AttachmentView, hasViewer: Bool = false) -> Bench {
        var bench = Bench()
        bench.press("j j j enter")
        bench.settle()
        bench.model.hasViewer = hasViewer
        var detail = Fixture.detail(bench.rows[3])
        detail.messages[0].attachments = [file]
        let call = CoreCall.showTicket(bench.rows[3].id, refreshOrder: false)
        bench.feed(.answered(call, .ticket(detail)))
        bench.forgetEffects()
        return bench
    }

    /// Answers the opening and its pieces, the first of them `first` bytes long.
    private func deliver(
        _ bytes: [UInt8], _ file: AttachmentView, first: Int, to bench: inout Bench
    ) {
        guard let opening = bench.calls.last else { return }
        bench.feed(.answered(opening, .openedFile(.init(view: file, grant: "g"))))
        for piece in [Array(bytes.prefix(first)), Array(bytes.dropFirst(first))] {
            guard case .readFile? = bench.calls.last, let call = bench.calls.last else { return }
            bench.feed(.answered(call, .piece(piece)))
        }
    }

    @Test func theThreadSaysWhatAFileIsByItsBytes() {
        let bench = reading(view("box.jpg", .heic, 2048))
        #expect(bench.text.contains("attached: box.jpg (picture (HEIC), 2 KB)"))
        #expect(bench.text.contains("! is not what its name says"))
    }

    @Test func aTextIsShownAsWordsWithoutControls() {
        let file = view("note.txt", .text, Self.words.count)
        var bench = reading(file)
        bench.press("A enter v")
        #expect(
            bench.calls == [
                .openFile(bench.rows[3].id, AttachmentID(1), .view, acceptsDanger: false)
            ])
        deliver(Self.words, file, first: 10, to: &bench)
        #expect(bench.text.contains("Bitte liefern Sie an die Garage."))
        #expect(!bench.text.contains("\u{1B}"))
        bench.press("esc")
        #expect(!bench.text.contains("Bitte liefern Sie an die Garage."))
    }

    @Test func savingAsksForAPathAndHandsOverTheBytes() {
        let file = view("a.png", .png, 5)
        var bench = reading(file)
        bench.press("A enter s")
        #expect(bench.text.contains("Save as: ~/a.png"))
        bench.press("enter")
        deliver([1, 2, 3, 4, 5], file, first: 2, to: &bench)
        #expect(bench.effects.last == .saveFile("~/a.png", "a.png", [1, 2, 3, 4, 5]))
        bench.feed(.fileSaved("~/a.png", problem: "File exists"))
        #expect(bench.text.contains("Not saved: File exists"))
    }

    @Test func aDangerousFileNeedsASecondWord() {
        let file = view("invoice.pdf", .program, 4)
        var bench = reading(file)
        bench.press("A enter s")
        #expect(bench.text.contains("This file can do harm"))
        #expect(bench.text.contains("Never run it."))
        bench.press("enter")
        #expect(bench.calls.isEmpty, "enter leaves it")
        bench.press("A enter s y enter")
        #expect(
            bench.calls == [
                .openFile(bench.rows[3].id, AttachmentID(1), .save, acceptsDanger: true)
            ])
    }

    @Test func aViewerRunsOnlyWhenSetAndConfirmed() {
        let file = view("a.png", .png, 1)
        var bench = reading(file)
        bench.press("A enter o")
        #expect(bench.calls.isEmpty)
        bench = reading(file, hasViewer: true)
        bench.press("A enter o")
        #expect(bench.calls.isEmpty, "first a question")
        bench.press("y")
        deliver([7], file, first: 1, to: &bench)
        #expect(bench.effects.last == .openViewer("a.png", [7]))
    }

    @Test func aFileThatEndsEarlyIsNoFile() {
        let file = view("a.txt", .text, 100)
        var bench = reading(file)
        bench.press("A enter v")
        deliver(Array("short".utf8), file, first: 5, to: &bench)
        #expect(bench.model.transfer == nil)
        #expect(bench.text.contains("no longer kept"))
    }

    // Out.

    private func writing() -> Bench {
        var bench = Bench(width: 100)
        bench.press("j r")
        bench.type("Voici la facture.")
        bench.settle()
        bench.forgetEffects()
        return bench
    }

    private let pdf = Array("%PDF-1.4 ".utf8) + [UInt8](repeating: 7, count: 600_000)

    private func named(_ name: String, _ digest: String) -> NamedFile {
        NamedFile(
            file: OutgoingFile(kind: .pdf, byteCount: pdf.count, digest: digest), name: name)
    }

    /// What was offered goes where a path is typed from its root, and only then.
    @Test(arguments: [
        ("/tmp/a.pdf", "/tmp/a.pdf"), ("~/b.pdf", "~/b.pdf"), ("c/d.pdf", "~/c/d.pdf"),
    ])
    func aTypedPathTakesThePlaceOfTheOfferedOne(_ typed: String, _ path: String) {
        var bench = writing()
        bench.press("ctrl-a")
        bench.type(typed)
        bench.press("enter")
        #expect(bench.effects.last == .chooseFile(path))
        bench.press("ctrl-a")
        bench.feed(.pressed(.paste(typed)))
        bench.press("enter")
        #expect(bench.effects.last == .chooseFile(path))
    }

    @Test(arguments: [
        (InterfaceLanguage.english, ENOENT, "Not attached: /tmp/a.pdf: there is no such file"),
        (.simplifiedChinese, ENOENT, "未添加：/tmp/a.pdf：没有这个文件"),
        (.simplifiedChinese, EACCES, "未添加：/tmp/a.pdf：您无权打开"),
    ])
    func aFileThatCannotBeReadIsNamedWithItsPath(
        _ language: InterfaceLanguage, _ number: Int32, _ sentence: String
    ) {
        var bench = Bench(language: language)
        bench.feed(.fileNotChosen("/tmp/a.pdf", errorNumber: number))
        #expect(bench.text.contains(sentence))
    }

    @Test func aFileGoesToTheCoreInPiecesAndWithTheReply() {
        var bench = writing()
        bench.press("ctrl-a")
        bench.type("facture.pdf")
        bench.press("enter")
        #expect(bench.effects.last == .chooseFile("~/facture.pdf"))
        bench.feed(.fileChosen(name: "facture.pdf", pdf))
        guard case .attachFile(_, nil, "facture.pdf", pdf.count, let first)? = bench.calls.last,
            let call = bench.calls.last
        else {
            Issue.record("no upload began")
            return
        }
        #expect(first.count == WireBytes.largestChunk)
        bench.press("ctrl-s")
        #expect(bench.text.contains("still on its way"))
        bench.feed(
            .answered(
                call,
                .attached(.init(upload: "u", received: first.count, file: nil, files: []))))
        guard case .attachFile(_, "u", _, _, let rest)? = bench.calls.last,
            let second = bench.calls.last
        else {
            Issue.record("the second piece is missing")
            return
        }
        #expect(first + rest == pdf)
        let file = named("facture.pdf", "d1")
        bench.feed(
            .answered(
                second,
                .attached(.init(upload: "u", received: pdf.count, file: file, files: [file]))))
        #expect(bench.text.contains("attached: facture.pdf (PDF, 586 KB)"))
        bench.forgetEffects()
        bench.press("ctrl-s")
        let sent = bench.calls.compactMap { call -> [String]? in
            if case .send(let request) = call { request.files } else { nil }
        }
        #expect(sent == [["d1"]])
    }

    @Test func whatAmazonRefusesNeverLeaves() {
        var bench = writing()
        bench.feed(.fileChosen(name: "a.pdf", Array("MZ\u{1}".utf8)))
        #expect(bench.calls.isEmpty)
        #expect(bench.text.contains("does not pass files of this kind"))
        bench.feed(.fileChosen(name: "a.png", pdf))
        #expect(bench.calls.isEmpty)
        #expect(bench.text.contains("Its name should end in: pdf"))
    }

    @Test func filesComeBackWithTheDraft() {
        var bench = writing()
        bench.model.composer?.files = [named("a.pdf", "d1")]
        let ticket = bench.rows[1].id
        bench.press("ctrl-s")
        let draft = DraftView(
            ticket: ticket, text: "Voici.", basis: .zero, savedAt: Fixture.now,
            files: [named("a.pdf", "d1")])
        bench.feed(.answered(.undo(OutboxID(7)), .draft(draft)))
        #expect(bench.model.composer?.files.map(\.name) == ["a.pdf"])
        bench.press("ctrl-x w")
        #expect(bench.text.contains("Take which one out?"))
        bench.forgetEffects()
        bench.press("enter")
        #expect(bench.calls == [.detachFile(ticket, digest: "d1")])
        bench.feed(.answered(.detachFile(ticket, digest: "d1"), .files([])))
        #expect(bench.model.composer?.files == [])
    }

    @Test func tabCompletesAPath() throws {
        let home = "/tmp/deskhand-home-\(getpid())-\(UInt64.random(in: .min ... .max))"
        mkdir(home, 0o700)
        defer { rmdir(home) }
        for name in ["rechnung-1.pdf", "rechnung-2.pdf", ".secret"] {
            try FileBytes.replace("\(home)/\(name)", with: [1])
        }
        defer {
            for name in ["rechnung-1.pdf", "rechnung-2.pdf", ".secret"] {
                unlink("\(home)/\(name)")
            }
        }
        let found = PathCompletion("~/rec", home: home)
        #expect(found.text == "~/rechnung-")
        #expect(found.names == ["rechnung-1.pdf", "rechnung-2.pdf"])
        #expect(PathCompletion("~/", home: home).names.count == 2)
        #expect(PathCompletion("~/none", home: home).text == "~/none")
        var bench = writing()
        bench.press("ctrl-a")
        bench.type("rec")
        bench.press("tab")
        #expect(bench.effects.last == .completePath("~/rec"))
        bench.feed(.pathCompleted("~/rec", found))
        #expect(bench.text.contains("Attach: ~/rechnung-"))
    }
}
