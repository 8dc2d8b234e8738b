import Channels
import HelpDesk
import MailKit

/// Finds the buyer's relay alias: in Reply-To, then From, then the other address headers.
struct AliasFinder: Sendable {
    struct Found: Hashable, Sendable {
        var alias: RelayAlias
        var marketplace: MarketplaceCode?
        var displayName: String
        /// False when the part before `+` is not the letters and digits that Amazon makes.
        var isUsual: Bool
    }

    private let table: AddressTable
    private let hosts: MailHosts

    init(_ table: AddressTable, hosts: MailHosts) {
        self.table = table
        self.hosts = hosts
    }

    /// Different aliases among the addresses, in their order.
    func aliases(in addresses: [MailAddress]) -> [Found] {
        var found: [Found] = []
        for address in addresses {
            guard let alias = alias(address) else { continue }
            if !found.contains(where: { $0.alias.address == alias.alias.address }) {
                found.append(alias)
            }
        }
        return found
    }

    /// The alias in the headers where forwarders leave it.
    func aliasElsewhere(in mail: ParsedMail) -> Found? {
        for name in table.aliasHeaders {
            for value in mail.headers.values(name) {
                if let found = aliases(in: AddressWords.addresses(in: value)).first { return found }
            }
        }
        return nil
    }

    /// True when the host is a relay host and no buyer can have the local part.
    func isReserved(_ address: MailAddress) -> Bool {
        let local = address.localPart.lowercased()
        return table.reservedLocalParts.contains(String(local.prefix { $0 != "+" }))
    }

    private func alias(_ address: MailAddress) -> Found? {
        guard case .relay(let marketplace) = hosts.kind(of: address.domain), !isReserved(address)
        else { return nil }
        let parts = address.localPart.split(
            separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let local = parts.first, !local.isEmpty, AddressWords.isPlain(address.address) else {
            return nil
        }
        let suffix = parts.count > 1 ? String(parts[1]) : nil
        return Found(
            alias: RelayAlias(
                address: address.address, localPart: local.lowercased(),
                suffix: suffix.flatMap { $0.isEmpty ? nil : $0 }, host: address.domain),
            marketplace: marketplace, displayName: address.name,
            isUsual: isUsual(local) && isUsual(suffix: suffix))
    }

    private func isUsual(_ local: Substring) -> Bool {
        table.aliasLength.contains(local.count)
            && local.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private func isUsual(suffix: String?) -> Bool {
        guard let suffix else { return true }
        return (8...64).contains(suffix.count)
            && suffix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}

/// Addresses in free header text.
enum AddressWords {
    /// Every `local@host` in `value`, wherever it stands.
    static func addresses(in value: String) -> [MailAddress] {
        value.split { $0.isWhitespace || "<>,;\"'()[]:".contains($0) }
            .filter { word in word.count { $0 == "@" } == 1 }
            .map { MailAddress(name: "", address: String($0)) }
            .filter { !$0.localPart.isEmpty && !$0.domain.isEmpty }
    }

    /// True when an address holds nothing that could end a header or command.
    static func isPlain(_ address: String) -> Bool {
        address.unicodeScalars.allSatisfy {
            (0x21...0x7E).contains($0.value) && !"<>,;\"\\()[]".unicodeScalars.contains($0)
        }
    }
}
