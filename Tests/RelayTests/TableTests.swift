import Channels
import HelpDesk
import MailKit
import Testing

@testable import ChannelAmazon

/// Every row of every table does what it is there for; a wrong file is refused with its place.
struct TableTests {
    static let tables: RelayTables? = try? RelayTables.embedded()

    static func file(_ name: String, _ bytes: [UInt8]) -> TableFile? {
        try? TableFile(name, toml: EmbeddedTable.text(bytes))
    }

    struct MarkerWords: Sendable, CustomTestStringConvertible {
        var language: String
        var start: String
        var end: String
        var testDescription: String { "\(language): \(start) … \(end)" }
    }

    static let markerWords: [MarkerWords] = {
        guard
            let rows = try? file("markers.toml", PackageResources.markers_toml)?.root.rows("marker")
        else { return [] }
        return rows.flatMap { row -> [MarkerWords] in
            let language = (try? row.string("language")) ?? ""
            let starts = (try? row.strings("start")) ?? []
            let ends = (try? row.strings("end")) ?? []
            return starts.flatMap { start in
                ends.map { MarkerWords(language: language, start: start, end: $0) }
            }
        }
    }()

    @Test func `tables load`() throws {
        _ = try RelayTables.embedded()
        #expect(Self.markerWords.count > 40)
    }

    @Test(arguments: markerWords, [12, 14]) func `marker words cut the text`(
        _ words: MarkerWords, _ dashes: Int
    ) throws {
        let table = try #require(Self.tables).markers
        let run = String(repeating: "-", count: dashes)
        let stray = "\n----- hm -----\n"
        let text =
            "# 305-1111111-2222222:\n\n\(run) \(words.start)  \(run)\n\neins\(stray)zwei\n\n"
            + "\(run) \(words.end) \(run)\n\nfooter"
        var mail = ParsedMail()
        mail.text = text
        let found = BuyerTextReader(table: table).read(mail)
        #expect(found.source == .markers)
        #expect(found.text == "eins\n----- hm -----\nzwei")
        #expect(found.footer.contains("footer"))
        mail.text = text.replacing("\n", with: " ")
        #expect(BuyerTextReader(table: table).read(mail).text == "eins ----- hm ----- zwei")
    }

    static let noticeTypes: [(String, String)] = [
        ("RETURN_REQUEST", "return-request"), ("REFUND_ISSUED", "refund-issued"),
        ("BRC_SELLER_NOTIFICATION", "cancellation-request"),
        ("A_Z_CLAIM_RESPONDENT_NOTIFY", "a-to-z-claim"),
        ("A_Z_CLAIM_RESPONDENT_CLOSE", "a-to-z-closed"),
        ("BBC_MESSAGE_CONFIRMATION_TO_MERCHANT", "own-reply-copy"),
    ]

    @Test(arguments: noticeTypes) func `types name notices`(_ type: String, _ kind: String) throws {
        let rows = try #require(Self.tables).notices.rows
        let row = rows.first { $0.types.contains { $0.matches(type) } }
        #expect(row?.kind.rawValue == kind)
    }

    static let noticeSubjects: [(kind: String, subject: String)] = {
        guard let rows = tables?.notices.rows else { return [] }
        return rows.flatMap { row in row.subjects.map { (row.kind.rawValue, $0.words) } }
    }()

    @Test(arguments: noticeSubjects) func `subjects of Amazon's own mails name notices`(
        _ kind: String, _ subject: String
    ) throws {
        let subject = subject.replacing(" ~ ", with: " 1 ").replacing("*", with: "")
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>", subject: subject, body: "Hinweis")
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        if kind == "own-reply-copy" {
            #expect(message.outcome == .ownCopy)
        } else {
            #expect(message.outcome == .notice)
            #expect(message.notice?.kind.rawValue == kind)
        }
    }

    @Test(arguments: noticeSubjects) func `the same subjects never demote a buyer`(
        _ kind: String, _ subject: String
    ) throws {
        let bytes = Fixture.mail(
            from: "Kai <abcd1234efgh56@marketplace.amazon.de>",
            subject: subject.replacing(" ~ ", with: " 1 "),
            body:
                "------------- Nachricht: -------------\nhallo\n------- Ende der Nachricht -------\n"
        )
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.outcome == .message, "\(kind)")
    }

    static let optOuts: [String] = {
        let row = tables?.notices.rows.first { $0.outcome == .buyerOptedOut }
        return row?.texts.map { phrase in
            phrase.packedPieces.isEmpty
                ? phrase.runs.map { $0.map(\.text).joined(separator: " ") }.joined(separator: " x ")
                : phrase.packedPieces.joined(separator: "を")
        } ?? []
    }()

    @Test(arguments: optOuts) func `opt-out words refuse our mail`(_ words: String) throws {
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.com>", subject: "Note",
            body: "About order 111-1234567-7654321: \(words).")
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.outcome == .bounce)
        #expect(message.bounce?.effect == .buyerOptedOut)
        #expect(message.order == "111-1234567-7654321")
    }

    static let clauses: [SubjectTable.Clause] = tables?.subjects.clauses ?? []

    @Test(arguments: clauses.indices) func `subject clauses are cut out`(_ index: Int) throws {
        let clause = Self.clauses[index]
        let reader = SubjectReader(table: try #require(Self.tables).subjects)
        let isEastAsian = clause.before.unicodeScalars.contains(where: WordFolding.isEastAsian)
        let tail = clause.after.map { isEastAsian ? $0 : " \($0)" } ?? ""
        let subject = "Lampe \(clause.before) Ana Beispiel\(tail) (Order: 305-1111111-2222222)"
        let parts = reader.read(subject)
        #expect(parts.topic == "Lampe" + (clause.keep.map { " \($0)" } ?? ""))
        #expect(parts.name?.contains("Ana Beispiel") == true)
    }

    static let faults: [(file: String, toml: String, line: Int?, key: String)] = [
        ("markers.toml", "[[marker]]\nlanguage = \"en\"\nstart = [\"A\"]\n", 1, "marker[0].end"),
        (
            "markers.toml",
            "[[marker]]\nlanguage = \"en\"\nstart = [\"A\"]\nend = [\"B\"]\ncolour = 1\n", 5,
            "marker[0].colour"
        ),
        (
            "markers.toml",
            "[[marker]]\nlanguage = \"en\"\nstart = \"A\"\nend = [\"B\"]\n", 3, "marker[0].start"
        ),
        (
            "markers.toml",
            "[[marker]]\nlanguage = \"en\"\nstart = [\"A\"]\nend = [\"a:\"]\n", 3, "marker[0].start"
        ),
        ("subjects.toml", "[order]\nwords = []\nreply-marks = [\"Re\"]\n", 2, "order.words"),
        ("notices.toml", "[buyer-types]\ntypes = [\"X\"]\n", nil, "notice"),
        (
            "notices.toml",
            "[buyer-types]\ntypes = [\"X\"]\n\n[[notice]]\nkind = \"a\"\noutcome = \"maybe\"\ncase = true\n",
            6, "notice[0].outcome"
        ),
        (
            "notices.toml",
            "[buyer-types]\ntypes = [\"X\"]\n\n[[notice]]\nkind = \"a\"\noutcome = \"notice\"\ncase = 1\n",
            7, "notice[0].case"
        ),
        ("categories.toml", "[[category]]\nvalue = \"other\"\n", 1, "category[0].weight"),
        ("categories.toml", "[[category]]\nvalue = \"sports\"\n", 2, "category[0].value"),
        (
            "categories.toml",
            "[[category]]\nvalue = \"other\"\nweight = 0\n[[category]]\nvalue = \"other\"\n",
            5, "category[1].value"
        ),
        ("relay-courtesy.toml", "[limits]\nlength = 0\n", 2, "limits.length"),
        ("relay.toml", "[alias]\nshortest = 8\n", 1, "alias.longest"),
        ("markers.toml", "[[marker]\n", 1, ""),
        ("sports.toml", "a = 1\n", nil, ""),
    ]

    @Test(arguments: faults) func `a wrong file is refused with its place`(
        _ file: String, _ toml: String, _ line: Int?, _ key: String
    ) throws {
        var tables = try RelayTables.embedded()
        let fault = #expect(throws: TableFault.self) { try tables.replace(file: file, toml: toml) }
        #expect(fault?.file == file)
        #expect(fault?.line == line)
        #expect(fault?.key == key)
    }

    @Test func `a new row needs no code`() throws {
        var tables = try RelayTables.embedded()
        try tables.replace(
            file: "notices.toml",
            toml: """
                [buyer-types]
                types = ["BBC_MESSAGE_SENT_TO_MERCHANT"]
                [[notice]]
                kind = "moon-phase"
                outcome = "notice"
                case = true
                types = ["MOON_*"]
                """)
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>", headers: ["X-Space-Notification-Type: MOON_FULL"],
            body: "Vollmond")
        let message = RelayMailReader(tables: tables).read(bytes, context: Fixture.context)
        #expect(message.notice?.kind == "moon-phase")
        #expect(message.notice?.isCaseEvent == true)
    }
}
