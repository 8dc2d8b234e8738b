import CGMime

/// Address headers as values; groups are opened.
enum AddressReading {
    private static let limit = 200

    /// The addresses in one header value as it came.
    static func parse(_ value: [UInt8]) -> [MailAddress] {
        guard let list = internet_address_list_parse(nil, EncodedWordReader.normalised(value))
        else {
            return []
        }
        defer { g_object_unref(list) }
        var found: [MailAddress] = []
        collect(list, depth: 0, into: &found)
        return found
    }

    private static func collect(
        _ list: UnsafeMutablePointer<InternetAddressList>, depth: Int,
        into found: inout [MailAddress]
    ) {
        for index in 0..<internet_address_list_length(list) {
            guard found.count < limit else { return }
            guard let entry = internet_address_list_get_address(list, index) else { continue }
            if GMimeLibrary.isKind(entry, of: internet_address_mailbox_get_type()) {
                mailbox(entry).map { found.append($0) }
            } else if depth < 3,
                GMimeLibrary.isKind(entry, of: internet_address_group_get_type()),
                let members = internet_address_group_get_members(
                    GMimeLibrary.cast(entry, to: InternetAddressGroup.self))
            {
                collect(members, depth: depth + 1, into: &found)
            }
        }
    }

    private static func mailbox(_ entry: UnsafeMutablePointer<InternetAddress>) -> MailAddress? {
        let box = GMimeLibrary.cast(entry, to: InternetAddressMailbox.self)
        let address = GMimeLibrary.text(internet_address_mailbox_get_addr(box)) ?? ""
        let name = GMimeLibrary.text(internet_address_get_name(entry)) ?? ""
        let clean = CleanText.line(address, limit: 512).filter { $0 != " " }
        guard !clean.isEmpty else { return nil }
        return MailAddress(name: CleanText.line(name, limit: 1024), address: clean)
    }
}
