/// What happens to a ticket between its opening and its end, beside its states and debts (helpdesk
/// sections 5 and 11). Words of notes are content.
package enum LifeEvent: Hashable, Sendable, Codable {
    case stateUndone(StateUndo)
    /// A buyer's thanks had opened the ticket uncounted; now there is substance.
    case reopeningCounted(TicketID)
    case priorityChanged(PriorityChange)
    case flagsChanged(FlagChange)

    /// Filed under the ticket that gets the items.
    case itemsMoved(ItemMove)
    /// Filed under the source.
    case mergedInto(TicketMerge)
    case unmerged(TicketUnmerge)
    /// Two aliases belong to one person, says somebody; the smaller number first.
    case buyersLinked(BuyerID, BuyerID)
    /// Filed under the ticket at which somebody said so.
    case buyersJoined(BuyerJoin)
    case kindCorrected(KindCorrection)

    case linked(TicketLink)
    case unlinked(TicketLink)

    /// A tag of the registry, new or changed.
    case tagSaved(Tag)
    case tagged(TicketID, TagName)
    case untagged(TicketID, TagName)

    case watched(TicketID, PersonID)
    case unwatched(TicketID, PersonID)
    case noticeGiven(PersonalNotice)
    case noticesRead(PersonID, through: NoticeID)

    case noteEdited(NoteEdit)
    /// The words are sealed for auditors.
    case noteDeleted(MessageID)
    case noteDueSet(NoteDue)
    /// Somebody did what the note asked for.
    case noteDueDone(MessageID)

    /// The answer that somebody wrote became another one's to write.
    case composeTaken(ComposeTakeover)
}
