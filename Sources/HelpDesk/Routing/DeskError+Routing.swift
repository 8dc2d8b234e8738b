extension DeskError.Code {
    /// Arguments: field, value.
    package static let routingInvalid: Self = "routing.invalid"
    /// Somebody saved another version meanwhile; argument: version.
    package static let routingStale: Self = "routing.stale"
    package static let groupNotFound: Self = "routing.group_not_found"
    /// Only its owner gives a ticket back.
    package static let ticketNotYours: Self = "routing.ticket_not_yours"
    package static let handOverNotFound: Self = "routing.hand_over_not_found"
    package static let handOverLineSettled: Self = "routing.hand_over_line_settled"
    package static let handOverEmpty: Self = "routing.hand_over_empty"
    /// Nothing routed this ticket yet.
    package static let notRouted: Self = "routing.not_routed"
}
