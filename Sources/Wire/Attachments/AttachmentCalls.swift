package import HelpDesk

/// Opens a file that came with a message, which the record remembers. The bytes follow by
/// `ReadAttachment`. Errors: `fileNotFound`, `fileErased`, and `fileDangerous` (danger) for saving
/// or handing on a dangerous file without accepting that.
package struct OpenAttachment: RemoteCall {
    package static let method = "attachment.open"
    package var ticket: TicketID
    package var attachment: AttachmentID
    package var purpose: OpeningPurpose
    package var acceptsDanger: Bool

    package init(
        ticket: TicketID, attachment: AttachmentID, purpose: OpeningPurpose,
        acceptsDanger: Bool = false
    ) {
        self.ticket = ticket
        self.attachment = attachment
        self.purpose = purpose
        self.acceptsDanger = acceptsDanger
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var view: AttachmentView
        /// Names this opening in `ReadAttachment`; for the opener alone, and for minutes.
        package var grant: String

        package init(view: AttachmentView, grant: String) {
            self.view = view
            self.grant = grant
        }
    }
}

/// The next bytes of an opened file; none at its end. Error `fileGrantOver` without a grant.
package struct ReadAttachment: RemoteCall {
    package static let method = "attachment.read"
    package var grant: String
    package var offset: Int

    package init(grant: String, offset: Int) {
        self.grant = grant
        self.offset = offset
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var bytes: WireBytes
        package init(bytes: WireBytes) { self.bytes = bytes }
    }
}

/// Puts a file to the caller's answer on a ticket, in pieces. The first call names no upload, each
/// later one the upload of the reply before. Errors: `fileUploadBroken` and those of
/// `OutgoingFileRules`.
package struct AttachFile: RemoteCall {
    package static let method = "draft.attach"
    package var ticket: TicketID
    package var upload: String?
    package var name: String
    /// Of the whole file.
    package var byteCount: Int
    package var bytes: WireBytes

    package init(
        ticket: TicketID, upload: String?, name: String, byteCount: Int, bytes: WireBytes
    ) {
        self.ticket = ticket
        self.upload = upload
        self.name = name
        self.byteCount = byteCount
        self.bytes = bytes
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var upload: String
        package var received: Int
        /// The finished file as the core knows it; nil while bytes are missing.
        package var file: NamedFile?
        /// All files of the draft by then.
        package var files: [NamedFile]

        package init(upload: String, received: Int, file: NamedFile?, files: [NamedFile]) {
            self.upload = upload
            self.received = received
            self.file = file
            self.files = files
        }
    }
}

/// Takes a file, or all of them, from the caller's draft.
package struct DetachFile: RemoteCall {
    package static let method = "draft.detach"
    package var ticket: TicketID
    /// Nil for all files.
    package var digest: String?

    package init(ticket: TicketID, digest: String?) {
        self.ticket = ticket
        self.digest = digest
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var files: [NamedFile]
        package init(files: [NamedFile]) { self.files = files }
    }
}

extension AttachmentView {
    /// What the bytes are; `unknown` for files stored before anybody looked.
    package var kind: FileKind { attachment.kind ?? .unknown }

    /// What speaks against opening it.
    package var danger: FileDanger? { FileDanger.of(kind, name: name) }
}
