/// A mailbox as a mail names it: a decoded display name and the address as received.
package struct MailAddress: Hashable, Sendable, Codable {
    /// The display name, decoded, without control or direction characters; may be empty.
    package var name: String
    /// The address with the case and suffix it arrived with.
    package var address: String

    package init(name: String = "", address: String) {
        self.name = name
        self.address = address
    }

    /// What stands before the last `@`; the whole address when there is none.
    package var localPart: String {
        guard let at = address.lastIndex(of: "@") else { return address }
        return String(address[..<at])
    }

    /// What stands behind the last `@`, in lower case; empty when there is none.
    package var domain: String {
        guard let at = address.lastIndex(of: "@") else { return "" }
        return address[address.index(after: at)...].lowercased()
    }
}
