import HelpDesk

extension ReportPlan {
    /// Where a source's rows stand and how they read as a fact: ticket, item, start, end, person,
    /// state, flag, mark, first, second.
    struct Shape {
        var table: String
        var alias = ""
        var columns: [String]
        var person: String
        var condition: String

        /// A rating has its store itself, and the rest from its ticket.
        func column(_ name: String) -> String {
            guard table.hasPrefix("seller_feedback") else { return alias + name }
            return (name == "store" ? "f." : "t.") + name
        }
    }

    static func shape(_ source: ReportFact.Source) -> Shape {
        switch source {
        case .debt, .discharge, .breach, .share: debtShape(source)
        case .turn:
            Shape(
                table: "report_turn",
                columns: [
                    "ticket", "number", "start", "replied_at", "replier", "NULL", "is_first", "0",
                    "0", "0",
                ], person: "replier", condition: "start >= ? AND start < ?")
        case .resolution:
            Shape(
                table: "report_resolution",
                columns: [
                    "ticket", "first_at", "started_at", "last_at", "resolver", "NULL", "0", "0",
                    "rested", "pending",
                ], person: "resolver", condition: "last_at >= ? AND last_at < ?")
        case .resolve:
            Shape(
                table: "report_resolve",
                columns: [
                    "ticket", "number", "at", "reopened_at", "resolver", "NULL",
                    "is_last_of_cycle", "is_one_touch", "0", "0",
                ], person: "resolver", condition: "at >= ? AND at < ?")
        case .reply:
            Shape(
                table: "report_reply",
                columns: [
                    "ticket", "message", "at", "at", "author", "NULL", "has_template", "is_help",
                    "characters", "template_characters",
                ], person: "author", condition: "at >= ? AND at < ?")
        case .owed:
            Shape(
                table: "report_owed",
                columns: [
                    "ticket", "debt", "start", "?", "owner", "'owed'", "0", "0", "0", "0",
                ], person: "owner",
                condition: "from_at <= ? AND (to_at IS NULL OR to_at > ?)")
        case .rating: ratingShape
        }
    }

    private static func debtShape(_ source: ReportFact.Source) -> Shape {
        switch source {
        case .discharge:
            Shape(
                table: "report_debt INDEXED BY report_debt_discharge",
                columns: [
                    "ticket", "debt", "discharged_at", "discharged_at", "answerer", "state", "0",
                    "0", "0", "0",
                ], person: "answerer",
                condition: """
                    discharged_at IS NOT NULL AND discharged_at >= ? AND discharged_at < ?
                    AND state IN ('answered', 'answer-pending') AND answerer IS NOT NULL
                    """)
        case .breach:
            Shape(
                table: "report_debt",
                columns: [
                    "ticket", "debt", "start", "due", "owner_at_due", "state", "is_born_late",
                    "0", "unowned", "0",
                ], person: "owner_at_due", condition: breached(""))
        case .share:
            Shape(
                table: "report_debt AS d JOIN report_share AS s ON s.debt = d.debt", alias: "d.",
                columns: [
                    "d.ticket", "d.debt", "d.start", "d.due", "s.person", "d.state", "0", "0",
                    "s.milliseconds", "0",
                ], person: "s.person",
                condition: breached("d.") + " AND d.is_born_late = 0 AND d.state <> 'void'")
        default:
            Shape(
                table: "report_debt",
                columns: [
                    "ticket", "debt", "start", "discharged_at", "owner_at_due", "state",
                    "is_born_late", "0", "0", "0",
                ], person: "owner_at_due", condition: "start >= ? AND start < ?")
        }
    }

    private static func breached(_ alias: String) -> String {
        """
        \(alias)due >= ? AND \(alias)due < ?
        AND (\(alias)discharged_at IS NULL OR \(alias)discharged_at > \(alias)due)
        """
    }

    /// A rating belongs to the newest ticket of its order and to who wrote last before it.
    private static let ratingShape = Shape(
        table: """
            seller_feedback AS f LEFT JOIN ticket AS t ON t.id = (
                SELECT max(id) FROM ticket
                WHERE ticket.order_id = f.order_id AND ticket.store = f.store)
            """,
        alias: "",
        columns: [
            "coalesce(t.id, 0)", "coalesce(t.id, 0)", "f.given_at", "f.given_at", writer, "NULL",
            "0", "0", "f.rating", "0",
        ], person: writer, condition: "f.given_at >= ? AND f.given_at < ?")

    private static let writer = """
        (SELECT author FROM report_reply WHERE report_reply.ticket = t.id
        AND report_reply.at <= f.given_at ORDER BY report_reply.at DESC LIMIT 1)
        """
}
