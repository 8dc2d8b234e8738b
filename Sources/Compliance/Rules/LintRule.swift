package import HelpDesk

/// One rule of the catalogue (compliance section 3.1).
package struct LintRule: Sendable, Hashable {
    package let code: String
    /// Category of the command line's JSON.
    package let category: String
    package let severity: Severity

    package init(_ code: String, _ category: String, _ severity: Severity) {
        self.code = code
        self.category = category
        self.severity = severity
    }

    static let email = LintRule("CON-01", "contact-email", .block)
    static let phone = LintRule("CON-02", "contact-phone", .block)
    static let messenger = LintRule("CON-03", "contact-messenger", .block)
    static let social = LintRule("CON-03", "social-media", .block)
    static let leaveChannel = LintRule("CON-05", "off-platform-transaction", .block)
    static let buyerContact = LintRule("CON-06", "pii-request", .block)
    static let deliveryPhone = LintRule("CON-07", "pii-request", .advise)
    static let hotline = LintRule("CON-08", "contact-phone", .warn)
    static let qrCode = LintRule("CON-09", "qr-code", .block)
    static let link = LintRule("LNK-01", "external-link", .block)
    static let plainHTTP = LintRule("LNK-02", "external-link", .warn)
    static let shortener = LintRule("LNK-03", "external-link", .block)
    static let optOut = LintRule("LNK-04", "other", .block)
    static let amazonPage = LintRule("LNK-05", "external-link", .advise)
    static let trackedImage = LintRule("FMT-04", "other", .block)
    static let unfilled = LintRule("FMT-08", "other", .block)

    /// All rules that a detector exists for, in the order of the catalogue.
    package static let all = [
        email, phone, messenger, social, leaveChannel, buyerContact, deliveryPhone, hotline,
        qrCode, link, plainHTTP, shortener, optOut, amazonPage, trackedImage, unfilled,
    ]

    /// How much this rule stops for one kind of message.
    func severity(in context: LintContext) -> Severity { severity }
}
