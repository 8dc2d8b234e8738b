package import HelpDesk
package import Wire

/// A buyer's file on its way from the core to this machine.
package struct FileTransfer: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case view
        case save(path: String)
        case viewer
    }

    package var ticket: TicketID
    package var view: AttachmentView
    package var purpose: Purpose
    package var grant: String?
    package var bytes: [UInt8] = []

    init(ticket: TicketID, view: AttachmentView, purpose: Purpose) {
        self.ticket = ticket
        self.view = view
        self.purpose = purpose
    }

    var opening: OpeningPurpose {
        switch purpose {
        case .view: .view
        case .save: .save
        case .viewer: .viewer
        }
    }

    var isWhole: Bool { bytes.count >= view.attachment.byteCount }
}

/// A file of the agent's on its way to the core.
package struct FileUpload: Hashable, Sendable {
    package var name: String
    package var bytes: [UInt8]
    package var sent = 0

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The next piece; `upload` is nil for the first one.
    mutating func next(_ ticket: TicketID, _ upload: String?) -> CoreCall {
        let end = min(bytes.count, sent + WireBytes.largestChunk)
        defer { sent = end }
        return .attachFile(
            ticket, upload: upload, name: name, byteCount: bytes.count,
            bytes: Array(bytes[sent..<end]))
    }
}
