/// Sentences for the rules about reviews, trade, advertising and form (compliance section 3).
enum PolicySentences {
    /// Both languages by their names.
    static func otherLanguage(_ written: String, _ expected: String) -> FindingWords {
        FindingWords(
            Phrase(
                "finding.lng-01.named", "Written in {written}; the buyer reads {expected}.",
                ["written": written, "expected": expected]),
            Phrase(
                "finding.lng-01.named.fix", "Translate it into {expected}, or take it out.",
                ["expected": expected]))
    }

    static func words(rule: String) -> FindingWords? {
        conduct(rule) ?? reviews(rule) ?? trade(rule) ?? style(rule)
    }

    private static func conduct(_ rule: String) -> FindingWords? {
        switch rule {
        case "CON-07":
            FindingWords(
                Phrase("finding.con-07", "Asks for a phone number for the delivery."),
                Phrase("finding.con-07.fix", "Only where the carrier needs it; else leave it out."))
        case "CON-08":
            FindingWords(
                Phrase("finding.con-08", "Names the hotline of a carrier or maker."),
                Phrase("finding.con-08.fix", "Point to the tracking page in Your Orders."))
        case "LNG-01":
            FindingWords(
                Phrase("finding.lng-01", "Not in the buyer's language."),
                Phrase("finding.lng-01.fix", "Translate it, or take the note out."))
        case "ORD-01":
            FindingWords(
                Phrase("finding.ord-01", "The order's number is not in the text."),
                Phrase("finding.ord-01.fix", "Add it to the greeting."))
        case "ORD-02":
            FindingWords(
                Phrase("finding.ord-02", "The number of another order."),
                Phrase("finding.ord-02.fix", "Check which order is meant."))
        case "ORD-03":
            FindingWords(
                Phrase("finding.ord-03", "Marked as important without need."),
                Phrase("finding.ord-03.fix", "Take the mark out."))
        case "ORD-04":
            FindingWords(
                Phrase(
                    "finding.ord-04", "Too late to start a message, or the buyer has opted out."),
                Phrase("finding.ord-04.fix", "Do not send it."))
        case "PRV-01":
            FindingWords(
                Phrase("finding.prv-01", "Asks for papers, passwords or codes."),
                Phrase("finding.prv-01.fix", "Take it out; you do not need them."))
        case "PRV-02":
            FindingWords(
                Phrase("finding.prv-02", "Gives somebody else's name and address."),
                Phrase("finding.prv-02.fix", "Take it out."))
        case "TON-01":
            FindingWords(
                Phrase("finding.ton-01", "Insult or threat."),
                Phrase("finding.ton-01.fix", "Write what can be done."))
        case "TON-02":
            FindingWords(
                Phrase("finding.ton-02", "Speaks as if it were Amazon."),
                Phrase("finding.ton-02.fix", "Speak for the store."))
        default: nil
        }
    }

    private static func reviews(_ rule: String) -> FindingWords? {
        switch rule {
        case "REV-01":
            FindingWords(
                Phrase("finding.rev-01", "Offers something in return for a review."),
                Phrase(
                    "finding.rev-01.fix", "Take both parts out; if a refund is due, say only that.")
            )
        case "REV-02":
            FindingWords(
                Phrase("finding.rev-02", "Asks for a positive review or for five stars."),
                Phrase("finding.rev-02.fix", "Take the sentence out."))
        case "REV-03":
            FindingWords(
                Phrase(
                    "finding.rev-03",
                    "Asks only happy buyers for a review, or keeps unhappy ones from rating."),
                Phrase(
                    "finding.rev-03.fix", "Offer help without a condition; leave the review out."))
        case "REV-04":
            FindingWords(
                Phrase("finding.rev-04", "Asks to change or remove a review."),
                Phrase("finding.rev-04.fix", "Keep the help, take out the request."))
        case "REV-05":
            FindingWords(
                Phrase("finding.rev-05", "Says that seller feedback can be changed."),
                Phrase(
                    "finding.rev-05.fix",
                    "Only as information after the problem is solved; no request."))
        case "REV-06":
            FindingWords(
                Phrase("finding.rev-06", "Repeats a request for a review."),
                Phrase("finding.rev-06.fix", "Take it out: one request per order."))
        case "REV-07":
            FindingWords(
                Phrase("finding.rev-07", "Asks for a review inside a message."),
                Phrase("finding.rev-07.fix", "Use Amazon's own review request once instead."))
        case "REV-08":
            FindingWords(
                Phrase(
                    "finding.rev-08", "Tells the buyer what to write, or how to vote on reviews."),
                Phrase("finding.rev-08.fix", "Take the sentence out."))
        default: nil
        }
    }

    private static func trade(_ rule: String) -> FindingWords? {
        switch rule {
        case "PAY-01":
            FindingWords(
                Phrase("finding.pay-01", "Payment or refund outside Amazon."),
                Phrase(
                    "finding.pay-01.fix", "Refund through Amazon to the original means of payment.")
            )
        case "PAY-02":
            FindingWords(
                Phrase("finding.pay-02", "Gives or asks for bank or card data."),
                Phrase("finding.pay-02.fix", "Take it out; refunds need no account data."))
        case "PAY-03":
            FindingWords(
                Phrase("finding.pay-03", "Asks for money on top of the order."),
                Phrase("finding.pay-03.fix", "Take it out; the price of the order is final."))
        case "DIV-01":
            FindingWords(
                Phrase("finding.div-01", "Sends the purchase to another shop."),
                Phrase("finding.div-01.fix", "Take it out; answer what was asked."))
        case "DIV-02":
            FindingWords(
                Phrase("finding.div-02", "Asks the buyer to cancel."),
                Phrase(
                    "finding.div-02.fix",
                    "Cancel it yourself with the true reason, then tell the buyer."))
        case "DIV-03":
            FindingWords(
                Phrase("finding.div-03", "Keeps the buyer from Amazon's return procedure."),
                Phrase("finding.div-03.fix", "Point to the return in Your Orders."))
        case "DIV-04":
            FindingWords(
                Phrase("finding.div-04", "Makes help depend on a withdrawn claim."),
                Phrase("finding.div-04.fix", "Offer the help without that condition."))
        default: nil
        }
    }

    private static func style(_ rule: String) -> FindingWords? {
        switch rule {
        case "MKT-01":
            FindingWords(
                Phrase("finding.mkt-01", "Coupon, discount or promotion."),
                Phrase("finding.mkt-01.fix", "Answer the question and no more."))
        case "MKT-02":
            FindingWords(
                Phrase("finding.mkt-02", "Advertises other products."),
                Phrase("finding.mkt-02.fix", "Answer the question and no more."))
        case "MKT-03":
            FindingWords(
                Phrase(
                    "finding.mkt-03",
                    "Puts buyers on a list: newsletter, club, testers, registration."),
                Phrase("finding.mkt-03.fix", "Take the sentence out."))
        case "MKT-04":
            FindingWords(
                Phrase("finding.mkt-04", "Sounds like advertising."),
                Phrase("finding.mkt-04.fix", "Write it plainly."))
        case "STA-01":
            FindingWords(
                Phrase("finding.sta-01", "Repeats a notice that Amazon sends itself."),
                Phrase("finding.sta-01.fix", "Leave it to Amazon."))
        case "STA-02":
            FindingWords(
                Phrase("finding.sta-02", "Thanks and says nothing else."),
                Phrase("finding.sta-02.fix", "Do not send it."))
        case "FMT-01":
            FindingWords(
                Phrase("finding.fmt-01", "Emoji: Amazon does not want them in messages."),
                Phrase("finding.fmt-01.fix", "Take them out."))
        case "FMT-02":
            FindingWords(
                Phrase("finding.fmt-02", "More than two line breaks in a row."),
                Phrase("finding.fmt-02.fix", "Leave one empty line at most."))
        case "FMT-03":
            FindingWords(
                Phrase("finding.fmt-03", "Markup or style in the text."),
                Phrase("finding.fmt-03.fix", "Write plain text."))
        case "FMT-04":
            FindingWords(
                Phrase("finding.fmt-04", "Picture or pixel from elsewhere."),
                Phrase("finding.fmt-04.fix", "Attach the picture instead."))
        case "FMT-05":
            FindingWords(
                Phrase("finding.fmt-05", "Attachment that messages may not carry."),
                Phrase(
                    "finding.fmt-05.fix", "Attach instructions, warranty, invoice or label only."))
        case "FMT-07":
            FindingWords(
                Phrase("finding.fmt-07", "Capitals or signs that shout."),
                Phrase("finding.fmt-07.fix", "Write it calmly."))
        default: nil
        }
    }
}
