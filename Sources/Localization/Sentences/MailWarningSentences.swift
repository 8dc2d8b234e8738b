/// What a person should know of a mail, by the codes of its warnings (amazon reference 2.4 and 2.11).
package enum MailWarningSentences {
    /// The words of a warning; one that has none is named by its code.
    package static func phrase(_ code: String) -> Phrase {
        shape(code) ?? origin(code) ?? Phrase("mail-warning.other", "{code}", ["code": code])
    }

    private static func shape(_ code: String) -> Phrase? {
        switch code {
        case "unparsed-no-markers":
            Phrase("mail-warning.unparsed-no-markers", "no marks around the text; shown whole")
        case "end-marker-missing":
            Phrase("mail-warning.end-marker-missing", "the mark after the text is missing")
        case "start-marker-missing":
            Phrase("mail-warning.start-marker-missing", "the mark before the text is missing")
        case "markers-repeated":
            Phrase(
                "mail-warning.markers-repeated",
                "marks of the text stand there twice; no link is believed")
        case "several-text-blocks":
            Phrase("mail-warning.several-text-blocks", "the mail holds several texts")
        case "empty-body":
            Phrase("mail-warning.empty-body", "the mail holds no text")
        case "date-missing":
            Phrase("mail-warning.date-missing", "the mail has no date; the time is the mailbox's")
        case "date-in-future":
            Phrase("mail-warning.date-in-future", "the mail's date lies ahead")
        case "text-cut":
            Phrase("mail-warning.text-cut", "the text was too long and is cut")
        case "duplicate-conflict":
            Phrase(
                "mail-warning.duplicate-conflict",
                "another mail of the same number says something else")
        case "settling-failed":
            Phrase(
                "mail-warning.settling-failed", "the desk could not read it whole; the mail is kept"
            )
        default: nil
        }
    }

    private static func origin(_ code: String) -> Phrase? {
        switch code {
        case "marketplace-unknown":
            Phrase("mail-warning.marketplace-unknown", "the mail names no marketplace")
        case "marketplace-conflict":
            Phrase("mail-warning.marketplace-conflict", "the mail names two marketplaces")
        case "several-orders":
            Phrase("mail-warning.several-orders", "the mail names several orders")
        case "order-from-text":
            Phrase(
                "mail-warning.order-from-text",
                "the order's number was typed by the buyer and is not proven")
        case "alias-unusual":
            Phrase("mail-warning.alias-unusual", "the buyer's address has an unusual form")
        case "alias-missing":
            Phrase("mail-warning.alias-missing", "the mail has no address to answer to")
        case "several-aliases":
            Phrase("mail-warning.several-aliases", "the mail names several buyers' addresses")
        case "sender-not-platform":
            Phrase("mail-warning.sender-not-platform", "the sender is not the platform")
        case "unknown-notice-type":
            Phrase(
                "mail-warning.unknown-notice-type", "a kind of notice that the desk does not know")
        case "link-not-platform":
            Phrase("mail-warning.link-not-platform", "a link leads away from the platform")
        case "sender-looks-forged":
            Phrase("mail-warning.sender-looks-forged", "the sender looks forged")
        case "authentication-failed":
            Phrase("mail-warning.authentication-failed", "the mail failed authentication")
        case "sender-missing":
            Phrase("mail-warning.sender-missing", "the mail has no sender")
        case "recipient-unknown":
            Phrase("mail-warning.recipient-unknown", "addressed to none of the stores")
        default: nil
        }
    }
}
