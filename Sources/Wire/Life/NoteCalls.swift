package import HelpDesk
package import SwiftExtensions

/// Changes a note's words; its author's right for ten minutes.
package struct EditNote: RemoteCall {
    package static let method = "note.edit"
    package typealias Reply = TicketRow
    package var note: MessageID
    package var text: String
    package init(note: MessageID, text: String) {
        self.note = note
        self.text = text
    }
}

/// Takes a note away. A tombstone stays; the words are sealed for auditors.
package struct DeleteNote: RemoteCall {
    package static let method = "note.delete"
    package typealias Reply = TicketRow
    package var note: MessageID
    package init(note: MessageID) { self.note = note }
}

/// Has a note ask for a look at `due`, or says with nil that what it asked for is done.
package struct SetNoteDue: RemoteCall {
    package static let method = "note.due"
    package typealias Reply = TicketRow
    package var note: MessageID
    package var due: Timestamp?
    package init(note: MessageID, due: Timestamp?) {
        self.note = note
        self.due = due
    }
}

/// A personal notice with what a list shows of its ticket.
package struct MentionView: Codable, Sendable, Hashable, Identifiable {
    package var notice: PersonalNotice
    package var givenAt: Timestamp
    package var readAt: Timestamp?
    package var buyerName: String
    /// Start of the note or message that it is about.
    package var excerpt: String

    package var id: NoticeID { notice.id }

    package init(
        notice: PersonalNotice, givenAt: Timestamp, readAt: Timestamp?, buyerName: String,
        excerpt: String
    ) {
        self.notice = notice
        self.givenAt = givenAt
        self.readAt = readAt
        self.buyerName = buyerName
        self.excerpt = excerpt
    }
}

/// What the caller was told personally, newest first.
package struct ListMentions: RemoteCall {
    package static let method = "mention.list"
    package var isUnreadOnly: Bool
    /// 1 to 200.
    package var limit: Int
    package init(isUnreadOnly: Bool = true, limit: Int = 50) {
        self.isUnreadOnly = isUnreadOnly
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var mentions: [MentionView]
        package init(mentions: [MentionView]) { self.mentions = mentions }
    }
}

/// The caller has read the notices up to this one.
package struct ReadMentions: RemoteCall {
    package static let method = "mention.read"
    package var through: NoticeID
    package init(through: NoticeID) { self.through = through }

    package struct Reply: Codable, Sendable, Hashable {
        package var unread: Int
        package init(unread: Int) { self.unread = unread }
    }
}
