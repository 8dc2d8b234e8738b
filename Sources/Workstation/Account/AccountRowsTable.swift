import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Columns and rows of an account's lists.
enum AccountRowsTable {
    static func columns(_ model: WorkstationModel, width: Int) -> [TableColumn] {
        let words = model.words
        let store = TableColumn(words(EngineColumns.store), width: .fixed(width < 100 ? 8 : 12))
        let order = TableColumn(
            words(AccountRowStrings.order), width: .fixed(19), isTelling: true)
        let day = TableColumn(words(AccountRowStrings.day), width: .fixed(10))
        switch model.accountRows.kind {
        case .returns:
            return [
                day, store, order,
                TableColumn(words(AccountRowStrings.status), width: .fixed(10)),
                TableColumn(
                    words(AccountRowStrings.quantity), width: .fixed(4), alignment: .trailing),
                TableColumn(words(AccountRowStrings.reason), width: .rest),
            ]
        case .ratings:
            return [
                day, store, order, TableColumn(words(AccountRowStrings.stars), width: .fixed(5)),
                TableColumn(words(AccountRowStrings.comment), width: .rest),
            ]
        case .settlements where model.accountRows.settlement != nil:
            return [
                TableColumn(words(EngineColumns.job), width: .fixed(5), alignment: .trailing),
                order,
                TableColumn(
                    words(AccountRowStrings.amount), width: .fixed(12), alignment: .trailing),
                TableColumn(words(AccountRowStrings.what), width: .rest),
            ]
        case .settlements:
            return [
                TableColumn(words(AccountRowStrings.until), width: .fixed(10)), store,
                TableColumn(
                    words(AccountRowStrings.settlement), width: .fixed(14), isTelling: true),
                TableColumn(
                    words(AccountRowStrings.amount), width: .fixed(14), alignment: .trailing),
                TableColumn(
                    words(AccountRowStrings.lines), width: .fixed(6), alignment: .trailing),
                TableColumn(words(AccountRowStrings.check), width: .rest),
            ]
        case .stock:
            return [
                store, TableColumn(words(AccountRowStrings.site), width: .fixed(4)),
                TableColumn(words(AccountRowStrings.sku), width: .fixed(16), isTelling: true),
                TableColumn(words(AccountRowStrings.keeper), width: .fixed(8)),
                number(words(AccountRowStrings.available)),
                number(words(AccountRowStrings.inbound)),
                number(words(AccountRowStrings.reserved)),
                TableColumn(words(AccountRowStrings.product), width: .rest),
            ]
        }
    }

    private static func number(_ title: String) -> TableColumn {
        TableColumn(title, width: .fixed(7), alignment: .trailing)
    }

    static func row(_ row: AccountRow, _ model: WorkstationModel, width: Int) -> TableRow {
        let day: (Timestamp?) -> TextLine = { instant in
            let text = instant.map { model.localTime.date($0, now: model.now) }
            return [StyledText(text ?? "-", .muted)]
        }
        let store: TextLine = [StyledText(row.store.rawValue)]
        let order: TextLine = [StyledText(SafeText.line(row.order?.rawValue ?? "-"))]
        switch row {
        case .returned(let view):
            let item = view.item
            let why = [item.reason, item.title].compactMap(\.self).joined(separator: " · ")
            return TableRow(cells: [
                day(item.requestedAt), store, order, plain(item.status),
                plain("\(item.quantity)"), plain(why),
            ])
        case .rated(let view):
            let rating = view.feedback.rating
            let role: ThemeRole = rating <= 2 ? .error : rating == 3 ? .warning : .ok
            return TableRow(cells: [
                day(view.feedback.date), store, order, [StyledText("\(rating)★", role)],
                plain(view.feedback.comment),
            ])
        case .settled(let view):
            let role: ThemeRole = view.isBalanced ? .ok : .error
            let said = model.words(
                view.isBalanced ? AccountStrings.balanced : AccountRowStrings.unbalanced)
            return TableRow(cells: [
                day(view.end), store, plain(view.settlementID),
                plain(money(view.total.amount, view, model)), plain("\(view.lineCount)"),
                [StyledText((view.isBalanced ? "+ " : "! ") + said, role)],
            ])
        case .line(let view, let line):
            let what = [line.transactionType, line.amountType, line.amountDescription, line.sku]
            return TableRow(cells: [
                plain("\(line.line)"), order, plain(money(line.amount, view, model)),
                plain(what.compactMap(\.self).joined(separator: " · ")),
            ])
        case .stocked(let view):
            let level = view.level
            let role: ThemeRole = level.available == 0 ? .error : .text
            return TableRow(cells: [
                store, plain(model.site(of: level.marketplaceID, store: view.store)),
                plain(level.sku), plain(model.words(AccountRowStrings.keeper(level.keeper))),
                [StyledText("\(level.available)", role)], plain("\(level.inbound)"),
                plain("\(level.reserved)"), plain(level.title ?? level.asin ?? ""),
            ])
        }
    }

    private static func plain(_ text: String) -> TextLine { [StyledText(SafeText.line(text))] }

    static func money(_ amount: String, _ view: SettlementView, _ model: WorkstationModel)
        -> String
    {
        MoneyText.format(
            amount: amount, currency: view.total.currency, language: model.words.language)
    }
}

extension WorkstationModel {
    /// The desk's name of a marketplace where the account was read, else the platform's own.
    func site(of marketplaceID: String, store: StoreID) -> String {
        let known = account.accounts.first { $0.store == store }?.participations?.marketplaces
            .first { $0.marketplaceID == marketplaceID }
        return AccountLines.site(known?.countryCode ?? String(marketplaceID.suffix(4)))
    }
}
