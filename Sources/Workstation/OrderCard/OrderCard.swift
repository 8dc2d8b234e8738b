import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// What stands beside a conversation: ticket, order, parcels, earlier conversations.
struct OrderCard {
    let model: WorkstationModel
    let width: Int
    private var lines: [TextLine] = []

    init(model: WorkstationModel, width: Int) {
        self.model = model
        self.width = width
    }

    /// The card for a ticket; of one that is not here yet only what its row tells.
    static func lines(row: TicketRow, detail: TicketDetail?, model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        var card = OrderCard(model: model, width: max(20, width))
        card.addTicket(row, detail?.categoryReason)
        guard let detail else { return card.lines }
        card.addUnsureLanguage(detail)
        card.addCases(detail)
        if let order = detail.order {
            card.addOrder(order)
        } else {
            card.addMissingOrder(row, detail)
        }
        card.addOthers(detail)
        return card.lines
    }

    /// The order alone, as every card shows it.
    static func lines(order: OrderView, model: WorkstationModel, width: Int) -> [TextLine] {
        var card = OrderCard(model: model, width: max(20, width))
        card.addOrder(order)
        return card.lines
    }

    private var words: Words { model.words }

    private mutating func add(_ text: String, _ role: ThemeRole = .text, indent: Int = 0) {
        let safe = SafeText.line(text, rules: model.rules)
        for line in safe.wrapped(width: max(8, width - indent), rules: model.rules) {
            lines.append([
                StyledText(String(repeating: " ", count: indent)), StyledText(line, role),
            ])
        }
    }

    private mutating func addTitle(_ phrase: Phrase) {
        if !lines.isEmpty { lines.append([]) }
        lines.append([StyledText(words(phrase), .title, .bold)])
    }

    private mutating func addTicket(_ row: TicketRow, _ reason: CategoryReason?) {
        let ticket = row.ticket
        let owner = row.ownerName ?? words(ThreadStrings.unowned)
        lines.append([
            StyledText("\(words(OrderStrings.ticket)) \(model.number(row.id))", .title, .bold),
            StyledText("  " + words(StateWords.ticket(ticket.state)), .info),
        ])
        let place = [ticket.store.rawValue, ticket.marketplace?.rawValue].compactMap { $0 }
        add((place + [owner]).joined(separator: " · "))
        let why = reason.map { " · " + words(CategoryStrings.why($0)) } ?? ""
        add(words(CategoryWords.phrase(ticket.category)) + why, .muted)
        if ticket.state == .hold, let review = ticket.reviewAt {
            let time = model.localTime.moment(review, now: model.now)
            add(words(ThreadStrings.hold(ticket.holdReason ?? "", time)), .warning)
        }
    }

    /// The newest message's language, where the desk only guesses it (helpdesk section 3.5).
    private mutating func addUnsureLanguage(_ detail: TicketDetail) {
        guard
            let message = detail.messages.last(where: { $0.message.direction == .inbound })?
                .message,
            message.languageConfidence > 0, message.languageConfidence < Self.sureLanguage
        else { return }
        let percent = Int((message.languageConfidence * 100).rounded())
        add(words(OrderStrings.unsureLanguage(message.language.rawValue, percent)), .warning)
    }

    private static let sureLanguage = 0.7

    /// What Amazon told of the ticket and its order; what waits for us first.
    private mutating func addCases(_ detail: TicketDetail) {
        if let obstacle = detail.contactObstacle {
            let sentence = ErrorSentences.words(
                code: obstacle.code.rawValue, arguments: obstacle.arguments)
            add(words(sentence.problem), .warning)
        }
        guard !detail.cases.isEmpty else { return }
        addTitle(OrderStrings.cases)
        let open = detail.cases.filter { $0.state == .open }
        for item in open + detail.cases.filter({ $0.state != .open }) { addCase(item) }
    }

    private mutating func addCase(_ item: DeskCase) {
        let isOpen = item.state == .open
        let role: ThemeRole = !isOpen ? .muted : item.isProminent ? .error : .warning
        add("\(words(CaseWords.kind(item.kind))): \(words(CaseWords.state(item.state)))", role)
        let date = model.localTime.date(item.openedAt, now: model.now)
        var facts = [date]
        if isOpen, let due = item.reviewDue {
            let time = model.localTime.moment(due, now: model.now)
            facts.append(words(CaseWords.actUntil(time, isNamed: item.isDeadlineNamed)))
        }
        add(facts.joined(separator: " · "), .muted, indent: 4)
    }

    /// What roles keep from us is said so, and never looks empty.
    private mutating func addWithheld(_ order: Order) {
        let withheld = order.withheld ?? []
        guard !withheld.isEmpty else { return }
        let parts = withheld.map { words(OrderStrings.part($0.part)) }.joined(separator: ", ")
        for role in Set(withheld.map(\.role)).sorted() {
            add(words(OrderStrings.notPermitted(parts, role)), .warning)
        }
    }

    private mutating func addMissingOrder(_ row: TicketRow, _ detail: TicketDetail) {
        addTitle(OrderStrings.order)
        if let order = row.ticket.order {
            add(order.rawValue)
            if detail.unknownOrders.contains(order) {
                return add(words(OrderStrings.unknown), .warning)
            }
        }
        let isNamed = row.ticket.order != nil
        add(words(isNamed ? OrderStrings.notArrived : OrderStrings.noOrder), .muted)
    }

    private mutating func addOrder(_ view: OrderView) {
        let order = view.order
        lines.append([])
        lines.append([
            StyledText(order.id.rawValue, .title, .bold),
            StyledText("  " + words(StateWords.order(order.status)), .info),
        ])
        let fulfilment =
            words(order.isFulfilledByPlatform ? OrderStrings.byPlatform : OrderStrings.bySeller)
        add(([fulfilment] + order.programs).joined(separator: " · "), .muted)
        add(dates(order))
        if let place = place(view.contact) { add(words(OrderStrings.goesTo(place)), .muted) }
        addWithheld(order)
        for line in OrderFactWords.lines(order.facts, words) { add(line, .muted) }
        for item in order.items { addItem(item, of: order) }
        if let total = order.total { add(words(OrderStrings.total(money(total)))) }
        lines += OrderMoney.lines(of: order.id, model: model, width: width)
        if !order.packages.isEmpty { addTitle(OrderStrings.parcels) }
        for parcel in order.packages { addParcel(parcel) }
        addDispatches(view)
        let age = AgeWords.age(since: view.refreshedAt, now: model.now, words)
        add(words(OrderStrings.fresh(age)), .muted)
    }

    private mutating func addDispatches(_ view: OrderView) {
        guard !view.dispatches.isEmpty else { return }
        addTitle(DispatchStrings.section)
        for entry in view.dispatches.suffix(6) {
            add(DispatchLines.summary(entry, words), DispatchLines.role(entry.dispatch.state))
            let time = model.localTime.date(entry.dispatch.queuedAt, now: model.now)
            add("\(entry.authorName) · \(time)", .muted, indent: 4)
        }
    }

    private func dates(_ order: Order) -> String {
        let date = { model.localTime.date($0, now: model.now) }
        var parts = [words(OrderStrings.ordered(date(order.createdAt)))]
        if let shipBy = order.shipBy, order.status == .unshipped {
            parts.append(words(OrderStrings.shipBy(date(shipBy))))
        }
        if let until = order.deliverBy {
            let from = order.deliverFrom ?? until
            parts.append(words(OrderStrings.deliver(date(from), date(until))))
        }
        return parts.joined(separator: " · ")
    }

    private func place(_ contact: OrderContact?) -> String? {
        guard let contact else { return nil }
        let parts = [contact.postalCode, contact.city, contact.countryCode].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func money(_ money: Money) -> String {
        MoneyText.format(
            amount: money.amount, currency: money.currency, language: words.language)
    }

    private mutating func addItem(_ item: OrderItem, of order: Order) {
        let price = item.unitPrice.map { "  " + money($0) } ?? ""
        add("\(item.quantity) × \(item.title)\(price)")
        let codes = [item.asin, item.sku].compactMap { $0 }.joined(separator: " · ")
        if !codes.isEmpty { add(codes, .muted, indent: 4) }
        for line in OrderFactWords.lines(of: item, order.facts, words) {
            add(line, .muted, indent: 4)
        }
        if item.isCancelRequested { add(words(OrderStrings.cancelWanted), .warning, indent: 4) }
    }

    private mutating func addParcel(_ parcel: OrderPackage) {
        let name = [parcel.carrier, parcel.trackingNumber].compactMap { $0 }
        add(name.isEmpty ? parcel.reference : name.joined(separator: " "))
        var facts: [String] = []
        for code in [parcel.status, parcel.detailedStatus].compactMap({ $0 }) {
            let word = ParcelWords.words(code).map { words($0) } ?? ParcelWords.plain(code)
            if !word.isEmpty, !facts.contains(word) { facts.append(word) }
        }
        if let shipped = parcel.shippedAt {
            facts.append(
                words(OrderStrings.shipped(model.localTime.date(shipped, now: model.now))))
        }
        if !facts.isEmpty { add(facts.joined(separator: " · "), .muted, indent: 4) }
    }

    private mutating func addOthers(_ detail: TicketDetail) {
        if !detail.otherOrders.isEmpty {
            addTitle(OrderStrings.otherOrders)
            for order in detail.otherOrders.prefix(5) {
                add(order.rawValue)
                guard detail.unknownOrders.contains(order) else { continue }
                add(words(OrderStrings.unknown), .warning, indent: 4)
            }
        }
        if !detail.outbox.isEmpty {
            addTitle(OrderStrings.onTheWay)
            for view in detail.outbox {
                add("\(view.authorName): \(words(StateWords.outbox(view.item.state)))", .warning)
            }
        }
        guard !detail.history.isEmpty else { return }
        addTitle(OrderStrings.earlier)
        for row in detail.history.prefix(10) {
            let date = model.localTime.date(row.ticket.lastActivityAt, now: model.now)
            add("\(model.number(row.id)) \(date) \(row.subject)", .muted)
        }
    }
}
