/// A file on its way to a buyer, without its name, which is content.
package struct OutgoingFile: Hashable, Sendable, Codable {
    package var kind: FileKind
    package var byteCount: Int
    /// SHA-256 of the bytes in lower-case hex; finds them.
    package var digest: String

    package init(kind: FileKind, byteCount: Int, digest: String) {
        self.kind = kind
        self.byteCount = byteCount
        self.digest = digest
    }
}

/// A file with the name that the buyer will see.
package struct NamedFile: Hashable, Sendable, Codable {
    package var file: OutgoingFile
    package var name: String

    package init(file: OutgoingFile, name: String) {
        self.file = file
        self.name = name
    }
}

/// All files that a person has put to an answer; replaces the earlier list.
package struct DraftFiles: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var person: PersonID
    package var files: [OutgoingFile]

    package init(ticket: TicketID, person: PersonID, files: [OutgoingFile]) {
        self.ticket = ticket
        self.person = person
        self.files = files
    }
}

/// One file of a reply in the outbox.
package struct OutboxFile: Hashable, Sendable, Codable {
    package var item: OutboxID
    package var position: Int
    package var file: OutgoingFile

    package init(item: OutboxID, position: Int, file: OutgoingFile) {
        self.item = item
        self.position = position
        self.file = file
    }
}

/// What a file is opened for.
package enum OpeningPurpose: String, Codable, Sendable, CaseIterable {
    /// Its words or measures are shown, and nothing runs.
    case view
    case save
    /// Another program gets it.
    case viewer
}

/// Somebody opened a file that a buyer sent.
package struct AttachmentOpening: Hashable, Sendable, Codable {
    package var attachment: AttachmentID
    package var purpose: OpeningPurpose
    /// What the person was warned of and went on.
    package var danger: FileDanger?

    package init(attachment: AttachmentID, purpose: OpeningPurpose, danger: FileDanger?) {
        self.attachment = attachment
        self.purpose = purpose
        self.danger = danger
    }
}
