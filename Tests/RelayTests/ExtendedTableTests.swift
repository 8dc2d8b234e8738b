import Channels
import HelpDesk
import MailKit
import SwiftExtensions
import Testing

@testable import ChannelAmazon

/// What is new at Amazon goes into a data file: no code knows the words.
struct ExtendedTableTests {
    private func text(_ bytes: [UInt8]) -> String { EmbeddedTable.text(bytes) }

    private func reader(_ file: String, adding rows: String, to bytes: [UInt8]) throws
        -> RelayMailReader
    {
        var tables = try RelayTables.embedded()
        try tables.replace(file: file, toml: text(bytes) + "\n" + rows)
        return RelayMailReader(tables: tables)
    }

    @Test func `a new type of notice becomes a case with a clock`() throws {
        let rows = """
            [[notice]]
            kind = "safety-question"
            outcome = "notice"
            case = true
            review-hours = 36
            prominent = true
            closes = ["return-request"]
            types = ["PRODUCT_SAFETY_*"]
            subjects = ["product safety question"]
            """
        let reader = try reader("notices.toml", adding: rows, to: PackageResources.notices_toml)
        let typed = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>", subject: "Hinweis",
            headers: ["X-Space-Notification-Type: PRODUCT_SAFETY_ASKED"], body: "Bitte prüfen.")
        let untyped = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>", subject: "A product safety question for you",
            body: "Bitte prüfen.")
        for bytes in [typed, untyped] {
            let message = reader.read(bytes, context: Fixture.context)
            let notice = try #require(message.notice)
            #expect(message.outcome == .notice)
            #expect(notice.kind.rawValue == "safety-question")
            #expect(notice.isCaseEvent)
            #expect(notice.isProminent)
            #expect(notice.reviewDue == message.platformTime + .hours(36))
            #expect(notice.closes == ["return-request"])
        }
        let known = try #require(Fixture.reader).read(typed, context: Fixture.context)
        #expect(known.notice?.kind == .other)
        #expect(known.warnings.contains(.unknownNoticeType))
    }

    @Test func `a new marketplace has buyers`() throws {
        let rows = """
            [[marketplace]]
            code = "CL"
            id = "A1CLEXAMPLE999"
            region = "na"
            country = "CL"
            alias-domain = "marketplace.amazon.cl.example"
            consent-host = "sellercentral.amazon.cl.example"
            languages = ["es-CL"]
            zone = "America/Santiago"
            currency = "CLP"
            currency-decimals = 0
            """
        let reader = try reader(
            "marketplaces.toml", adding: rows, to: PackageResources.marketplaces_toml)
        let body =
            "------------- Mensaje: -------------\nhola\n------- Fin del mensaje -------\n"
            + "https://sellercentral.amazon.cl.example/messaging/no-response-needed?t=ATHREADTHREADTHREAD01"
            + "&m=AMESSAGEMESSAGEMESS01&mp=A1CLEXAMPLE999&c=A&h=00&s=1\n"
        let bytes = Fixture.mail(
            from: "Ana <abcd1234efgh56@marketplace.amazon.cl.example>", body: body)
        let message = reader.read(bytes, context: Fixture.context)
        #expect(message.outcome == .message)
        #expect(message.body == "hola")
        #expect(message.marketplace == "CL")
        #expect(message.tokens.message == "AMESSAGEMESSAGEMESS01")
        let before = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(before.outcome != .message)
    }

    @Test func `new marker words cut the text`() throws {
        let rows = """
            [[marker]]
            language = "ko"
            start = ["메시지 시작"]
            end = ["메시지 끝"]
            greeting = []
            """
        let reader = try reader("markers.toml", adding: rows, to: PackageResources.markers_toml)
        let body = "--- 메시지 시작 ---\n----- x -----\n안녕\n--- 메시지 끝 ---\n"
        let bytes = Fixture.mail(
            from: "Kim <abcd1234efgh56@marketplace.amazon.com>",
            body: body.replacing("--- 메", with: "------ 메").replacing(" ---\n", with: " ------\n"))
        #expect(reader.read(bytes, context: Fixture.context).body == "----- x -----\n안녕")
    }

    @Test func `a row that cannot be is refused with its place`() throws {
        var tables = try RelayTables.embedded()
        for (rows, key) in [
            ("review-hours = 0", "review-hours"), ("ends-with = [\"lost\"]", "ends-with"),
            ("colour = 1", "colour"),
        ] {
            let toml =
                text(PackageResources.notices_toml)
                + "\n[[notice]]\nkind = \"x\"\noutcome = \"notice\"\ncase = true\n\(rows)\n"
            let fault = #expect(throws: TableFault.self) {
                try tables.replace(file: "notices.toml", toml: toml)
            }
            #expect(fault?.key.hasSuffix(key) == true)
            #expect(fault?.line != nil)
        }
    }
}
