import Channels
import HelpDesk
import MailKit

extension InboundDraft {
    /// The marketplace by the strongest evidence there is (amazon section 2.2).
    mutating func fillMarketplace(alias: MarketplaceCode?, _ tokens: FooterTokens?) {
        let table = mail.tables.marketplaces
        let header = mail.parsed.headers["X-Marketplace-ID"].map { SafeText.line($0, limit: 40) }
        let byHeader = header.flatMap { table.marketplace(id: $0.uppercased()) }?.code
        let byFooter = tokens?.marketplaceID.flatMap { table.marketplace(id: $0) }?.code
        let byLink = tokens?.linkHost.flatMap(mail.hosts.marketplace(ofLink:))
        let evidence: [(MarketplaceEvidence, MarketplaceCode?)] = [
            (.header, byHeader), (.footer, byFooter), (.alias, alias), (.link, byLink),
            (.storeDefault, mail.context.defaultMarketplace),
        ]
        let best = evidence.first { $0.1 != nil }
        message.marketplace = best?.1
        message.marketplaceEvidence = best?.0 ?? .none
        let said = Set([byHeader, byFooter, alias].compactMap { $0 })
        if said.count > 1 { warn(.marketplaceConflict) }
        if message.marketplace == nil { warn(.marketplaceUnknown) }
    }

    /// The order that the template names leads; numbers in the buyer's words are linked only.
    mutating func fillOrders(preamble: String, text: String) {
        let fromSubject = OrderNumbers.all(in: mail.parsed.subject)
        let template = fromSubject + OrderNumbers.all(in: preamble)
        let inText = OrderNumbers.all(in: text)
        var all: [OrderID] = []
        for order in template + inText where !all.contains(order) { all.append(order) }
        message.order = all.first
        message.otherOrders = Array(all.dropFirst())
        if template.isEmpty, message.order != nil { warn(.orderFromText) }
        if Set(template).count > 1 { warn(.severalOrders) }
    }

    /// What notices and reports have in common: their whole text, order and marketplace.
    mutating func fillPlain() {
        message.body = SafeText.body(mail.parsed.bestText)
        let links =
            LinkScan.links(inHTML: mail.parsed.html ?? "") + LinkScan.links(inText: message.body)
        let tokens = FooterTokens(
            links: links, table: mail.tables.addresses.footer, hosts: mail.hosts)
        fillMarketplace(alias: mail.relayMarketplace, nil)
        if message.marketplaceEvidence == .none || message.marketplaceEvidence == .storeDefault,
            let shop = (tokens.linkHost ?? mail.nationalSenderHost).flatMap(
                mail.hosts.marketplace(ofLink:))
        {
            message.marketplace = shop
            message.marketplaceEvidence = .link
            message.warnings.removeAll { $0 == .marketplaceUnknown }
        }
        message.tokens = PlatformTokens(thread: tokens.thread, caseID: tokens.caseID)
        message.threadKeys =
            (tokens.thread.map { [ThreadKey(.platformThread, $0)] } ?? [])
            + (tokens.caseID.map { [ThreadKey(.platformCase, $0)] } ?? [])
        fillOrders(preamble: message.body, text: "")
        message.items = TemplateItems.items(in: message.body)
    }
}
