package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension OpenAttachment: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (view, store) = try await desk.act(as: caller) { transaction in
            let (view, store) = try visible(transaction, caller)
            if let danger = view.danger, purpose != .view, !acceptsDanger {
                throw DeskError(.fileDangerous, ["danger": danger.rawValue])
            }
            guard try transaction.fileBytes(view.attachment.digest) != nil else {
                throw DeskError(.fileErased)
            }
            try transaction.record(
                .attachmentOpened(
                    AttachmentOpening(
                        attachment: attachment, purpose: purpose, danger: view.danger)))
            return (view, store)
        }
        let name = desk.random.token()
        desk.fileGrants.give(
            name,
            FileGrants.Grant(
                person: caller.person, store: store, digest: view.attachment.digest,
                until: desk.clock.now + FileGrants.duration), now: desk.clock.now)
        return Reply(view: view, grant: name)
    }

    /// The file, if it belongs to a ticket that the caller may see.
    private func visible(
        _ transaction: ReadTransaction, _ caller: Principal
    ) throws -> (AttachmentView, StoreID) {
        let ticket = try transaction.visibleTicket(ticket, to: caller)
        guard let found = try transaction.attachment(attachment),
            try transaction.message(found.message)?.ticket == ticket.id
        else {
            throw DeskError(.fileNotFound, ["file": String(attachment.rawValue)])
        }
        let name = try transaction.attachmentName(found.id) ?? ""
        return (AttachmentView(attachment: found, name: name), ticket.store)
    }
}
