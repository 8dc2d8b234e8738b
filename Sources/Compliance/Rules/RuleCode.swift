/// Names a rule for a detector; the rule itself stands in the tables.
struct RuleCode: Hashable, Sendable {
    let code: String
    /// Category of the command line's JSON where it differs from the rule's own.
    let category: String?

    init(_ code: String, category: String? = nil) {
        self.code = code
        self.category = category
    }

    static let email = RuleCode("CON-01")
    static let phone = RuleCode("CON-02")
    static let messenger = RuleCode("CON-03")
    static let social = RuleCode("CON-03", category: "social-media")
    static let postalAddress = RuleCode("CON-04")
    static let leaveChannel = RuleCode("CON-05")
    static let buyerContact = RuleCode("CON-06")
    static let deliveryPhone = RuleCode("CON-07")
    static let hotline = RuleCode("CON-08")
    static let qrCode = RuleCode("CON-09")
    static let link = RuleCode("LNK-01")
    static let plainHTTP = RuleCode("LNK-02")
    static let shortener = RuleCode("LNK-03")
    static let optOut = RuleCode("LNK-04")
    static let amazonPage = RuleCode("LNK-05")
    static let reviewReminder = RuleCode("REV-06")
    static let bankData = RuleCode("PAY-02")
    static let courtesyOnly = RuleCode("STA-02")
    static let emoji = RuleCode("FMT-01")
    static let lineBreaks = RuleCode("FMT-02")
    static let markup = RuleCode("FMT-03")
    static let trackedImage = RuleCode("FMT-04")
    static let attachment = RuleCode("FMT-05")
    static let tooLong = RuleCode("FMT-06")
    static let shouting = RuleCode("FMT-07")
    static let unfilled = RuleCode("FMT-08")
    static let disguise = RuleCode("OBF-01")
    static let otherLanguage = RuleCode("LNG-01")
    static let orderMissing = RuleCode("ORD-01")
    static let otherOrder = RuleCode("ORD-02")
    static let important = RuleCode("ORD-03")
    static let notWelcome = RuleCode("ORD-04")
    static let otherPerson = RuleCode("PRV-02")

    /// All of them; `RuleBook.check` proves that the tables hold them.
    static let all: [RuleCode] = [
        email, phone, messenger, postalAddress, leaveChannel, buyerContact, deliveryPhone, hotline,
        qrCode, link, plainHTTP, shortener, optOut, amazonPage, reviewReminder, bankData,
        courtesyOnly, emoji, lineBreaks, markup, trackedImage, attachment, tooLong, shouting,
        unfilled, disguise, otherLanguage, orderMissing, otherOrder, important, notWelcome,
        otherPerson,
    ]
}
