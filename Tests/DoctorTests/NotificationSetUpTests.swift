import ChannelAmazon
import HelpDesk
import Settings
import Simulator
import SwiftExtensions
import Testing

@testable import Core

/// A queue that the platform's notifications are sent into, on the pretend platform.
struct NotificationSetUpTests {
    private static let arn = "arn:aws:sqs:eu-west-1:000000000000:desk"

    private func platform(
        _ amazon: AmazonPatient, _ network: NetworkTransport
    ) throws -> SetupPlatform {
        let settings = try #require(amazon.patient.configuration.amazon)
        return SetupPlatform(settings, transport: network, now: { SystemClock().now })
    }

    private func listen(_ amazon: AmazonPatient, queue: String = arn) async throws
        -> [String: ListeningOutcome]
    {
        let network = NetworkTransport()
        let outcomes: Result<[(type: String, outcome: ListeningOutcome)], any Error>
        do {
            outcomes = .success(
                try await platform(amazon, network).listen(
                    for: "nova-eu", region: "eu",
                    token: ChannelAmazon.Secret(value: AmazonPatient.refreshToken), queue: queue))
        } catch {
            outcomes = .failure(error)
        }
        await network.shutdown()
        return Dictionary(uniqueKeysWithValues: try outcomes.get().map { ($0.type, $0.outcome) })
    }

    @Test func everyKindIsSubscribedOnce() async throws {
        try await AmazonPatient.run { amazon in
            let first = try await listen(amazon)
            #expect(Set(first.keys) == Set(SetupPlatform.notificationTypes))
            #expect(Set(first.values) == [.subscribed])
            #expect(Set(try await listen(amazon).values) == [.known])
            let made = amazon.platform.log.filter { $0.operation == "createDestination" }
            #expect(made.count == 1, "the queue is made known once")
        }
    }

    @Test func anotherQueueIsLeftAsItIs() async throws {
        try await AmazonPatient.run { amazon in
            _ = try await listen(amazon)
            let other = try await listen(
                amazon, queue: "arn:aws:sqs:eu-west-1:000000000000:other")
            #expect(Set(other.values) == [.elsewhere])
        }
    }

    @Test func aStoreThatCannotLogInIsTold() async throws {
        try await AmazonPatient.run { amazon in
            amazon.platform.revoke(refreshToken: AmazonPatient.refreshToken)
            let outcomes = try await listen(amazon)
            let troubles = outcomes.values.map { outcome -> SetupTrouble.Code? in
                if case .refused(let trouble) = outcome { trouble.code } else { nil }
            }
            #expect(Set(troubles) == [.authorisationEnded])
        }
    }

    private static let addresses: [(String, String?)] = [
        (
            "https://sqs.eu-west-1.amazonaws.com/123456789012/desk",
            "arn:aws:sqs:eu-west-1:123456789012:desk"
        ),
        ("http://127.0.0.1:5000/000000000000/desk", arn),
        ("https://sqs.eu-west-1.amazonaws.com/desk", nil),
        ("https://sqs.eu-west-1.amazonaws.com/name/desk", nil), ("", nil),
    ]

    @Test(arguments: addresses)
    func theQueuesNameFollowsFromItsAddress(_ address: String, _ name: String?) {
        let settings = NotificationSettings(
            queueURL: address, region: "eu-west-1", accessKeyID: "A", secretKey: .file("/x"))
        #expect(SetupPlatform.queueARN(settings) == name)
    }
}
