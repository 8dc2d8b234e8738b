package import HelpDesk

/// What a person says of a case. Error `caseStateRefused` when it is not so.
package struct HandleCase: RemoteCall {
    package static let method = "case.handle"
    package typealias Reply = TicketRow

    package enum Act: String, Codable, Sendable, CaseIterable {
        /// What it asks for is done; the platform will close it.
        case handled
        /// Nothing is left of it.
        case closed
        /// It was not done after all: its clock runs again, with the deadline it had.
        case reopened
    }

    package var item: CaseID
    package var act: Act
    package var reason: String

    package init(item: CaseID, act: Act, reason: String) {
        self.item = item
        self.act = act
        self.reason = reason
    }
}
