/// Words in which a person gave a reason: all free text that the record keeps for ever.
package struct PersonReason: Hashable, Sendable {
    package var text: String
    /// The ticket that it is about, as far as the event says.
    package var ticket: TicketID?

    package init(_ text: String, _ ticket: TicketID? = nil) {
        self.text = text
        self.ticket = ticket
    }
}

extension DeskEvent {
    /// The reasons that people gave with this event.
    package var reasonsOfPeople: [PersonReason] {
        switch self {
        case .ticketStateChanged(let change):
            change.holdReason.map { [PersonReason($0, change.ticket)] } ?? []
        case .debtMoved(let move):
            if case .person(_, let reason) = move.proof { [PersonReason(reason)] } else { [] }
        case .caseMoved(let move):
            if case .person(_, let reason) = move.proof { [PersonReason(reason)] } else { [] }
        case .outboxAdded(let item):
            item.override?.reasons.map { PersonReason($0, item.ticket) } ?? []
        case .lintOverridden(_, let leave): leave.reasons.map { PersonReason($0) }
        case .rawMailReleased(let release): [PersonReason(release.reason)]
        case .jobMoved(let move): move.reason.map { [PersonReason($0)] } ?? []
        case .life(.buyersJoined(let join)): [PersonReason(join.reason, join.ticket)]
        case .life(.kindCorrected(let change)): [PersonReason(change.reason, change.ticket)]
        case .clock(.breachExcused(let excuse)): [PersonReason(excuse.reason, excuse.ticket)]
        case .rights(let event): event.reasonsOfPeople
        case .routing(let event): event.reasonsOfPeople
        case .library(let event): event.reasonsOfPeople
        default: []
        }
    }
}

extension LintOverride {
    fileprivate var reasons: [String] { [requestReason] + [approvalReason].compactMap { $0 } }
}

extension RightsEvent {
    fileprivate var reasonsOfPeople: [PersonReason] {
        switch self {
        case .roleSaved(let version): [PersonReason(version.reason)]
        case .requestMade(let request):
            if case .void(let ticket, _, _) = request.act {
                [PersonReason(request.reason, ticket)]
            } else {
                [PersonReason(request.reason)]
            }
        case .requestSettled(let settlement): [PersonReason(settlement.reason)]
        case .unmasked(let unmasking): [PersonReason(unmasking.reason, unmasking.ticket)]
        default: []
        }
    }
}

extension RoutingEvent {
    fileprivate var reasonsOfPeople: [PersonReason] {
        switch self {
        case .groupSaved(let change): [PersonReason(change.reason)]
        case .rulesSaved(let change): [PersonReason(change.reason)]
        case .profileSaved(let change): [PersonReason(change.reason)]
        default: []
        }
    }
}

extension LibraryEvent {
    fileprivate var reasonsOfPeople: [PersonReason] {
        switch self {
        case .versionSettled(let verdict): [PersonReason(verdict.reason)]
        case .macroSettled(let verdict): [PersonReason(verdict.reason)]
        case .retired(_, let reason): [PersonReason(reason)]
        default: []
        }
    }
}
