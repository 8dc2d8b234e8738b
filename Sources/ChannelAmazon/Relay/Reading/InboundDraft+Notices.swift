internal import Foundation
import Channels
import HelpDesk
import MailKit
import SwiftExtensions

extension InboundDraft {
    mutating func fillNotice(_ row: NoticeTable.Row) {
        fillPlain()
        message.outcome = .notice
        message.kind = .platformNotice
        message.notice = notice(row)
        if row.outcome == .buyerOptedOut {
            message.alias = refusedAlias()
            message.outcome = .bounce
            message.kind = .bounce
            message.bounce = BounceNotice(
                effect: .buyerOptedOut,
                originalMessageID: mail.parsed.headers["X-Original-MessageID"].map {
                    SafeText.line($0).filter { !"<> ".contains($0) }
                } ?? mail.parsed.inReplyTo.first ?? mail.parsed.references.last)
        }
    }

    /// The buyer whom a refused mail was for, as headers or text name the address.
    private func refusedAlias() -> RelayAlias? {
        let finder = AliasFinder(mail.tables.addresses, hosts: mail.hosts)
        let named = AddressWords.addresses(in: String(message.body.prefix(8000)))
        return (finder.aliasElsewhere(in: mail.parsed) ?? finder.aliases(in: named).first)?.alias
    }

    /// What the table says of its kind, and the deadline that the text names.
    private func notice(_ row: NoticeTable.Row) -> PlatformNotice {
        let named = row.review.flatMap { _ in
            mail.tables.notices.deadline.deadline(in: message.body, from: message.platformTime)
        }
        let usual = row.review.map { message.platformTime + $0 }
        return PlatformNotice(
            kind: row.kind, platformType: mail.platformType, isCaseEvent: row.isCaseEvent,
            reviewDue: named ?? usual, usualDue: usual,
            isDeadlineNamed: named != nil, isProminent: row.isProminent, closes: row.closes)
    }

    mutating func fillOtherNotice() {
        fillPlain()
        message.outcome = .notice
        message.kind = .platformNotice
        message.notice = PlatformNotice(
            kind: .other, platformType: mail.platformType, isCaseEvent: false)
        if mail.platformType != nil { warn(.unknownNoticeType) }
    }

    mutating func fillBounce() {
        message.body = SafeText.body(mail.parsed.bestText)
        message.outcome = .bounce
        message.kind = .bounce
        let bounce = BounceReader.read(mail)
        message.bounce = bounce
        let recipient = bounce.recipient.map { MailAddress(name: "", address: $0) }
        let host = recipient.map { mail.hosts.kind(of: $0.domain) }
        if case .relay(let marketplace)? = host {
            fillMarketplace(alias: marketplace, nil)
        } else {
            fillMarketplace(alias: nil, nil)
        }
        let quoted = mail.parsed.report?.originalHeaders?["Subject"] ?? ""
        fillOrders(preamble: quoted, text: message.body)
        message.warnings.removeAll { $0 == .orderFromText || $0 == .marketplaceUnknown }
        if bounce.originalMessageID == nil, bounce.recipient == nil { warn(.recipientUnknown) }
    }

    /// A copy of an answer written in Seller Central: may lack alias, case and order.
    mutating func fillOwnCopy() {
        fillPlain()
        message.outcome = .ownCopy
        message.kind = .agentExternal
        let text = BuyerTextReader(table: mail.tables.markers).read(mail.parsed)
        let tokens = FooterTokens(
            links: text.footerLinks, table: mail.tables.addresses.footer, hosts: mail.hosts)
        message.tokens = PlatformTokens(
            thread: tokens.thread, message: tokens.message, caseID: tokens.caseID)
        message.body = text.text
        message.threadKeys =
            (tokens.thread.map { [ThreadKey(.platformThread, $0)] } ?? [])
            + (tokens.caseID.map { [ThreadKey(.platformCase, $0)] } ?? [])
        message.alias = mail.aliasElsewhere?.alias
        if text.source != .whole { fillOrders(preamble: text.preamble, text: text.text) }
        if let alias = message.alias, let order = message.order {
            message.threadKeys.append(ThreadKey(.aliasAndOrder, "\(alias.localPart)/\(order)"))
        }
        for warning in text.warnings { warn(warning) }
        let name = recipientName()
        if name == nil { warn(.recipientUnknown) }
        message.buyerName = name
        message.ownCopy = OwnReplyCopy(recipientName: name, text: text.text)
    }

    mutating func fillForged(_ reasons: [SpoofReason]) {
        message.outcome = .quarantined
        message.kind = .system
        message.spoofReasons = reasons
        message.body = SafeText.body(mail.parsed.bestText)
        let isFailure = reasons.contains {
            [.spfFailed, .dkimFailed, .dmarcFailed].contains($0)
        }
        warn(isFailure && reasons.count == 1 ? .authenticationFailed : .senderLooksForged)
        if isFailure { warn(.authenticationFailed) }
    }

    mutating func fillIgnored() {
        message.outcome = .ignored
        message.kind = .system
        message.body = SafeText.body(mail.parsed.bestText)
        if mail.parsed.isAutomatic { flag(.automaticHeaders) }
    }

    /// The name in a subject such as "Your email to NAME".
    private func recipientName() -> String? {
        let reader = SubjectReader(table: mail.tables.subjects)
        let subject = reader.withoutOrder(SafeText.line(mail.parsed.subject))
        let patterns = mail.tables.notices.rows.filter { $0.outcome == .ownCopy }.flatMap(
            \.subjects)
        let words = WordText(subject)
        guard let pattern = patterns.first(where: { $0.matches(subject, words) }) else {
            return nil
        }
        let rest =
            pattern.isAtStart
            ? String(subject.dropFirst(pattern.words.count))
            : subject.components(separatedBy: pattern.words).first ?? ""
        let names = BuyerNames(table: mail.tables.addresses)
        return names.buyer(rest.trimmingCharacters(in: CharacterSet(charactersIn: " :：-–\"“”„")))
    }
}
