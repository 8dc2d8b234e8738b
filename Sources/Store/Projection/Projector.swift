import GRDB
import HelpDesk
import SwiftExtensions

/// Folds events into rows. What a row becomes depends on the rows before and on the event, and on
/// nothing else, so that replaying the log gives the same rows.
struct Projector {
    let db: Database

    /// Changes the rows by one event and says which ticket it is about, if any. Throws when the
    /// event does not fit: an unknown id, or another state than the one it moves from.
    func project(_ record: EventRecord) throws -> TicketID? {
        switch record.event {
        case .dispatchAdded(let dispatch): return try add(dispatch)
        case .dispatchMoved(let move): return try self.move(move)
        case .storeConfigured(let profile): try configure(profile)
        case .personSaved(let person): try save(person)
        case .credentialRenewed(let renewal): try renew(renewal)
        case .credentialWarned(let warning): try warn(warning)
        case .rawMailStored(let mail): try store(mail)
        case .rawMailSettled(let settlement): return try settle(settlement)
        case .rawMailReleased(let release): try self.release(release, record)
        case .buyerSeen(let buyer): try see(buyer)
        case .optOutNoted(let optOut): return try note(optOut)
        case .storeRestricted(let restriction): try note(restriction)
        case .cursorMoved(let cursor): try move(cursor)
        case .mailboxWentLive(let live): try goLive(live)
        case .ticketOpened, .ticketClassified, .ticketOrderLinked, .ticketOrderNamed,
            .ticketAssigned,
            .ticketStateChanged:
            return try projectTicket(record)
        case .messageAdded(let message): return try add(message, record)
        case .attachmentAdded(let attachment): return try add(attachment)
        case .attachmentOpened(let opening): return try open(opening)
        case .draftFilesKept(let files): return try keep(files)
        case .outboxFileAdded(let file): return try add(file)
        case .debtCreated(let debt): return try create(debt)
        case .debtMoved(let move): return try self.move(move)
        case .caseOpened(let item): return try open(item)
        case .caseNoted(let notice): return try note(notice)
        case .caseMoved(let move): return try self.move(move)
        case .outboxAdded(let item): return try add(item)
        case .outboxMoved(let move): return try self.move(move)
        case .lintOverridden(let item, let lint): return try override(item, lint)
        case .draftKept(let mark): return try keep(mark)
        case .orderSaved(let order): try save(order, at: record.at)
        case .life(let event): return try life(event, record)
        case .account(let event): try account(event, at: record.at)
        case .clock(let event): return try clock(event, record)
        case .category(let event): return try category(event, record)
        case .quality(let event): return try quality(event, record)
        case .routing(let event): return try routing(event, record)
        case .wall(let event): try wall(event, at: record.at)
        case .rights(let event): return try rights(event)
        case .templateSaved(let template): try save(template)
        case .library(let event): return try library(event, record)
        case .jobAdded(let job): try add(job, at: record.at)
        case .jobMoved(let move): try self.move(move, at: record.at)
        case .syncReported(let report): try note(report)
        case .alarmRaised(let alarm): try raise(alarm, at: record.at)
        case .alarmSettled(let alarm): try settle(alarm, at: record.at)
        case .spotCheckDrawn(let check): try draw(check, at: record.at)
        case .spotCheckRecorded(let finding): try note(finding, at: record.at)
        case .chronicle: break  // The record itself has no rows.
        }
        return nil
    }

    private func projectTicket(_ record: EventRecord) throws -> TicketID? {
        switch record.event {
        case .ticketOpened(let opening): return try open(opening)
        case .ticketClassified(let ticket, let language, let category):
            return try classify(ticket, language, category)
        case .ticketOrderLinked(let ticket, let order): return try link(ticket, order)
        case .ticketOrderNamed(let ticket, let order): return try name(order, on: ticket)
        case .ticketAssigned(let assignment): return try assign(assignment)
        case .ticketStateChanged(let change): return try self.change(change, record)
        default: return nil
        }
    }

    /// An event that names a row nobody wrote: a fault of the program, not of a person.
    static func unknown(_ what: String, _ id: Int64) -> DeskError {
        DeskError(.internalError, detail: "The event names \(what) \(id), which does not exist.")
    }
}
