package import HelpDesk

/// One rule of the catalogue (compliance section 3.1).
package struct LintRule: Sendable, Hashable {
    package let code: String
    /// Category of the command line's JSON.
    package var category: String
    package let severity: Severity
    /// Kinds of message it looks at.
    var kinds: Set<LintMessageKind> = Set(LintMessageKind.allCases)
    /// Another severity on some marketplaces, by their codes.
    var severityIn: [String: Severity] = [:]
    /// Rules that keep silent where this one has a finding.
    var strongerThan: Set<String> = []

    package init(_ code: String, _ category: String, _ severity: Severity) {
        self.code = code
        self.category = category
        self.severity = severity
    }

    /// All rules, in the order of the catalogue.
    package static var all: [LintRule] { LintTables.rules }

    private static let byCode = Dictionary(
        LintTables.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    static func named(_ code: String) -> LintRule? { byCode[code] }

    /// A rule of the table; a rule that the table lost still blocks, since silence would be worse.
    private static func known(_ code: String) -> LintRule {
        byCode[code] ?? LintRule(code, "other", .block)
    }

    static let email = known("CON-01")
    static let phone = known("CON-02")
    static let messenger = known("CON-03")
    static let social = {
        var rule = messenger
        rule.category = "social-media"
        return rule
    }()
    static let postalAddress = known("CON-04")
    static let leaveChannel = known("CON-05")
    static let buyerContact = known("CON-06")
    static let deliveryPhone = known("CON-07")
    static let hotline = known("CON-08")
    static let qrCode = known("CON-09")
    static let link = known("LNK-01")
    static let plainHTTP = known("LNK-02")
    static let shortener = known("LNK-03")
    static let optOut = known("LNK-04")
    static let amazonPage = known("LNK-05")
    static let bankData = known("PAY-02")
    static let courtesyOnly = known("STA-02")
    static let emoji = known("FMT-01")
    static let lineBreaks = known("FMT-02")
    static let markup = known("FMT-03")
    static let trackedImage = known("FMT-04")
    static let tooLong = known("FMT-06")
    static let shouting = known("FMT-07")
    static let unfilled = known("FMT-08")
    static let disguise = known("OBF-01")
    static let otherLanguage = known("LNG-01")
    static let orderMissing = known("ORD-01")
    static let otherOrder = known("ORD-02")
    static let important = known("ORD-03")
    static let otherPerson = known("PRV-02")

    /// How much this rule stops for one kind of message; nil when it does not look at that kind.
    func severity(in context: LintContext) -> Severity? {
        guard kinds.contains(context.messageKind) else { return nil }
        guard let marketplace = context.marketplace else { return severity }
        return severityIn[marketplace.rawValue] ?? severity
    }
}
