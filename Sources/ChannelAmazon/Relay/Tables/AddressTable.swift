import Channels

/// How relay mail is addressed and what forgeries look like (`relay.toml`).
struct AddressTable: Sendable {
    var aliasLength: ClosedRange<Int>
    var reservedLocalParts: Set<String>
    var aliasHeaders: [String]
    var platformHosts: [String]
    var nameSuffixes: [String]
    var platformNames: Set<String>
    var forgedHostWords: [String]
    var forgedNameStarts: [String]
    var forgedNameEnds: [String]
    var failedResults: Set<String>
    var bounce: BounceWords
    var footer: FooterWords

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["alias", "sender", "forgery", "bounce", "footer"])
        let alias = try file.root.row("alias")
        try alias.finish(["shortest", "longest", "reserved", "headers"])
        let shortest = try alias.int("shortest", in: 1...64)
        aliasLength = shortest...(try alias.int("longest", in: shortest...128))
        reservedLocalParts = Set(try alias.strings("reserved", isRequired: true))
        aliasHeaders = try alias.strings("headers", isRequired: true)

        let sender = try file.root.row("sender")
        try sender.finish(["hosts", "name-suffixes", "platform-names"])
        platformHosts = try sender.strings("hosts", isRequired: true)
        nameSuffixes = try sender.strings("name-suffixes", isRequired: true)
        platformNames = Set(try sender.strings("platform-names").map { WordFolding.fold($0) })

        let forgery = try file.root.row("forgery")
        try forgery.finish(["host-words", "name-starts", "name-ends", "failed-results"])
        forgedHostWords = try forgery.strings("host-words", isRequired: true)
        forgedNameStarts = try forgery.strings("name-starts").map { WordFolding.fold($0) }
        forgedNameEnds = try forgery.strings("name-ends").map { WordFolding.fold($0) }
        failedResults = Set(try forgery.strings("failed-results", isRequired: true))
        bounce = try BounceWords(file.root.row("bounce"))
        footer = try FooterWords(file.root.row("footer"))
    }
}

/// Signs of delivery reports that have no machine-readable part.
struct BounceWords: Sendable {
    var localParts: Set<String>
    var subjects: [String]
    var delaySubjects: [String]

    init(_ row: TableRow) throws(TableFault) {
        try row.finish(["local-parts", "subjects", "delay-subjects"])
        localParts = Set(try row.strings("local-parts", isRequired: true))
        subjects = try row.strings("subjects", isRequired: true).map { WordFolding.fold($0) }
        delaySubjects = try row.strings("delay-subjects").map { WordFolding.fold($0) }
    }
}

/// Paths and signs of the footer below a buyer's text.
struct FooterWords: Sendable {
    var path: String
    var oldPath: String
    var inboxPath: String
    var linkHosts: [String]
    var signs: [String]
    var oldSigns: [String]

    init(_ row: TableRow) throws(TableFault) {
        try row.finish(["path", "old-path", "inbox-path", "link-hosts", "signs", "old-signs"])
        path = try row.string("path")
        oldPath = try row.string("old-path")
        inboxPath = try row.string("inbox-path")
        linkHosts = try row.strings("link-hosts", isRequired: true)
        signs = try row.strings("signs", isRequired: true)
        oldSigns = try row.strings("old-signs")
    }
}
