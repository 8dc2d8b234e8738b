import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The columns of the inbox. Fixed ones stand before free text, so that a terminal which reorders
/// Arabic or Hebrew harms the last ones only.
enum InboxColumn: CaseIterable {
    case left, site, store, language, owner, order, last, buyer, about

    /// What a list of this width has room for.
    static func columns(width: Int) -> [InboxColumn] {
        switch width {
        case ..<60: [.left, .site, .buyer, .about]
        case ..<110: [.left, .site, .store, .language, .owner, .buyer, .about]
        case ..<135: [.left, .site, .store, .language, .owner, .order, .buyer, .about]
        default: allCases
        }
    }

    func column(_ words: Words, listWidth: Int) -> TableColumn {
        switch self {
        case .left: TableColumn(words(InboxStrings.left), width: .fixed(10), isTelling: true)
        case .site: TableColumn(words(InboxStrings.site), width: .fixed(4))
        case .store: TableColumn(words(InboxStrings.store), width: .fixed(8))
        case .language: TableColumn(words(InboxStrings.language), width: .fixed(4))
        case .owner: TableColumn(words(InboxStrings.owner), width: .fixed(8))
        case .order: TableColumn(words(InboxStrings.order), width: .fixed(19))
        case .last: TableColumn(words(InboxStrings.last), width: .fixed(5))
        case .buyer:
            TableColumn(
                words(InboxStrings.buyer),
                width: listWidth < 110 ? .flexible(weight: 2, minimum: 10) : .fixed(18),
                isTelling: true)
        case .about:
            TableColumn(words(InboxStrings.about), width: .flexible(weight: 5, minimum: 12))
        }
    }

    func cell(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        let ticket = row.ticket
        switch self {
        case .left: return Self.mark(row, model) + Self.left(row, model)
        case .site: return [StyledText(ticket.marketplace?.rawValue ?? "-", .badge)]
        case .store: return [StyledText(ticket.store.rawValue, .muted)]
        case .language: return [StyledText(Self.language(ticket.language), .muted)]
        case .owner: return Self.owner(row, model)
        case .order: return [StyledText(ticket.order?.rawValue ?? "-", .muted)]
        case .last:
            return [StyledText(TimeLeft.age(since: ticket.lastActivityAt, now: model.now), .muted)]
        case .buyer: return [StyledText(row.buyerName.isEmpty ? "-" : row.buyerName)]
        case .about: return Self.about(row, model)
        }
    }

    /// A sign before selected tickets; the column moves over only while there are any.
    private static func mark(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        guard !model.inbox.marked.isEmpty else { return [] }
        return [StyledText(model.inbox.marked.contains(row.id) ? "x" : " ", .accent, .bold)]
    }

    /// Time left by the earliest clock, with a mark for its band, and with `~` where newer messages
    /// may be unseen; without a clock the state instead.
    private static func left(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        guard let due = row.ticket.clockDue else {
            return [StyledText(model.words(StateWords.brief(row.ticket.state)), .muted)]
        }
        let band = Band(row.ticket, now: model.now)
        let blind = model.isBlind(row.ticket.store) ? "~" : ""
        let clock = blind + TimeLeft.clock(until: due, now: model.now)
        let space = String(repeating: " ", count: max(0, 6 - clock.utf8.count))
        return [StyledText("\(band.mark) \(space)\(clock)", band.style)]
    }

    /// `zh` for `zh-Hans`: the column has room for the language alone.
    private static func language(_ code: LanguageCode) -> String {
        String(code.rawValue.prefix { $0 != "-" })
    }

    private static func owner(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        guard let name = row.ownerName else { return [StyledText("-", .muted)] }
        return [StyledText(name, row.ticket.owner == model.me?.person ? .accent : .text)]
    }

    /// What the clock is about where it is no plain answer, and how many messages wait.
    private static func clocks(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        var line: TextLine = []
        if let item = row.nextCase {
            let more = row.ticket.openCases > 1 ? " +\(row.ticket.openCases - 1)" : ""
            let word = model.words(CaseWords.kind(item.kind))
            line.append(StyledText("[\(word)\(more)] ", item.isProminent ? .error : .warning))
        }
        if row.ticket.excuseDebts > 0 {
            line.append(StyledText("[\(model.words(InboxStrings.tick))] ", .warning))
        }
        if row.unreadAtReply > 0 {
            let word = model.words(CollisionStrings.unread(row.unreadAtReply))
            line.append(StyledText("[\(word)] ", .warning))
        }
        if row.ticket.owedDebts > 1 {
            line.append(StyledText("x\(row.ticket.owedDebts) ", .info))
        }
        return line
    }

    private static func about(_ row: TicketRow, _ model: WorkstationModel) -> TextLine {
        var line = PresenceLines.mark(row.id, model)
        if row.hasDeliveryProblem {
            line.append(StyledText("[\(model.words(InboxStrings.problem))] ", .error))
        }
        line += LifeLines.marks(row, model)
        line += Self.clocks(row, model)
        if row.isCourtesy {
            line.append(StyledText("[\(model.words(InboxStrings.courtesy))] ", .info))
        }
        if row.ticket.attachmentCount > 0 {
            line.append(StyledText("@\(row.ticket.attachmentCount) ", .info))
        }
        let topic = TopicText.topic(of: row.subject, buyer: row.buyerName)
        line.append(StyledText(row.excerpt.isEmpty ? topic : row.excerpt))
        if !row.excerpt.isEmpty, !topic.isEmpty {
            line.append(StyledText("  " + topic, .muted))
        }
        return line
    }
}
