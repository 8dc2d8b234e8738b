import Core
import HelpDesk
import Settings
import Simulator
import Store
import SwiftExtensions
import Testing

@Suite(.timeLimit(.minutes(2)))
struct StoreAccessTests {
    private static let good: [DoctorCode] = [
        .amazonLoginOk, .amazonAccessOk, .amazonRoleOk, .amazonRoleOk,
    ]

    @Test func aStoreWithAllItsRolesIsWell() async throws {
        try await AmazonPatient.run { amazon in
            let findings = await amazon.patient.findings("amazon")
            #expect(findings.map(\.code) == Self.good)
            #expect(
                findings.compactMap { $0.arguments["role"] } == [
                    "Inventory and Order Tracking", "Buyer Communication",
                ])
            #expect(Set(findings.map(\.subject)) == ["nova-eu"])
        }
    }

    @Test func aRevokedAuthorisationIsNamed() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.revoke(refreshToken: AmazonPatient.refreshToken)
            #expect(await amazon.codes() == [.amazonAuthorisationEnded])
        }
    }

    @Test func aTokenOfAnotherApplicationIsToldFromARevokedOne() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.disown(refreshToken: AmazonPatient.refreshToken)
            #expect(await amazon.codes() == [.amazonForeignToken])
        }
    }

    @Test func aWrongClientSecretIsTheApplicationsTrouble() async throws {
        try await AmazonPatient.run { amazon in
            try amazon.patient.folder.write("an-old-secret", to: "lwa")
            #expect(await amazon.codes() == [.amazonClientRejected])
        }
    }

    @Test func aMissingSecretFileIsNoRefusal() async throws {
        try await AmazonPatient.run { amazon in
            amazon.patient.configuration.amazon?.clientSecret = .file("/nonexistent/secret")
            #expect(await amazon.codes() == [.amazonSecretUnreadable])
            #expect(!amazon.platform.log.contains { $0.operation == "token" })
        }
    }

    @Test func theMessagingRoleIsMissedByName() async throws {
        try await AmazonPatient.run(roles: [.directToConsumer]) { amazon in
            let findings = await amazon.patient.findings("amazon")
            #expect(findings.map(\.code) == Self.good.dropLast() + [.amazonRoleMissing])
            #expect(findings.last?.arguments["role"] == "Buyer Communication")
        }
    }

    @Test func theOrdersRoleIsMissedByName() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.schedule(ScheduledFault(.status(403), on: "searchOrders"))
            let findings = await amazon.patient.findings("amazon")
            let missing = findings.filter { $0.code == .amazonRoleMissing }
            #expect(missing.map { $0.arguments["role"] } == ["Inventory and Order Tracking"])
        }
    }

    @Test func withoutAnyOrderTheMessagingRoleStaysUntested() async throws {
        try await AmazonPatient.run(orders: []) { amazon in
            #expect(await amazon.codes() == Self.good.dropLast() + [.amazonRoleUntested])
        }
    }

    @Test func theNewestOrderOfTheDeskIsTriedFirst() async throws {
        try await AmazonPatient.run { amazon in
            let patient = amazon.patient
            let known = SimulatedOrder.example(2).order
            let database = try DeskDatabase(
                path: patient.data + "/desk.sqlite",
                key: try ContentKey.load(orCreateAt: patient.data + "/content.key"))
            try database.writeSync(as: .service("test"), at: SystemClock().now) { transaction in
                try transaction.record(
                    .storeConfigured(
                        StoreProfile(
                            id: "nova-eu", channel: "amazon",
                            sellerID: AmazonPatient.sellerID, region: "eu",
                            marketplaces: ["DE"], mailbox: nil, address: nil)))
                try transaction.record(.orderSaved(known))
            }
            // The platform does not have that order: the door was open all the same.
            #expect(await amazon.codes() == Self.good)
            let statuses = amazon.platform.log.filter {
                $0.operation == "getMessagingActionsForOrder"
            }.map(\.status)
            #expect(statuses == [404])
            try database.close()
        }
    }

    @Test func deniedAccessIsToldFromAMissingRole() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.schedule(
                ScheduledFault(.status(403), on: "getMarketplaceParticipations"))
            #expect(await amazon.codes() == [.amazonLoginOk, .amazonAccessDenied])
        }
    }

    @Test(arguments: [
        (PretendFault.status(429), DoctorCode.amazonThrottled), (.status(503), .amazonOutage),
        (.page(status: 503), .amazonOutage),
        (.renamedField("payload", to: "load"), .amazonUnexpected),
    ])
    func thePlatformsOwnTroubleIsToldApart(_ fault: PretendFault, _ code: DoctorCode) async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.schedule(ScheduledFault(fault, on: "getMarketplaceParticipations"))
            #expect(await amazon.codes() == [.amazonLoginOk, code])
        }
    }

    @Test func aPlatformOutOfReachIsANetworkMatter() async throws {
        try await AmazonPatient.run { amazon in
            await amazon.platform.stop()
            #expect(await amazon.codes() == [.amazonNetwork])
        }
    }

    @Test func aMarketplaceWithoutParticipationIsNamed() async throws {
        try await AmazonPatient.run(marketplaces: ["DE"]) { amazon in
            let findings = await amazon.patient.findings("amazon")
            let missing = findings.filter { $0.code == .amazonMarketplaceMissing }
            #expect(missing.map { $0.arguments["marketplace"] } == ["FR"])
        }
    }

    @Test func anUnknownMarketplaceIsNamed() async throws {
        try await AmazonPatient.run { amazon in
            amazon.patient.configuration.stores[0].marketplaces = ["DE", "XX"]
            let findings = await amazon.patient.findings("amazon")
            let unknown = findings.filter { $0.code == .amazonMarketplaceUnknown }
            #expect(unknown.map { $0.arguments["marketplace"] } == ["XX"])
        }
    }

    @Test func suspendedListingsAreAWarning() async throws {
        try await AmazonPatient.run(hasSuspendedListings: true) { amazon in
            let codes = await amazon.codes()
            #expect(codes.filter { $0 == .amazonListingsSuspended }.count == 2)
            #expect(!codes.contains { $0.level == .error })
        }
    }

    @Test func aRegionWithoutAnAddressIsNamed() async throws {
        try await AmazonPatient.run { amazon in
            amazon.patient.configuration.amazon?.endpoints = ["na": "https://na.example"]
            let findings = await amazon.patient.findings("amazon")
            #expect(findings.map(\.code) == [.amazonEndpointMissing])
            #expect(findings.first?.arguments["key"] == "amazon.endpoints.eu")
        }
    }

    @Test func aStoreThatFailsDoesNotHideTheOthers() async throws {
        try await AmazonPatient.run { amazon in
            amazon.patient.configuration.stores.append(
                try AmazonPatient.store(
                    "other-eu", token: "Atzr|unknown", in: amazon.patient.folder))
            let findings = await amazon.patient.findings("amazon")
            #expect(findings.filter { $0.subject == "nova-eu" }.map(\.code) == Self.good)
            #expect(
                findings.filter { $0.subject == "other-eu" }.map(\.code) == [
                    .amazonAuthorisationEnded
                ])
        }
    }

    @Test func noSecretIsInAnyFinding() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.schedule(ScheduledFault(.status(403), on: "searchOrders"))
            let said = "\(await amazon.patient.findings())"
            for secret in [AmazonPatient.refreshToken, AmazonPatient.clientSecret, "Atza|"] {
                #expect(!said.contains(secret))
            }
        }
    }
}
