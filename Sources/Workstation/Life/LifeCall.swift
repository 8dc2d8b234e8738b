package import HelpDesk
package import SwiftExtensions
package import Wire

/// What the workstation may ask about the life of tickets.
package enum LifeCall: Hashable, Sendable {
    case snooze(TicketID, until: Timestamp)
    case restore(TicketID)
    case undo(TicketID)
    case merge(TicketID, with: TicketID)
    case unmerge(TicketID)
    case joinBuyers(TicketID, with: TicketID, isOn: Bool, reason: String)
    case correctKind(MessageID, MessageKind, reason: String)
    case split(TicketID, [MessageID])
    case link(TicketID, to: TicketID, LinkKind, isOn: Bool)
    case priority(TicketID, TicketPriority)
    case category(TicketID, InquiryCategory)
    case flag(TicketID, FlagTicket.Flag, isOn: Bool)
    case watch(TicketID, isOn: Bool)
    case tag(TicketID, String, isOn: Bool)
    case tags(TicketID)
    case editNote(MessageID, text: String)
    case deleteNote(MessageID)
    case noteDue(MessageID, Timestamp?)
    case mentions
    case readMentions(NoticeID)
    case bulk([TicketID], BulkAct)
}

package enum LifeAnswer: Sendable {
    case row(TicketRow)
    case tags(ListTags.Reply)
    case mentions([MentionView])
    case bulk(ActOnTickets.Reply)
    case done
}
