package import HelpDesk
import Wire

extension CoreSession {
    /// Puts a file to the caller's draft on a ticket, piece by piece.
    package func attach(_ file: ChosenFile, to ticket: TicketID) throws(DeskError) -> NamedFile {
        var upload: String?
        var sent = 0
        while true {
            let end = min(file.bytes.count, sent + WireBytes.largestChunk)
            let reply = try call(
                AttachFile(
                    ticket: ticket, upload: upload, name: file.name, byteCount: file.bytes.count,
                    bytes: WireBytes(Array(file.bytes[sent..<end]))))
            if let whole = reply.file { return whole }
            guard reply.received == end, end > sent else { throw DeskError(.fileUploadBroken) }
            upload = reply.upload
            sent = end
        }
    }

    /// Hands the bytes of an opened file to `take`, piece by piece, to its end.
    package func read<Failure: Error>(
        grant: String, byteCount: Int, _ take: ([UInt8]) throws(Failure) -> Void,
        refused: (DeskError) -> Failure
    ) throws(Failure) {
        var offset = 0
        while true {
            let piece: [UInt8]
            do {
                piece = try call(ReadAttachment(grant: grant, offset: offset)).bytes.bytes
            } catch { throw refused(error) }
            guard !piece.isEmpty else {
                guard offset == byteCount else { throw refused(DeskError(.fileErased)) }
                return
            }
            try take(piece)
            offset += piece.count
        }
    }
}
