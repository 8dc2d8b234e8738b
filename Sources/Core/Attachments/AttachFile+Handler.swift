package import HelpDesk
import MailKit
import Store
package import Wire

extension AttachFile: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let name = FileName.cleaned(name)
        guard !name.isEmpty else { throw DeskError(.badRequest, ["field": "name"]) }
        guard bytes.bytes.count <= WireBytes.largestChunk else {
            throw DeskError(.badRequest, ["limit": String(WireBytes.largestChunk)])
        }
        let files = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            return try transaction.draftFiles(ticket: ticket.id, person: caller.person)
        }
        let key = try upload ?? begin(name, files, desk, caller)
        let whole = try desk.fileUploads.add(
            bytes.bytes, to: key, of: caller.person, on: ticket)
        guard whole.bytes.count == whole.byteCount else {
            return Reply(upload: key, received: whole.bytes.count, file: nil, files: files)
        }
        let (file, all) = try await keep(whole, desk, caller)
        return Reply(upload: key, received: whole.bytes.count, file: file, files: all)
    }

    /// What can be refused before any byte is kept is refused here.
    private func begin(
        _ name: String, _ files: [NamedFile], _ desk: Desk, _ caller: Principal
    ) throws -> String {
        guard byteCount <= OutgoingFileRules.totalBytes else {
            throw DeskError(
                .filesTooLarge, ["limit": String(OutgoingFileRules.totalBytes / 1_000_000)])
        }
        try OutgoingFileRules.checkSize(byteCount)
        let key = desk.random.token()
        desk.fileUploads.begin(
            key,
            FileUploads.Upload(
                person: caller.person, ticket: ticket, name: name, byteCount: byteCount))
        return key
    }

    private func keep(
        _ upload: FileUploads.Upload, _ desk: Desk, _ caller: Principal
    ) async throws -> (NamedFile, [NamedFile]) {
        let file = NamedFile(
            file: OutgoingFile(
                kind: FileSniffer.kind(of: upload.bytes), byteCount: upload.byteCount,
                digest: ContentDigest.of(upload.bytes)), name: upload.name)
        return try await desk.act(as: caller) { transaction in
            let ticket = try transaction.visibleTicket(upload.ticket, to: caller)
            // The same bytes again are the same file, perhaps under a better name.
            var files = try transaction.draftFiles(ticket: ticket.id, person: caller.person)
                .filter { $0.file.digest != file.file.digest }
            try OutgoingFileRules.check(
                file.file.kind, name: file.name, byteCount: file.file.byteCount,
                others: files.map(\.file.byteCount))
            files.append(file)
            try transaction.putFile(file.file.digest, upload.bytes)
            try transaction.keepDraftFiles(ticket.id, caller.person, files)
            return (file, files)
        }
    }
}

extension WriteTransaction {
    /// Makes `files` the files of a person's draft.
    func keepDraftFiles(_ ticket: TicketID, _ person: PersonID, _ files: [NamedFile]) throws {
        guard try draftFiles(ticket: ticket, person: person) != files else { return }
        try record(
            .draftFilesKept(
                DraftFiles(ticket: ticket, person: person, files: files.map(\.file))))
        try putDraftFileNames(ticket, person, files.map(\.name))
    }
}
