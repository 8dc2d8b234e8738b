import ChannelAmazon
import Core
import HelpDesk
import Settings
import Simulator
import SwiftExtensions
import Testing

/// What an owner brings back, tried against the pretend platform before anything is kept.
struct ConsentTrialTests {
    private static let application = "amzn1.sp.solution.test"

    private func run(
        _ back: ConsentReturn, _ amazon: AmazonPatient, asked: ConsentRequest? = nil,
        marketplaces: [String] = ["DE", "FR"], at now: Timestamp = SystemClock().now
    ) async -> Result<ConsentTrial.Outcome, SetupTrouble> {
        guard let settings = amazon.patient.configuration.amazon else {
            return .failure(SetupTrouble(.endpointMissing))
        }
        let network = NetworkTransport()
        let platform = SetupPlatform(settings, transport: network, now: { SystemClock().now })
        let trial = ConsentTrial(
            ConsentTrial.Store(
                id: "new", sellerID: AmazonPatient.sellerID, region: "eu",
                marketplaces: marketplaces), on: platform, at: now)
        let result: Result<ConsentTrial.Outcome, SetupTrouble>
        do {
            result = .success(
                try await trial.run(
                    back, asked: asked, others: ["luna": "A2LUNAEXAMPLE"], isUsed: { $0 == "spent" }
                ))
        } catch {
            result = .failure(error)
        }
        await network.shutdown()
        return result
    }

    /// The owner agrees; the answer and the request that it belongs to.
    private func consent(_ amazon: AmazonPatient) throws -> (ConsentReturn, ConsentRequest) {
        let request = ConsentRequest(store: "new", state: "s-1", issuedAt: SystemClock().now)
        let seller = try #require(PlatformEndpoint("https://sellercentral.amazon.com"))
        let link = ConsentLink(
            seller: seller, applicationID: Self.application, state: request.state)
        let address = try #require(amazon.platform.agree(to: link.text))
        return (try ConsentReturn(pasted: address), request)
    }

    private func code(_ result: Result<ConsentTrial.Outcome, SetupTrouble>) -> SetupTrouble.Code? {
        if case .failure(let trouble) = result { trouble.code } else { nil }
    }

    @Test func aGoodAnswerBringsTheToken() async throws {
        try await AmazonPatient.run { amazon in
            let (back, asked) = try consent(amazon)
            let outcome = try await run(back, amazon, asked: asked).get()
            #expect(try outcome.refreshToken.reveal().hasPrefix("Atzr|"))
            #expect(outcome.found == ["DE", "FR"])
            #expect(outcome.missing == [])
        }
    }

    @Test func missingMarketplacesAreNamedAndNoneIsARefusal() async throws {
        try await AmazonPatient.run { amazon in
            let token = ConsentReturn.refreshToken(
                ChannelAmazon.Secret(value: AmazonPatient.refreshToken))
            let outcome = try await run(token, amazon, marketplaces: ["DE", "IT"]).get()
            #expect(outcome.missing == ["IT"])
            #expect(code(await run(token, amazon, marketplaces: ["IT"])) == .noMarketplace)
        }
    }

    @Test func anAnswerAfterTheHourIsTooLate() async throws {
        try await AmazonPatient.run { amazon in
            let (back, asked) = try consent(amazon)
            let late = asked.issuedAt + .minutes(61)
            #expect(code(await run(back, amazon, asked: asked, at: late)) == .stateExpired)
            #expect(code(await run(back, amazon, asked: nil)) == .stateForeign)
            #expect(!amazon.platform.log.contains { $0.operation == "token" })
        }
    }

    @Test func aCodeThatWasExchangedHereIsNotTriedAgain() async throws {
        try await AmazonPatient.run { amazon in
            #expect(
                code(await run(.code(ChannelAmazon.Secret(value: "spent")), amazon)) == .codeUsed)
            #expect(!amazon.platform.log.contains { $0.operation == "token" })
        }
    }

    @Test func aPlatformOutOfReachIsNoRefusal() async throws {
        try await AmazonPatient.run { amazon in
            let (back, asked) = try consent(amazon)
            await amazon.platform.stop()
            #expect(code(await run(back, amazon, asked: asked)) == .network)
        }
    }

    @Test func revokedAndForeignTokensAreToldApart() async throws {
        try await AmazonPatient.run { amazon in
            let token = ConsentReturn.refreshToken(
                ChannelAmazon.Secret(value: AmazonPatient.refreshToken))
            amazon.platform.revoke(refreshToken: AmazonPatient.refreshToken)
            #expect(code(await run(token, amazon)) == .authorisationEnded)
            amazon.platform.disown(refreshToken: AmazonPatient.refreshToken)
            #expect(code(await run(token, amazon)) == .foreignToken)
        }
    }
}
