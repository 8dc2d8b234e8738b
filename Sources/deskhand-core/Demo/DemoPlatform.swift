import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Simulator
import SwiftExtensions

/// The pretend platform of the sample world.
enum DemoPlatform {
    static let clientID = "amzn1.application-oa2-client.demo"
    static let clientSecret = "demo-secret-of-a-pretend-app"

    static func refreshToken(_ store: StoreID) -> String { "Atzr|demo-\(store.rawValue)" }

    static func amazon(_ world: SampleWorld, seed: UInt64) -> PretendAmazon {
        let sellers = world.stores.map { store in
            PretendSeller(
                sellerID: store.profile.sellerID, storeName: store.name,
                refreshToken: refreshToken(store.profile.id),
                marketplaces: store.profile.marketplaces.compactMap { PretendMarketplace.named($0) }
            )
        }
        let amazon = PretendAmazon(
            PretendConfiguration(
                clientID: clientID, clientSecret: clientSecret, sellers: sellers, speed: 60,
                seed: seed, now: { DemoClock.now() }))
        for order in world.orders {
            guard let store = world.stores.first(where: { $0.profile.id == order.order.store })
            else { continue }
            amazon.upsert(order, of: store.profile.sellerID)
        }
        return amazon
    }

    /// At life's pace an inquiry comes every 40 minutes and an answer is read within half an hour.
    static func crowd(_ world: SampleWorld, seed: UInt64, speed: Double, now: Timestamp)
        -> BuyerCrowd
    {
        func pace(_ minutes: Double) -> Duration {
            .milliseconds(Int64(minutes * 60_000 / speed))
        }
        return BuyerCrowd(
            world: world,
            manners: CrowdManners(inquiryEvery: pace(20), reactionAfter: pace(20)), seed: seed,
            from: now)
    }

    /// The world's people, and whoever runs the tour as a supervisor of everything.
    static func people(_ world: SampleWorld) -> [PersonSeed] {
        let team = world.people.map { person in
            PersonSeed(
                unixUser: person.user, displayName: person.name,
                role: person.role == .supervisor ? .supervisor : .agent,
                scope: person.stores.isEmpty ? .all : .only(Set(person.stores)),
                languages: person.languages, timeZone: person.timeZone)
        }
        let user = NSUserName()
        guard !team.contains(where: { $0.unixUser == user }) else { return team }
        return team + [
            PersonSeed(unixUser: user, displayName: user, role: .supervisor, scope: .all)
        ]
    }
}
