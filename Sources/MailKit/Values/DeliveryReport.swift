/// What a mail server reports about a mail that it was given (RFC 3464).
package struct DeliveryReport: Hashable, Sendable {
    package enum Action: String, Sendable, Codable {
        case failed, delayed, delivered, relayed, expanded, unknown
    }

    package struct Recipient: Hashable, Sendable {
        /// The address the report is about, without its type prefix.
        package var finalRecipient: String
        package var action: Action
        /// The enhanced status code, such as `5.1.1`; empty when missing.
        package var status: String
        /// The words of the refusing server; may be empty.
        package var diagnostic: String

        package init(finalRecipient: String, action: Action, status: String, diagnostic: String) {
            self.finalRecipient = finalRecipient
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
        }
    }

    package var recipients: [Recipient]
    /// The Message-ID of the mail the report is about, without angle brackets.
    package var originalMessageID: String?
    package var originalHeaders: MailHeaders?

    package init(
        recipients: [Recipient], originalMessageID: String? = nil,
        originalHeaders: MailHeaders? = nil
    ) {
        self.recipients = recipients
        self.originalMessageID = originalMessageID
        self.originalHeaders = originalHeaders
    }

    /// Whether at least one recipient will never get the mail.
    package var isPermanentFailure: Bool {
        recipients.contains { $0.action == .failed || $0.status.hasPrefix("5") }
    }
}
