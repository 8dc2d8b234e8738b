import Channels
import HelpDesk
import LanguageKit
import MailKit

extension InboundDraft {
    /// A buyer's message, understood or kept whole.
    mutating func fillBuyer(_ found: AliasFinder.Found) {
        let text = BuyerTextReader(table: mail.tables.markers).read(mail.parsed)
        let tokens = FooterTokens(
            links: text.footerLinks, table: mail.tables.addresses.footer, hosts: mail.hosts)
        let isUnparsed = text.source == .whole
        message.outcome = isUnparsed ? .unparsed : .message
        message.alias = found.alias
        message.body = text.text
        message.noResponseNeededURL = tokens.noResponseNeededURL
        message.tokens = PlatformTokens(
            thread: tokens.thread, message: tokens.message,
            caseID: found.alias.suffix ?? tokens.caseID)
        fillMarketplace(alias: found.marketplace, tokens)
        fillOrders(preamble: text.preamble, text: text.text)
        message.items = TemplateItems.items(in: isUnparsed ? text.text : text.preamble)
        fillName(found)
        fillThreadKeys(found)
        for warning in text.warnings + tokens.warnings { warn(warning) }
        fillFlags(found, text, tokens)
        fillMeaning(isUnparsed: isUnparsed)
    }

    /// The platform says that a buyer wrote, but no alias is left to answer to: kept and owed.
    mutating func fillBuyerWithoutAlias() {
        let text = BuyerTextReader(table: mail.tables.markers).read(mail.parsed)
        let tokens = FooterTokens(
            links: text.footerLinks, table: mail.tables.addresses.footer, hosts: mail.hosts)
        message.outcome = .unparsed
        message.kind = .unparsed
        message.body = text.text
        message.noResponseNeededURL = tokens.noResponseNeededURL
        message.tokens = PlatformTokens(
            thread: tokens.thread, message: tokens.message, caseID: tokens.caseID)
        fillMarketplace(alias: nil, tokens)
        fillOrders(preamble: text.preamble, text: text.text)
        message.items = TemplateItems.items(in: text.preamble)
        message.threadKeys =
            (tokens.thread.map { [ThreadKey(.platformThread, $0)] } ?? [])
            + (tokens.caseID.map { [ThreadKey(.platformCase, $0)] } ?? [])
        flag(.namedBuyerMessage)
        for warning in text.warnings + tokens.warnings { warn(warning) }
        warn(.aliasMissing)
        fillCategory()
    }

    /// A mail without a sender: nobody knows whose words these are, so they are kept and owed.
    mutating func fillUnreadable() {
        message.outcome = .unparsed
        message.kind = .unparsed
        message.body = SafeText.body(mail.parsed.bestText)
        message.alias = mail.aliasElsewhere?.alias
        fillMarketplace(alias: mail.aliasElsewhere?.marketplace, nil)
        fillOrders(preamble: "", text: message.body)
        if mail.sender == nil { warn(.senderMissing) }
        warn(.markersMissing)
        fillCategory()
    }

    private mutating func fillName(_ found: AliasFinder.Found) {
        let names = BuyerNames(table: mail.tables.addresses)
        let shown = [mail.parsed.from.first?.name ?? "", found.displayName]
        let fromSubject = SubjectReader(table: mail.tables.subjects).read(mail.parsed.subject).name
        message.buyerName =
            shown.lazy.compactMap(names.buyer).first ?? fromSubject.flatMap(names.buyer)
    }

    private mutating func fillThreadKeys(_ found: AliasFinder.Found) {
        var keys: [ThreadKey] = []
        if let thread = message.tokens.thread { keys.append(ThreadKey(.platformThread, thread)) }
        if let caseID = message.tokens.caseID { keys.append(ThreadKey(.platformCase, caseID)) }
        if let order = message.order, !message.warnings.contains(.orderFromText) {
            keys.append(ThreadKey(.aliasAndOrder, "\(found.alias.localPart)/\(order)"))
        }
        keys.append(ThreadKey(.onlyLiveTicket, found.alias.localPart))
        message.threadKeys = keys
    }

    private mutating func fillFlags(
        _ found: AliasFinder.Found, _ text: BuyerText, _ tokens: FooterTokens
    ) {
        if mail.parsed.isAutomatic { flag(.automaticHeaders) }
        if text.source == .serviceFields { flag(.writtenByPlatformService) }
        if tokens.isOldForm { flag(.oldForm) }
        if message.order == nil { flag(.noOrder) }
        if text.text.isEmpty { flag(.noText) }
        if text.text.isEmpty, message.attachments.isEmpty { warn(.emptyBody) }
        if !found.isUsual { warn(.aliasUnusual) }
        if Set(mail.aliases.map(\.alias.localPart)).count > 1 { warn(.severalAliases) }
        if !mail.isFromAmazon { warn(.senderNotPlatform) }
        if let type = mail.platformType, !mail.tables.notices.knows(type) {
            warn(.unknownNoticeType)
        }
        let absence = mail.tables.courtesy
        if absence.absenceSubjects.hasHit(in: mail.subjectWords)
            || absence.absenceTexts.hasHit(in: WordText(text.text))
        {
            flag(.absenceWords)
        }
    }

    private mutating func fillMeaning(isUnparsed: Bool) {
        fillCategory()
        guard !isUnparsed else {
            message.kind = .unparsed
            return
        }
        let judge = CourtesyJudge(
            table: mail.tables.courtesy, categories: mail.tables.categories)
        let confidence = judge.confidence(
            message.body, hasAttachments: !message.attachments.isEmpty)
        message.courtesyConfidence = confidence
        message.kind = confidence >= CourtesyJudge.courtesyFrom ? .courtesy : .buyer
    }

    private mutating func fillCategory() {
        let guess = LanguageDetector().guess(message.body, hint: message.marketplace).code
        let judgement = ShippedCategories.judgement(
            by: CategoryJudge(table: mail.tables.categories), topic: message.topic,
            text: message.body, hasOrder: message.order != nil, language: guess)
        message.judgement = judgement
        message.category = judgement.category
    }
}
