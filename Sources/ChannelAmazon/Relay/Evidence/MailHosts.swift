import HelpDesk

/// Tells Amazon's own hosts from strange ones and from those that only look alike.
struct MailHosts: Sendable {
    enum Kind: Hashable, Sendable {
        /// The host of buyers' aliases; nil for a shop that the table of marketplaces lacks.
        case relay(MarketplaceCode?)
        /// Amazon itself.
        case platform
        case lookAlike
        case foreign
    }

    private let marketplaces: MarketplaceTable
    private let platformHosts: [String]
    private let forgedWords: [String]

    init(_ table: AddressTable, marketplaces: MarketplaceTable = .standard) {
        self.marketplaces = marketplaces
        let shops = marketplaces.all.compactMap(\.aliasDomain).map { domain in
            domain.hasPrefix("marketplace.") ? String(domain.dropFirst(12)) : domain
        }
        platformHosts = shops + table.platformHosts
        forgedWords = table.forgedHostWords
    }

    /// Judges a whole host, from its end: a longer name that merely holds an Amazon name is no Amazon.
    func kind(of host: String) -> Kind {
        let host = Self.normalised(host)
        if let shop = marketplaces.marketplace(aliasDomain: host) { return .relay(shop.code) }
        if platformHosts.contains(where: { host == "marketplace." + $0 }) { return .relay(nil) }
        if isPlatform(host) { return imitatesRelay(host) ? .lookAlike : .platform }
        return looksAlike(host) ? .lookAlike : .foreign
    }

    /// The marketplace whose national hosts end like `host`, such as `sellercentral.amazon.de`.
    func marketplace(ofLink host: String) -> MarketplaceCode? {
        let host = Self.normalised(host)
        let shop = marketplaces.all.first { entry in
            guard let domain = entry.aliasDomain?.dropFirst(12) else { return false }
            return host == domain || host.hasSuffix("." + domain)
        }
        return shop?.code
    }

    func isPlatform(_ host: String) -> Bool {
        let host = Self.normalised(host)
        return platformHosts.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static func normalised(_ host: String) -> String {
        let host = host.lowercased()
        return host.hasSuffix(".") ? String(host.dropLast()) : host
    }

    /// A sub-domain of Amazon whose first label only looks like that of the relay.
    private func imitatesRelay(_ host: String) -> Bool {
        guard let label = host.split(separator: ".").first, label != "marketplace" else {
            return false
        }
        let skeleton = HostSkeleton.of(String(label))
        return skeleton == "marketplace"
            || HostSkeleton.isOneEditAway(skeleton, from: "marketplace")
    }

    private func looksAlike(_ host: String) -> Bool {
        let skeleton = HostSkeleton.of(host)
        if forgedWords.contains(where: { skeleton.contains($0) }) { return true }
        let labels = skeleton.split { $0 == "." || $0 == "-" }.map(String.init)
        return labels.contains { label in
            forgedWords.contains { HostSkeleton.isOneEditAway(label, from: $0) }
        }
    }
}
