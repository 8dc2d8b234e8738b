package import HelpDesk

/// Says what a ticket is about; with the category that it has, confirms it. The desk learns from it.
package struct SetCategory: RemoteCall {
    package static let method = "ticket.category"
    package typealias Reply = TicketRow
    package var ticket: TicketID
    package var category: InquiryCategory
    package init(ticket: TicketID, category: InquiryCategory) {
        self.ticket = ticket
        self.category = category
    }
}

/// How well the desk places what its own people placed.
package struct ShowCategories: RemoteCall {
    package static let method = "category.report"
    package typealias Reply = CategoryReport
    package init() {}
}

/// Learns from the desk's own history now.
package struct TrainCategories: RemoteCall {
    package static let method = "category.train"
    package typealias Reply = CategoryReport
    package init() {}
}
