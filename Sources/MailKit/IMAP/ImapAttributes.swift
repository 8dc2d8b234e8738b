import CEtPan
import SwiftExtensions

/// What one FETCH answer tells of a mail.
enum ImapAttributes {
    /// What an answer holds; one without the body that was asked for is not an empty mail.
    struct Answer {
        var mail = ImapMail(uid: 0, received: nil, size: 0, bytes: [], isCut: false)
        var hasBody = false
    }

    /// `content` points to libetpan's `mailimap_msg_att`. A missing UID gives 0.
    static func answer(_ content: UnsafeMutableRawPointer) -> Answer {
        var answer = Answer()
        let attributes = content.assumingMemoryBound(to: mailimap_msg_att.self).pointee.att_list
        for entry in EtPanList(attributes) {
            let item = entry.assumingMemoryBound(to: mailimap_msg_att_item.self).pointee
            guard item.att_type == CInt(MAILIMAP_MSG_ATT_ITEM_STATIC),
                let fixed = item.att_data.att_static
            else { continue }
            read(fixed.pointee, into: &answer)
        }
        return answer
    }

    private static func read(_ fixed: mailimap_msg_att_static, into answer: inout Answer) {
        switch Int(fixed.att_type) {
        case MAILIMAP_MSG_ATT_UID: answer.mail.uid = fixed.att_data.att_uid
        case MAILIMAP_MSG_ATT_RFC822_SIZE: answer.mail.size = Int(fixed.att_data.att_rfc822_size)
        case MAILIMAP_MSG_ATT_INTERNALDATE:
            answer.mail.received = fixed.att_data.att_internal_date.flatMap { instant($0.pointee) }
        case MAILIMAP_MSG_ATT_BODY_SECTION:
            guard let section = fixed.att_data.att_body_section?.pointee,
                let start = section.sec_body_part
            else { return }
            let bytes = UnsafeRawBufferPointer(start: start, count: section.sec_length)
            answer.mail.bytes = [UInt8](bytes)
            answer.hasBody = true
        default: break
        }
    }

    /// The zone is written as on the wire: +0130 is 130.
    private static func instant(_ date: mailimap_date_time) -> Timestamp? {
        guard (1...12).contains(date.dt_month), (1...31).contains(date.dt_day),
            (1970...9999).contains(date.dt_year), (0..<24).contains(date.dt_hour),
            (0..<60).contains(date.dt_min), (0...60).contains(date.dt_sec)
        else { return nil }
        let zone = Int(date.dt_zone)
        let offset = (zone / 100 * 60 + zone % 100) * 60
        return CivilTime(
            year: Int(date.dt_year), month: Int(date.dt_month), day: Int(date.dt_day),
            hour: Int(date.dt_hour), minute: Int(date.dt_min), second: Int(date.dt_sec)
        ).timestamp(offsetSeconds: offset)
    }
}
