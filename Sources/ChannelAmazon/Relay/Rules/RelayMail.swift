import Channels
package import HelpDesk
import MailKit
package import SwiftExtensions

/// What the reader must know besides the mail: the rest of the desk does not concern it.
package struct RelayContext: Sendable {
    package var fetchedAt: Timestamp
    /// When the mail server took it, if it says so; used when the mail has no date.
    package var receivedAt: Timestamp?
    /// Where Amazon sends the stores' mail: mail from these is our own.
    package var storeAddresses: [String]
    package var defaultMarketplace: MarketplaceCode?
    /// True when a person released the mail from quarantine: forgery is then no question any more.
    package var isReleased: Bool
    /// Names of the servers whose Authentication-Results count; where empty, no pass proves anything.
    package var resultServers: [String]

    package init(
        fetchedAt: Timestamp, receivedAt: Timestamp? = nil, storeAddresses: [String] = [],
        defaultMarketplace: MarketplaceCode? = nil, isReleased: Bool = false,
        resultServers: [String] = []
    ) {
        self.fetchedAt = fetchedAt
        self.receivedAt = receivedAt
        self.storeAddresses = storeAddresses
        self.defaultMarketplace = defaultMarketplace
        self.isReleased = isReleased
        self.resultServers = resultServers
    }
}

/// A mail with the evidence that the classification asks for, gathered once.
struct RelayMail: Sendable {
    let parsed: ParsedMail
    let context: RelayContext
    let tables: RelayTables
    let hosts: MailHosts
    /// The sender as shown; nil when the mail names none.
    let sender: MailAddress?
    let senderHost: MailHosts.Kind
    /// Aliases in Reply-To, then in From.
    let aliases: [AliasFinder.Found]
    /// The alias in another header, where a forwarder may have left it.
    let aliasElsewhere: AliasFinder.Found?
    /// Value of X-Space-Notification-Type.
    let platformType: String?
    let failures: [SpoofReason]
    /// The receiving server vouches for Amazon as the sender.
    let isAuthenticated: Bool
    let subjectWords: WordText
    let isSenderReserved: Bool

    init(_ parsed: ParsedMail, context: RelayContext, tables: RelayTables) {
        let hosts = MailHosts(tables.addresses, marketplaces: tables.marketplaces)
        let finder = AliasFinder(tables.addresses, hosts: hosts)
        self.parsed = parsed
        self.context = context
        self.tables = tables
        self.hosts = hosts
        sender = parsed.from.first ?? parsed.sender.first
        senderHost = sender.map { hosts.kind(of: $0.domain) } ?? .foreign
        aliases = finder.aliases(in: parsed.replyTo + parsed.from)
        aliasElsewhere = finder.aliasElsewhere(in: parsed)
        platformType = parsed.headers["X-Space-Notification-Type"].map {
            SafeText.line($0, limit: 100).uppercased()
        }
        let results = AuthenticationResults(
            parsed.headers, failedResults: tables.addresses.failedResults,
            servers: context.resultServers)
        failures = results.reasons
        isAuthenticated = results.proves(isPlatform: hosts.isPlatform)
        subjectWords = WordText(parsed.subject)
        isSenderReserved = sender.map(finder.isReserved) ?? false
    }
}

extension RelayMail {
    /// Its sender's host is Amazon's, the relay's included.
    var isFromAmazon: Bool {
        switch senderHost {
        case .relay, .platform: true
        case .lookAlike, .foreign: false
        }
    }

    /// Amazon's own notices may be believed: they come from Amazon, and no check of origin failed.
    var isTrustedNotice: Bool {
        isFromAmazon && (context.isReleased || (failures.isEmpty && !hasLookAlike))
    }

    var hasLookAlike: Bool {
        (parsed.from + parsed.replyTo + parsed.sender).contains {
            hosts.kind(of: $0.domain) == .lookAlike
        }
    }

    var isFromStore: Bool {
        guard let address = sender?.address else { return false }
        let base = Self.base(address)
        return context.storeAddresses.contains { Self.base($0) == base }
    }

    /// The marketplace whose relay host stands in Reply-To or From, whatever its local part.
    var relayMarketplace: MarketplaceCode? {
        for address in parsed.replyTo + parsed.from {
            if case .relay(let code) = hosts.kind(of: address.domain) { return code }
        }
        return nil
    }

    /// The sender's host where it belongs to one country; Amazon writes to all from amazon.com.
    var nationalSenderHost: String? {
        guard isFromAmazon, let host = sender?.domain, !host.hasSuffix("amazon.com") else {
            return nil
        }
        return host
    }

    /// The platform's own word that a buyer wrote.
    var isBuyerType: Bool { platformType.map { tables.notices.buyerTypes.contains($0) } ?? false }

    /// Signs of the relay's template, which no other mail carries.
    var hasRelaySigns: Bool {
        let words = tables.addresses.footer
        let source = (parsed.text ?? "") + (parsed.html ?? "")
        return (words.signs + words.oldSigns).contains { source.contains($0) }
    }

    /// An address without its `+` part, in lower case.
    private static func base(_ address: String) -> String {
        let address = address.lowercased()
        guard let at = address.lastIndex(of: "@") else { return address }
        return String(address[..<at].prefix { $0 != "+" }) + String(address[at...])
    }
}
