import HelpDesk
import MailKit
import SwiftExtensions
import Testing

/// Each defect of MIME and each charset of the marketplaces, as files that break one thing each.
struct MimeFixtureTests {
    @Test func fixturesAreThere() {
        #expect(MimeFixture.all.count >= 90)
    }

    @Test(arguments: MimeFixture.all) func reads(_ fixture: MimeFixture) throws {
        let mail = ParsedMail(parsing: try MimeFixture.bytes(fixture.file))
        if let subject = fixture.subject { #expect(mail.subject == subject) }
        if let length = fixture.subjectLength { #expect(mail.subject.count == length) }
        if let from = fixture.from { #expect(mail.from.map(\.address) == from) }
        if let date = fixture.date { #expect(mail.date?.iso8601 == (date.isEmpty ? nil : date)) }
        for warning in fixture.warnings ?? [] {
            #expect(mail.warnings.map(\.code).contains(warning))
        }
        if fixture.warnings == [] { #expect(mail.warnings == []) }
        readsText(fixture, mail)
        readsFiles(fixture, mail)
    }

    private func readsText(_ fixture: MimeFixture, _ mail: ParsedMail) {
        let text = (mail.text ?? "").trimmedEnd
        if let expected = fixture.text { #expect(text == expected) }
        if let expected = fixture.textContains { #expect(text.contains(expected)) }
        if let expected = fixture.textPrefix { #expect(text.hasPrefix(expected)) }
        if let length = fixture.textLength { #expect(text.count == length) }
        if fixture.textAbsent == true { #expect(text.isEmpty) }
        if let expected = fixture.htmlText {
            #expect(HTMLText.plain(mail.html ?? "").trimmedEnd == expected)
        }
    }

    private func readsFiles(_ fixture: MimeFixture, _ mail: ParsedMail) {
        if let files = fixture.files { #expect(mail.attachments.map(\.name) == files) }
        let kinds = mail.attachments.map { FileSniffer.kind(of: $0.bytes) }
        if let expected = fixture.kinds { #expect(kinds.map(\.rawValue) == expected) }
        if let expected = fixture.dangers {
            let dangers = zip(kinds, mail.attachments).map { FileDanger.of($0, name: $1.name) }
            #expect(dangers.map { $0?.rawValue ?? "" } == expected)
        }
        if let bytes = fixture.bytes {
            #expect(mail.attachments.map { String(decoding: $0.bytes, as: UTF8.self) } == bytes)
        }
    }

    /// Whatever a fixture is about, nothing of it may reach a field unclean.
    @Test(arguments: MimeFixture.all) func staysClean(_ fixture: MimeFixture) throws {
        let mail = ParsedMail(parsing: try MimeFixture.bytes(fixture.file))
        let lines =
            mail.headers.all.map(\.value) + mail.attachments.map(\.name) + [mail.subject]
            + mail.from.flatMap { [$0.name, $0.address] }
        for scalar in lines.joined().unicodeScalars {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
            #expect(!(0x202A...0x202E).contains(scalar.value))
        }
        #expect(mail.attachments.allSatisfy { $0.name.count <= 120 && !$0.name.contains("/") })
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self[...]
        while let last = text.last, last.isNewline || last == " " { text.removeLast() }
        return String(text)
    }
}
