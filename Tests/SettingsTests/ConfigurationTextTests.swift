import Testing

@testable import Settings

struct ConfigurationTextTests {
    private static let file = """
        # The desk of Nova. Ask Li before you change it.
        [core]
        data = "/var/lib/deskhand"   # on the big disk
        socket = '/run/deskhand/core.sock'
        admins = [
            "ops",  # on call
        ]

        [[store]]
        id = "nova-eu"
        seller_id = "A1NOVAEXAMPLE"
        region = "eu"
        marketplaces = ["DE", "FR"]

        [store.sync]
        orders = false

        [[store]]
        id = 'nova-jp'
        seller_id = "A1NOVAEXAMPLE"
        region = "fe"
        marketplaces = ["JP"]
        """

    private func edited(
        _ key: String, _ place: ConfigurationText.Place, _ value: TOMLLiteral,
        of text: String = file
    ) throws -> [String] {
        var configuration = ConfigurationText(text)
        try configuration.set(key, in: place, to: value)
        #expect(ConfigurationText.values(of: configuration.text) != nil)
        return LineDiff.lines(from: text, to: configuration.text).filter { !$0.hasPrefix(" ") }
    }

    @Test func aValueChangesAndItsCommentStays() throws {
        #expect(
            try edited("data", .table("core"), .string("/srv/desk")) == [
                "- data = \"/var/lib/deskhand\"   # on the big disk",
                "+ data = \"/srv/desk\"   # on the big disk",
            ])
    }

    @Test func aListOverSeveralLinesIsOneValue() throws {
        #expect(
            try edited("admins", .table("core"), .strings(["ops", "li"])) == [
                "- admins = [", "-     \"ops\",  # on call", "- ]",
                "+ admins = [\"ops\", \"li\"]",
            ])
    }

    @Test func aNewKeyJoinsItsTable() throws {
        #expect(
            try edited("undo_seconds", .table("core"), .integer(20)) == ["+ undo_seconds = 20"])
        let place = ConfigurationText.Place.element("store", key: "id", value: "nova-eu")
        #expect(
            try edited("refresh_token_file", place, .string("secrets/nova-eu")) == [
                "+ refresh_token_file = \"secrets/nova-eu\""
            ])
        var configuration = ConfigurationText(Self.file)
        try configuration.set("mailbox", in: place, to: .string("desk"))
        let lines = configuration.text.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex(of: "mailbox = \"desk\""))
        #expect(lines[index - 1] == "marketplaces = [\"DE\", \"FR\"]")
    }

    @Test func theRightElementIsFoundWhateverItsQuotes() throws {
        let place = ConfigurationText.Place.element("store", key: "id", value: "nova-jp")
        var configuration = ConfigurationText(Self.file)
        try configuration.set("seller_id", in: place, to: .string("A2"))
        #expect(configuration.text.contains("id = 'nova-jp'\nseller_id = \"A2\""))
        #expect(configuration.text.contains("id = \"nova-eu\"\nseller_id = \"A1NOVAEXAMPLE\""))
    }

    @Test func aMissingTableComesAtTheEnd() throws {
        #expect(
            try edited("client_id", .table("amazon"), .string("c")) == [
                "+ ", "+ [amazon]", "+ client_id = \"c\"",
            ])
        let place = ConfigurationText.Place.element("store", key: "id", value: "new")
        #expect(
            try edited("region", place, .string("na")) == [
                "+ ", "+ [[store]]", "+ id = \"new\"", "+ region = \"na\"",
            ])
    }

    @Test func anEmptyFileGrows() throws {
        var configuration = ConfigurationText("")
        try configuration.set("data", in: .table("core"), to: .string("d\"\\\n\u{1}灯"))
        #expect(configuration.text == "[core]\ndata = \"d\\\"\\\\\\n\\u0001灯\"\n")
        #expect(ConfigurationText.values(of: configuration.text)?.count == 1)
    }

    @Test(arguments: [
        "core = { data = \"x\" }\n", "core.data = \"x\"\n",
        "[amazon]\nx = 1\n[amazon.endpoints]\nna = \"x\"\n",
        "not toml at all",
    ])
    func whatCannotBeEditedSafelyIsLeftAlone(text: String) {
        var configuration = ConfigurationText(text)
        #expect(throws: ConfigurationText.Unsafe.self) {
            try configuration.set("socket", in: .table("core"), to: .string("y"))
            try configuration.set(
                "endpoints", in: .table("amazon"), to: .table([.init("na", .string("z"))]))
        }
        #expect(
            ConfigurationText.values(of: configuration.text) != nil || configuration.text == text)
    }

    @Test func everyByteOfADamagedFileIsSafeToWalk() {
        let bytes = Array(Self.file.utf8)
        for length in 0...bytes.count {
            #expect(TOMLLayout(Array(bytes[..<length])).tables.count >= 1)
        }
    }

    @Test func settingTheSameAgainChangesNothing() throws {
        var configuration = ConfigurationText(Self.file)
        try configuration.set(
            "region", in: .element("store", key: "id", value: "nova-jp"), to: .string("fe"))
        #expect(configuration.text == Self.file)
    }
}
