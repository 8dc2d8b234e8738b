import ChannelAmazon
import HelpDesk
import Simulator
import SwiftExtensions
import Testing

/// Consent, code and secrets, over real loopback HTTP against the pretend platform.
@Suite struct PretendConsentTests {
    @Test func aCodeBecomesARefreshTokenThatWorks() async throws {
        try await PretendDesk.run { desk in
            let code = try await desk.consent()
            let token = try await desk.login().redeem(code: code, redirect: nil)
            let account = SellingPartnerAccount(
                store: "new", endpoint: desk.account.endpoint, refreshToken: token)
            let shops = try await desk.client.marketplaceParticipations(for: account)
            #expect(shops.map(\.countryCode) == ["DE", "FR", "JP"])
        }
    }

    @Test func aCodeIsGoodOnce() async throws {
        try await PretendDesk.run { desk in
            let code = try await desk.consent()
            _ = try await desk.login().redeem(code: code, redirect: nil)
            #expect(await desk.trouble(code) == .codeUsed)
        }
    }

    @Test func aCodeEndsAfterFiveMinutes() async throws {
        try await PretendDesk.run { desk in
            let early = try await desk.consent()
            desk.clock.advance(by: .minutes(5))
            _ = try await desk.login().redeem(code: early, redirect: nil)
            let late = try await desk.consent()
            desk.clock.advance(by: .minutes(5) + .seconds(1))
            #expect(await desk.trouble(late) == .codeExpired)
        }
    }

    @Test func anUnknownCodeAndAnotherRedirectAreToldApart() async throws {
        try await PretendDesk.run { desk in
            #expect(await desk.trouble(Secret(value: "NeverGiven1")) == .codeRefused)
            let code = try await desk.consent()
            #expect(
                await desk.trouble(code, redirect: "https://desk.example/elsewhere")
                    == .redirectMismatch)
        }
    }

    @Test func aConsentEndsAfterAYear() async throws {
        try await PretendDesk.run { desk in
            let code = try await desk.consent()
            let token = try await desk.login().redeem(code: code, redirect: nil)
            let account = SellingPartnerAccount(
                store: "new", endpoint: desk.account.endpoint, refreshToken: token)
            desk.clock.advance(by: .days(366))
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.marketplaceParticipations(for: account)
            }
            #expect(failure?.trouble == .authorisationEnded)
        }
    }

    @Test func aRotatedSecretLeavesTheOldOneItsGrace() async throws {
        try await PretendDesk.run { desk in
            desk.platform.rotateSecret(to: "brand-new", grace: .days(7))
            _ = try await desk.client.marketplaceParticipations(for: desk.account)
            desk.clock.advance(by: .days(8))
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.marketplaceParticipations(for: desk.account)
            }
            #expect(failure?.trouble == .clientRejected)
            let code = try await desk.consent()
            _ = try await desk.login(secret: "brand-new").redeem(code: code, redirect: nil)
        }
    }

    @Test func anotherRegionDeniesAccess() async throws {
        try await PretendDesk.run { desk in
            var account = desk.account
            account.endpoint = try #require(
                PlatformEndpoint("\(desk.account.endpoint.description)/na"))
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.marketplaceParticipations(for: account)
            }
            #expect(failure?.trouble == .accessDenied)
            account.endpoint = try #require(
                PlatformEndpoint("\(desk.account.endpoint.description)/eu"))
            #expect(try await desk.client.marketplaceParticipations(for: account).count == 3)
        }
    }

    @Test(arguments: [true, false])
    func aRevokedTokenIsToldFromAForeignOne(isRevoked: Bool) async throws {
        try await PretendDesk.run { desk in
            if isRevoked {
                desk.platform.revoke(refreshToken: PretendDesk.refreshToken)
            } else {
                desk.platform.disown(refreshToken: PretendDesk.refreshToken)
            }
            let failure = await #expect(throws: SyncFailure.self) {
                try await desk.client.marketplaceParticipations(for: desk.account)
            }
            #expect(failure?.trouble == (isRevoked ? .authorisationEnded : .foreignToken))
            #expect(failure?.errorClass == .authorisationExpired)
        }
    }
}

extension PretendDesk {
    /// A login of its own, as the wizard has it.
    func login(secret: String = "hush-hush") throws -> LoginWithAmazon {
        LoginWithAmazon(
            credentials: LoginCredentials(
                endpoint: try #require(
                    PlatformEndpoint("\(account.endpoint.description)/auth/o2/token")),
                clientID: "client", clientSecret: Secret(value: secret)),
            transport: network, surroundings: clock.surroundings)
    }

    /// Agrees on the consent page; the code that comes back.
    func consent() async throws -> Secret {
        let link = ConsentLink(
            seller: account.endpoint, applicationID: "amzn1.sellerapps.app.example", state: "s1")
        let answer = try await network.exchange(
            OutgoingCall(method: "GET", url: link.text, headers: []))
        let address = try #require(answer.header("location"))
        guard case .redirect(let code, let sellerID, let state) = try ConsentReturn(pasted: address)
        else { throw SyncFailure(errorClass: .bug, operation: "consent", message: address) }
        #expect(sellerID == Self.sellerID)
        #expect(state == "s1")
        return code
    }

    /// What is wrong with a code.
    func trouble(_ code: Secret, redirect: String? = nil) async -> CredentialTrouble? {
        do {
            _ = try await login().redeem(code: code, redirect: redirect)
            return nil
        } catch {
            return (error as? SyncFailure)?.trouble
        }
    }
}
