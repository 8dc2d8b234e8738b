import CEtPan
import Glibc
package import SwiftExtensions

extension ImapSession {
    /// The UIDs greater than `uid`, ascending.
    package func search(after uid: UInt32) throws(ImapError) -> [UInt32] {
        guard uid < .max else { return [] }
        let range = mailimap_set_new_interval(uid + 1, 0)  // 0 stands for "*"
        // "5:*" names the last mail even when its UID is below 5 (RFC 3501 6.4.8).
        return try search(mailimap_search_key_new_uid(range)).filter { $0 > uid }
    }

    /// The UIDs of mails received since the day before `instant`, ascending; servers compare whole
    /// days in a zone of their own.
    package func search(since instant: Timestamp) throws(ImapError) -> [UInt32] {
        let day = CivilTime(instant - .days(1))
        let date = mailimap_date_new(CInt(day.day), CInt(day.month), CInt(day.year))
        return try search(mailimap_search_key_new_since(date))
    }

    private func search(_ key: UnsafeMutablePointer<mailimap_search_key>?) throws(ImapError)
        -> [UInt32]
    {
        guard let key else { throw ImapError(.protocolError, "out of memory") }
        defer { mailimap_search_key_free(key) }
        var result: UnsafeMutablePointer<clist>?
        try check(
            mailimap_uid_search(try connected(), nil, key, &result), otherwise: .protocolError,
            "the search was refused")
        defer { if let result { mailimap_search_result_free(result) } }
        let uids = EtPanList(result).map { $0.load(as: UInt32.self) }
        return Set(uids).sorted()
    }

    /// Sizes and dates of these mails, ascending by UID. Mails that are gone are missing.
    func summaries(of uids: [UInt32]) throws(ImapError) -> [ImapMail] {
        try fetch(uids) { type in
            Self.add(mailimap_fetch_att_new_rfc822_size(), to: type)
            Self.add(mailimap_fetch_att_new_internaldate(), to: type)
        }.map(\.mail)
    }

    /// These mails whole, without marking them as read; of one larger than `limit` bytes only its
    /// beginning. Mails that are gone are missing.
    package func fetch(_ uids: [UInt32], limit: Int = 64 << 20) throws(ImapError) -> [ImapMail] {
        guard !uids.isEmpty else { return [] }
        var mails: [ImapMail] = []
        for batch in FetchBatch.plan(try summaries(of: uids), limit: limit) {
            mails += try fetch(batch)
        }
        return mails
    }

    /// One batch as `FetchBatch` planned it. Mails whose body the server left out are missing.
    func fetch(_ batch: FetchBatch) throws(ImapError) -> [ImapMail] {
        let known = Dictionary(batch.mails.map { ($0.uid, $0) }) { first, _ in first }
        let bodies = try fetch(batch.mails.map(\.uid)) { type in
            let section = mailimap_section_new(nil)
            Self.add(
                batch.cutAt.map {
                    mailimap_fetch_att_new_body_peek_section_partial(section, 0, UInt32($0))
                } ?? mailimap_fetch_att_new_body_peek_section(section), to: type)
        }
        return bodies.compactMap { body in
            guard var mail = known[body.mail.uid], body.hasBody else { return nil }
            mail.bytes = body.mail.bytes
            mail.isCut = batch.cutAt != nil
            return mail
        }
    }

    private func fetch(
        _ uids: [UInt32], asking: (UnsafeMutablePointer<mailimap_fetch_type>) -> Void
    ) throws(ImapError) -> [ImapAttributes.Answer] {
        guard !uids.isEmpty else { return [] }
        guard let set = mailimap_set_new_empty(),
            let type = mailimap_fetch_type_new_fetch_att_list_empty()
        else { throw ImapError(.protocolError, "out of memory") }
        defer {
            mailimap_set_free(set)
            mailimap_fetch_type_free(type)
        }
        uids.forEach { mailimap_set_add_single(set, $0) }
        Self.add(mailimap_fetch_att_new_uid(), to: type)
        asking(type)
        var result: UnsafeMutablePointer<clist>?
        try check(
            mailimap_uid_fetch(try connected(), set, type, &result), otherwise: .protocolError,
            "fetching was refused")
        defer { if let result { mailimap_fetch_list_free(result) } }
        let wanted = Set(uids)
        return EtPanList(result).map(ImapAttributes.answer)
            .filter { wanted.contains($0.mail.uid) }.sorted { $0.mail.uid < $1.mail.uid }
    }

    private static func add(
        _ attribute: UnsafeMutablePointer<mailimap_fetch_att>?,
        to type: UnsafeMutablePointer<mailimap_fetch_type>
    ) {
        mailimap_fetch_type_new_fetch_att_list_add(type, attribute)
    }
}
