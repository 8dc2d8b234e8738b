extension DeskError.Code {
    /// A reason names the buyer or an address; argument: `place`.
    package static let reasonPersonal: Self = "ticket.reason_personal"
    /// A snooze would outlast a deadline; argument `latest` is the last instant that does not.
    package static let snoozeTooLong: Self = "ticket.snooze_too_long"
    /// An answer is due too soon for any snooze; argument `due`.
    package static let snoozeNoRoom: Self = "ticket.snooze_no_room"
    /// Nothing that a buyer's message interrupted is left to go back to.
    package static let nothingSuspended: Self = "ticket.nothing_suspended"
    package static let nothingToUndo: Self = "ticket.nothing_to_undo"
    /// Argument `minutes`: how long a change can be undone.
    package static let undoTooLate: Self = "ticket.undo_too_late"
    /// Somebody else acted on the ticket since.
    package static let undoOthersActed: Self = "ticket.undo_others_acted"
    package static let mergeSelf: Self = "merge.self"
    /// One of the two is merged already; argument `ticket`.
    package static let mergeMerged: Self = "merge.merged"
    package static let mergeOtherBuyer: Self = "merge.other_buyer"
    /// Two aliases are one person only through a third; argument `ticket`: one of the third's.
    package static let buyersLinkedThrough: Self = "merge.linked_through"
    package static let mergeOtherAccount: Self = "merge.other_account"
    package static let notMerged: Self = "merge.not_merged"
    /// Argument `days`: how long a merge can be taken back.
    package static let unmergeTooLate: Self = "merge.too_late"
    /// One side has moved on since the merge.
    package static let unmergeChanged: Self = "merge.changed"
    /// No buyer message was chosen, or one that is not of the ticket.
    package static let splitNothing: Self = "split.nothing"
    /// No buyer message would stay behind.
    package static let splitEverything: Self = "split.everything"
    package static let linkSelf: Self = "link.self"
    /// A ticket would be its own parent.
    package static let linkLoop: Self = "link.loop"
    package static let linkNotFound: Self = "link.not_found"
    /// The tag is not in the registry and the caller may not make one up; argument `tag`.
    package static let tagUnknown: Self = "tag.unknown"
    package static let tagInvalid: Self = "tag.invalid"
    package static let noteNotFound: Self = "note.not_found"
    /// Argument `minutes`: how long a note can be changed.
    package static let noteTooOld: Self = "note.too_old"
    package static let noteDeleted: Self = "note.deleted"
    package static let bulkEmpty: Self = "bulk.empty"
    /// Argument `limit`.
    package static let bulkTooMany: Self = "bulk.too_many"
}
