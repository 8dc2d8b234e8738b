import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What went back to the buyer of an order, on its card: only after somebody asked.
enum OrderMoney {
    static func lines(of order: OrderID, model: WorkstationModel, width: Int) -> [TextLine] {
        guard let view = model.finances, view.finances.order == order else { return [] }
        let words = model.words
        let hasRefunds = !view.refunds.isEmpty
        var lines = wrapped(words(summary(view, words)), hasRefunds ? .info : .muted, width)
        for entry in view.finances.transactions.suffix(6) {
            lines += wrapped("  " + text(of: entry, model), .text, width)
        }
        lines += wrapped(words(age(view, model)), .muted, width)
        return lines
    }

    /// What was refunded in all, or that nothing was.
    static func summary(_ view: FinancesView, _ words: Words) -> Phrase {
        let refunds = view.refunds.map {
            MoneyText.format(amount: $0.amount, currency: $0.currency, language: words.language)
        }
        return refunds.isEmpty
            ? OrderMoneyStrings.noRefund
            : OrderMoneyStrings.refunded(refunds.joined(separator: ", "))
    }

    /// How old the books are, and by how much they lag themselves.
    static func age(_ view: FinancesView, _ model: WorkstationModel) -> Phrase {
        let age = AgeWords.age(since: view.fetchedAt, now: model.now, model.words)
        return OrderMoneyStrings.asOf(age, view.lagHours)
    }

    private static func text(of entry: MoneyTransaction, _ model: WorkstationModel) -> String {
        let day = entry.postedAt.map { model.localTime.date($0, now: model.now) }
        let total = entry.total.map {
            MoneyText.format(
                amount: $0.amount, currency: $0.currency, language: model.words.language)
        }
        return [day, entry.type, total].compactMap { $0 }.joined(separator: "  ")
    }

    private static func wrapped(_ text: String, _ role: ThemeRole, _ width: Int) -> [TextLine] {
        SafeText.line(text).wrapped(width: max(8, width)).map { [StyledText($0, role)] }
    }
}

enum OrderMoneyStrings {
    static let noRefund = Phrase("card.no-refund", "no refund in the books")
    static let noOrder = Phrase("card.money-no-order", "This conversation names no order.")

    static func refunded(_ amounts: String) -> Phrase {
        Phrase("card.refunded", "refunded {amounts}", ["amounts": amounts])
    }
    static func asOf(_ age: String, _ hours: Int) -> Phrase {
        Phrase(
            "card.money-as-of", "books as of {age} ago; they lag up to {hours} h",
            ["age": age, "hours": String(hours)])
    }
}
