import Channels
import MailKit

/// The order in which a mail is judged (amazon section 2.8). Only `buyer-message` starts a clock.
enum RelayRules {
    static let inOrder = InboundFilterChain<RelayMail, RelayVerdict>(
        [
            InboundFilter("forged-report") { mail in
                let reasons = BounceReader.isReport(mail) ? Forgery.reportReasons(mail) : []
                return reasons.isEmpty ? nil : .forged(reasons)
            },
            InboundFilter("delivery-report") { BounceReader.isReport($0) ? .bounce : nil },
            InboundFilter("refused-by-platform") { mail in
                NoticeMatch.row(for: mail, among: [.buyerOptedOut, .sellerRestricted])
                    .map(RelayVerdict.notice)
            },
            InboundFilter("own-reply-copy") { mail in
                NoticeMatch.row(for: mail, among: [.ownCopy]).map { _ in .ownCopy }
            },
            InboundFilter("typed-notice") { mail in
                NoticeMatch.row(for: mail, among: [.notice]).map(RelayVerdict.notice)
            },
            InboundFilter("forgery") { mail in
                let reasons = Forgery.reasons(mail)
                return reasons.isEmpty ? nil : .forged(reasons)
            },
            InboundFilter("own-mail") { mail in
                mail.isFromStore && mail.platformType == nil && mail.aliases.isEmpty
                    ? .ignored : nil
            },
            InboundFilter("buyer-message") { BuyerRule.alias(of: $0).map(RelayVerdict.buyer) },
            InboundFilter("buyer-without-alias") { mail in
                let isNamed = mail.isBuyerType || mail.hasRelaySigns
                return mail.isFromAmazon && isNamed ? .buyerWithoutAlias : nil
            },
            InboundFilter("other-platform-mail") { $0.isFromAmazon ? .otherNotice : nil },
            InboundFilter("no-sender") { $0.sender == nil ? .unreadable : nil },
            // A person says that it is genuine, so somebody must read it.
            InboundFilter("released") { $0.context.isReleased ? .unreadable : nil },
        ], otherwise: "anything-else", { _ in .ignored })
}

/// Whether a buyer wrote it.
enum BuyerRule {
    /// The alias to answer to. One in Reply-To or From is enough; elsewhere the mail must also carry
    /// signs of the relay, since our own replies carry an alias in To.
    static func alias(of mail: RelayMail) -> AliasFinder.Found? {
        if let found = mail.aliases.first { return found }
        guard let found = mail.aliasElsewhere else { return nil }
        return mail.isBuyerType || mail.hasRelaySigns ? found : nil
    }
}

/// Whether a mail only pretends.
enum Forgery {
    static func reasons(_ mail: RelayMail) -> [SpoofReason] {
        guard !mail.context.isReleased else { return [] }
        var reasons = lookAlikes(mail)
        if claimsAmazon(mail) { reasons += mail.failures }
        if mail.senderHost == .foreign, let sender = mail.sender, !mail.isFromStore {
            if BuyerNames(table: mail.tables.addresses).isImpersonating(sender.name) {
                reasons.append(.displayName)
            }
            let isForwarded = mail.isBuyerType && mail.aliasElsewhere != nil
            if mail.platformType != nil, mail.aliases.isEmpty, !isForwarded {
                reasons.append(.foreignNotice)
            }
        }
        return reasons
    }

    /// A report comes from any mail server, but it makes debts owed again: one that failed a check
    /// of its origin is set aside, whoever it names.
    static func reportReasons(_ mail: RelayMail) -> [SpoofReason] {
        mail.context.isReleased ? [] : lookAlikes(mail) + mail.failures
    }

    private static func lookAlikes(_ mail: RelayMail) -> [SpoofReason] {
        var reasons: [SpoofReason] = []
        if (mail.parsed.from + mail.parsed.sender).contains(where: { isLookAlike($0.domain, mail) })
        {
            reasons.append(.lookAlikeSender)
        }
        if mail.parsed.replyTo.contains(where: { isLookAlike($0.domain, mail) }) {
            reasons.append(.lookAlikeReplyTo)
        }
        return reasons
    }

    private static func isLookAlike(_ host: String, _ mail: RelayMail) -> Bool {
        mail.hosts.kind(of: host) == .lookAlike
    }

    private static func claimsAmazon(_ mail: RelayMail) -> Bool {
        mail.isFromAmazon || !mail.aliases.isEmpty || mail.platformType != nil
    }
}
