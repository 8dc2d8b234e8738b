import GRDB
import HelpDesk

/// One replay and comparison.
struct Rebuild {
    let original: Database
    let copy: Database
    let key: ContentKey
    let files: ContentFiles
    /// Sees each event with its text as it is replayed.
    var visit: (EventRecord, String) -> Void = { _, _ in }

    /// The tables that are a fold of the log, each with the columns its rows are compared in.
    static let tables: [(name: String, order: String)] = [
        ("dispatch", "id"),
        ("seller_account", "channel, seller_id"), ("marketplace", "code"), ("store", "id"),
        ("store_marketplace", "store, position"), ("person", "id"),
        ("role_rights", "role"), ("rights_request", "id"),
        ("person_store", "person, store"), ("credential", "subject"), ("template", "key"),
        ("template_entry", "template"), ("template_version", "template, number"),
        ("template_fault", "template, number"), ("template_check", "id"),
        ("template_touch", "seq"), ("macro_version", "macro, number"), ("own_word", "id"),
        ("buyer", "id"),
        ("raw_mail", "id"), ("cursor", "name"), ("mailbox_live", "mailbox"), ("ticket", "id"),
        ("ticket_thread_key", "store, key"),
        (
            "ticket_tally",
            "store, state, owner, is_owed, is_unparsed, has_problem, has_case, has_tick"
        ), ("desk_case", "id"), ("opt_out", "raw_mail"), ("store_restriction", "store"),
        ("ticket_named_order", "ticket, order_id"),
        ("ticket_suspension", "ticket"), ("ticket_resolution", "seq"), ("ticket_merge", "seq"),
        ("buyer_link", "one, other"), ("ticket_link", "from_ticket, to_ticket, kind"),
        ("tag", "name"), ("ticket_tag", "ticket, tag"), ("ticket_watcher", "ticket, person"),
        ("ticket_notice", "id"), ("note_due", "message"), ("note_tombstone", "message"),
        ("message", "id"), ("attachment", "id"), ("debt", "id"), ("outbox", "id"),
        ("draft", "ticket, person"), ("draft_file", "ticket, person, position"),
        ("outbox_file", "outbox, position"), ("sales_order", "store, id"),
        ("order_item", "store, order_id, position"),
        ("order_package", "store, order_id, position"), ("job", "id"),
        ("sync_health", "store, kind"), ("alarm", "id"), ("spot_check", "id"),
        ("account_task", "store, topic"),
        ("account_report", "id"), ("account_bad_line", "report, position"),
        ("store_participation", "store, position"), ("store_account", "store"),
        ("order_finances", "store, order_id"),
        ("work_calendar", "id, version"), ("response_policy", "id, version"),
        ("policy_order", "position"), ("platform_window", "marketplace, starts_at"),
        ("clock_run", "subject, kind"), ("clock_breach", "subject, kind"),
        ("clock_notice", "event, person"),
        ("broadcast", "id"),
        ("broadcast_reading", "broadcast, person"),
        ("forecast_made", "id"),
        ("category_judgement", "message"), ("category_setting", "seq"),
        ("category_training", "version"), ("wording_warning", "seq"),
        ("quality_sample", "id"),
        ("quality_mark", "sample, scorer"),
        ("amazon_figure", "store, day, days"),
        ("routing_version", "kind, subject, version"), ("routing_rotation", "routing_group"),
        ("routing_turn", "routing_group, person"), ("routing_decision", "seq"),
        ("routing_ticket", "ticket"), ("routing_acceptance", "ticket, person, cycle"),
        ("routing_return", "seq"), ("hand_over", "id"), ("hand_over_line", "hand_over, position"),
    ]

    func report() throws -> RebuildReport {
        var differences: [String: String] = [:]
        let (count, fault) = try replay()
        differences["event"] = fault
        for table in Self.tables {
            differences[table.name] = try TableComparison(table: table.name, order: table.order)
                .firstDifference(original, copy)
        }
        for (table, difference) in try ContentCheck(db: original, key: key, files: files)
            .differences()
        {
            differences[table] = difference
        }
        return RebuildReport(eventCount: count, differences: differences)
    }

    /// Folds the log into the copy. Stops at the first event that is missing, unreadable or does
    /// not fit, and says which.
    private func replay() throws -> (count: Int, fault: String?) {
        let projector = Projector(db: copy)
        let rows = try Row.fetchCursor(
            original, sql: "SELECT \(EventLog.columns), kind, ticket FROM event ORDER BY seq")
        var count = 0
        while let row = try rows.next() {
            let number: Int64 = row[0] ?? 0
            guard number == Int64(count) + 1 else {
                return (count, "event \(count + 1) is missing")
            }
            do {
                var fields = Fields(row)
                let record = try EventLog.record(from: &fields)
                visit(record, row[3] ?? "")
                let kind = try fields.text()
                let ticket: TicketID? = try fields.optionalID()
                guard try projector.project(record) == ticket, record.event.kind == kind else {
                    return (count, "event \(number) is filed under another kind or ticket")
                }
            } catch {
                return (count, "event \(number) cannot be replayed: \(Self.reason(error))")
            }
            count += 1
        }
        return (count, nil)
    }

    /// Says what went wrong without the event's values.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: error.message ?? "database"
        case let error as DeskError: error.detail ?? error.code.rawValue
        default: "unreadable"
        }
    }
}
