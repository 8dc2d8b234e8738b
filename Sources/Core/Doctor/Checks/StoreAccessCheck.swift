import ChannelAmazon
import HelpDesk
import Settings
import SwiftExtensions

extension DoctorCheck {
    /// Whether the platform lets us in for a store: its login, its marketplaces, and each role.
    static func storeAccess(_ store: StoreSettings) -> DoctorCheck {
        remote(store.id, exchanges: 8) { context in
            guard let token = store.refreshToken else { return [] }
            let address = context.configuration.amazon?.endpoints[store.region] ?? ""
            guard let endpoint = PlatformEndpoint(address) else {
                let key = "amazon.endpoints.\(store.region)"
                return [DoctorFinding(.amazonEndpointMissing, store.id, ["key": key])]
            }
            guard let platform = context.platform else {
                return [DoctorFinding(.amazonEndpointMissing, store.id, ["key": "amazon.lwa"])]
            }
            let account = SellingPartnerAccount(
                store: StoreID(store.id), endpoint: endpoint,
                refreshToken: ChannelAmazon.Secret { try token.load() })
            return await StoreVisit(
                store: store, platform: platform, account: account, context: context
            ).findings()
        }
    }
}

/// One store's calls, one after the other: each tells whether the next makes sense.
private struct StoreVisit {
    let store: StoreSettings
    let platform: SellingPartnerClient
    let account: SellingPartnerAccount
    let context: DoctorContext

    func findings() async -> [DoctorFinding] {
        let participations: [MarketplaceParticipation]
        do {
            participations = try await platform.marketplaceParticipations(for: account)
        } catch {
            let isLogin = error.operation == PlatformTrouble.loginOperation
            return (isLogin ? [] : [DoctorFinding(.amazonLoginOk, store.id)])
                + [await refusal(error)]
        }
        var findings = [
            DoctorFinding(.amazonLoginOk, store.id), DoctorFinding(.amazonAccessOk, store.id),
        ]
        findings += store.marketplaces.compactMap { finding($0, in: participations) }
        let (orders, newest) = await ordersRole()
        findings += orders
        findings.append(await messagingRole(newest: newest))
        return findings
    }

    /// Access that another region grants is a mistake in the configuration and none of rights.
    private func refusal(_ failure: SyncFailure) async -> DoctorFinding {
        let finding = PlatformTrouble.finding(failure, store.id, denied: .amazonAccessDenied)
        let endpoints = context.configuration.amazon?.endpoints ?? [:]
        guard failure.trouble == .accessDenied else { return finding }
        for region in endpoints.keys.sorted() where endpoints[region] != endpoints[store.region] {
            guard let endpoint = PlatformEndpoint(endpoints[region] ?? "") else { continue }
            var account = account
            account.endpoint = endpoint
            if (try? await platform.marketplaceParticipations(for: account)) != nil {
                return DoctorFinding(.amazonWrongRegion, store.id, ["region": region])
            }
        }
        return finding
    }

    /// What is wrong with one configured marketplace.
    private func finding(
        _ code: String, in participations: [MarketplaceParticipation]
    ) -> DoctorFinding? {
        let arguments = ["marketplace": code]
        guard let marketplace = MarketplaceTable.standard.marketplace(code: MarketplaceCode(code))
        else { return DoctorFinding(.amazonMarketplaceUnknown, store.id, arguments) }
        guard
            let entry = participations.first(where: { $0.marketplaceID == marketplace.id }),
            entry.isParticipating
        else { return DoctorFinding(.amazonMarketplaceMissing, store.id, arguments) }
        return entry.hasSuspendedListings
            ? DoctorFinding(.amazonListingsSuspended, store.id, arguments) : nil
    }

    /// A search for one order, which any role that may read orders allows.
    private func ordersRole() async -> ([DoctorFinding], newest: Order?) {
        guard store.syncsOrders else { return ([], nil) }
        let search = OrderSearch(
            field: .lastUpdated, after: context.surroundings.now() - .days(30), pageSize: 1,
            blocks: [])
        do {
            let page = try await platform.searchOrders(search, for: account)
            return ([role(.amazonRoleOk, .orders)], page.orders.first?.order)
        } catch {
            return ([refusal(error, of: .orders)], nil)
        }
    }

    /// Asks what may be sent for the newest order that the desk knows, or that the search found.
    private func messagingRole(newest found: Order?) async -> DoctorFinding {
        let known = await OwnThread.run { [store, context] in
            KnownOrders.newest(of: StoreID(store.id), in: context.configuration)
        }
        guard let order = known ?? found, let code = order.marketplace,
            let marketplace = MarketplaceTable.standard.marketplace(code: code)
        else { return role(.amazonRoleUntested, .messaging) }
        do {
            _ = try await platform.messagingActions(
                of: order.id, marketplaceID: marketplace.id, for: account)
            return role(.amazonRoleOk, .messaging)
        } catch  where error.errorClass == .notFound || error.errorClass == .badRequest {
            // The order is gone or takes no messages: the door itself was open.
            return role(.amazonRoleOk, .messaging)
        } catch {
            return refusal(error, of: .messaging)
        }
    }

    /// Amazon's own names of the roles, as Seller Central shows them.
    private enum Role: String {
        case orders = "Inventory and Order Tracking"
        case messaging = "Buyer Communication"
    }

    private func role(_ code: DoctorCode, _ role: Role) -> DoctorFinding {
        DoctorFinding(code, store.id, ["role": role.rawValue])
    }

    private func refusal(_ failure: SyncFailure, of role: Role) -> DoctorFinding {
        PlatformTrouble.finding(
            failure, store.id, denied: .amazonRoleMissing, ["role": role.rawValue])
    }
}
