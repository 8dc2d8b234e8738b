import GRDB
import HelpDesk

extension WriteTransaction {
    /// What people write into reasons stays in the record for ever, so a transaction that would put
    /// the name of a buyer at hand or a mail address there is refused (invariant I13).
    /// Throws `reasonPersonal`.
    package func refusePersonalReasons(ownAddresses: Set<String>) throws {
        guard !recorded.isEmpty else { return }
        var names: [String] = []
        let named = recorded.flatMap(\.event.reasonsOfPeople).compactMap(\.ticket)
        for ticket in touched.union(named).sorted() {
            try db.each(
                """
                SELECT buyer_content.name FROM ticket
                JOIN buyer_content ON buyer_content.buyer = ticket.buyer WHERE ticket.id = ?1
                UNION ALL SELECT order_contact.buyer_name FROM ticket
                JOIN order_contact ON order_contact.order_id = ticket.order_id
                    AND order_contact.store = ticket.store WHERE ticket.id = ?1
                """, [ticket.rawValue]
            ) { fields in
                if let name = try fields.optionalText() { names.append(name) }
            }
        }
        var scan = try PersonalDataScan(db, names: names, shortest: 2, ownAddresses)
        for record in recorded {
            scan.look(at: try JSONText.text(record.event), place: record.event.kind)
        }
        guard scan.result.holds else {
            throw DeskError(.reasonPersonal, ["place": scan.result.subjects.first ?? ""])
        }
    }
}
