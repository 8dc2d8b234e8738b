import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// One row of an account in full: every field that the platform gave, then the order and the tickets
/// that belong to it.
struct AccountRowCard {
    private let model: WorkstationModel
    private let width: Int
    private var lines: [TextLine] = []

    private static let labelWidth = 18

    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let row = model.accountRows.selected else { return [] }
        var card = AccountRowCard(model: model, width: width)
        card.add(row)
        card.addOrder(of: row)
        return card.lines
    }

    private init(model: WorkstationModel, width: Int) {
        self.model = model
        self.width = max(24, width)
    }

    private mutating func add(_ row: AccountRow) {
        field(EngineColumns.store, row.store.rawValue)
        switch row {
        case .returned(let view): add(view.item)
        case .rated(let view): add(view.feedback)
        case .settled(let view): add(view)
        case .line(let view, let line): add(line, of: view)
        case .stocked(let view): add(view)
        }
    }

    private mutating func add(_ item: ReturnedItem) {
        field(AccountRowStrings.order, item.order.rawValue)
        field(AccountRowStrings.rma, item.rma)
        time(AccountRowStrings.requested, item.requestedAt)
        field(AccountRowStrings.status, item.status)
        field(AccountRowStrings.product, item.title)
        field(AccountRowStrings.sku, item.sku)
        field(AccountRowStrings.asin, item.asin)
        field(AccountRowStrings.quantity, "\(item.quantity)")
        field(AccountRowStrings.reason, item.reason)
        field(AccountRowStrings.resolution, item.resolution)
        field(AccountRowStrings.carrier, item.carrier)
        field(AccountRowStrings.tracking, item.trackingNumber)
        field(AccountRowStrings.claimed, yes(item.isClaimed), item.isClaimed ? .error : .text)
        field(AccountRowStrings.refunded, item.refunded.map { money($0) })
    }

    private mutating func add(_ feedback: SellerFeedback) {
        field(AccountRowStrings.order, feedback.order.rawValue)
        time(AccountRowStrings.day, feedback.date)
        field(AccountRowStrings.stars, "\(feedback.rating)★")
        field(AccountRowStrings.comment, feedback.comment)
        field(AccountRowStrings.response, feedback.response)
    }

    private mutating func add(_ view: SettlementView) {
        field(AccountRowStrings.settlement, view.settlementID)
        time(AccountRowStrings.from, view.start)
        time(AccountRowStrings.until, view.end)
        time(AccountRowStrings.deposited, view.depositedAt)
        field(AccountRowStrings.amount, money(view.total))
        field(AccountRowStrings.lines, "\(view.lineCount)")
        field(
            AccountRowStrings.sum,
            view.sum.map { AccountRowsTable.money($0, view, model) },
            view.isBalanced ? .text : .error)
        field(
            AccountRowStrings.check,
            model.words(view.isBalanced ? AccountStrings.balanced : AccountRowStrings.unbalanced),
            view.isBalanced ? .ok : .error)
    }

    private mutating func add(_ line: SettlementLine, of view: SettlementView) {
        field(AccountRowStrings.settlement, view.settlementID)
        field(AccountRowStrings.line, "\(line.line)")
        time(AccountRowStrings.posted, line.postedAt)
        field(AccountRowStrings.what, line.transactionType)
        field(AccountRowStrings.amountType, line.amountType)
        field(AccountRowStrings.amountDescription, line.amountDescription)
        field(AccountRowStrings.amount, AccountRowsTable.money(line.amount, view, model))
        field(AccountRowStrings.order, line.order?.rawValue)
        field(AccountRowStrings.sku, line.sku)
        field(AccountRowStrings.quantity, line.quantity.map { "\($0)" })
        field(AccountRowStrings.site, line.marketplaceName)
    }

    private mutating func add(_ view: StockView) {
        let level = view.level
        field(AccountRowStrings.sku, level.sku)
        field(AccountRowStrings.asin, level.asin)
        field(AccountRowStrings.product, level.title)
        let site = model.site(of: level.marketplaceID, store: view.store)
        field(AccountRowStrings.site, "\(site) · \(level.marketplaceID)")
        field(AccountRowStrings.keeper, model.words(AccountRowStrings.keeper(level.keeper)))
        field(
            AccountRowStrings.available, "\(level.available)",
            level.available == 0 ? .error : .text)
        field(AccountRowStrings.inbound, "\(level.inbound)")
        field(AccountRowStrings.reserved, "\(level.reserved)")
        field(AccountRowStrings.researching, "\(level.researching)")
        field(AccountRowStrings.unfulfillable, "\(level.unfulfillable)")
        time(AccountRowStrings.counted, level.updatedAt)
        time(AccountRowStrings.seen, view.seenAt)
    }

    private mutating func addOrder(of row: AccountRow) {
        guard let order = row.order else { return }
        lines.append([])
        guard let view = model.accountRows.order, view.order.id == order else {
            let phrase =
                model.accountRows.isOpen
                ? AccountRowStrings.orderUnknown : AccountRowStrings.openForOrder
            lines.append([StyledText(model.words(phrase), .muted)])
            return
        }
        let numbers = view.tickets.map { model.number($0) }.joined(separator: " ")
        field(
            AccountRowStrings.tickets,
            numbers.isEmpty ? model.words(AccountRowStrings.noTickets) : numbers,
            numbers.isEmpty ? .muted : .info)
        lines += OrderCard.lines(order: view, model: model, width: width)
    }

    /// A field that the platform did not give has a dash, so that its absence is seen.
    private mutating func field(_ name: Phrase, _ text: String?, _ role: ThemeRole = .text) {
        let label = StyledText(model.words(name).padded(to: Self.labelWidth), .muted)
        let safe = SafeText.line(text ?? "", rules: model.rules)
        guard !safe.isEmpty else {
            lines.append([label, StyledText("-", .muted)])
            return
        }
        let wrapped = safe.wrapped(width: width - Self.labelWidth, rules: model.rules)
        for (index, part) in wrapped.enumerated() {
            let blank = StyledText(String(repeating: " ", count: Self.labelWidth))
            lines.append([index == 0 ? label : blank, StyledText(part, role)])
        }
    }

    private mutating func time(_ name: Phrase, _ instant: Timestamp?) {
        field(name, instant.map { model.localTime.moment($0, now: model.now) })
    }

    private func money(_ money: Money) -> String {
        MoneyText.format(
            amount: money.amount, currency: money.currency, language: model.words.language)
    }

    private func yes(_ flag: Bool) -> String {
        model.words(flag ? AccountRowStrings.yes : AccountRowStrings.no)
    }
}
