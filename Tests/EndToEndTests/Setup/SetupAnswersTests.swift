import CoreClient
import Foundation
import MailHost
import Simulator
import Testing

extension DeskScenarios {
    /// The wizard on a file of answers, against the pretend platform.
    @Suite struct SetupAnswersTests {
        @Test func aMachineIsSetUpFromNothing() async throws {
            let house = try await SetupHouse.open()
            let first = try await house.setup(house.head + house.mailbox + house.store())
            #expect(first.code == 0, "\(first.text) \(first.errors)")
            #expect(try house.mode(house.data) == 0o700)
            #expect(try house.mode("\(house.data)/content.key") == 0o600)
            #expect(try house.mode("\(house.folder.path)/etc/secrets/lwa") == 0o600)
            #expect(try !house.text(house.configuration).contains("[[store]]"))
            #expect(try await house.checklist()["store-pending"] == "open")

            try house.folder.write(try house.agree(to: first), to: "back.txt")
            let rest = """
                [seller_central]
                "sellercentral-europe.amazon.com" = "all"

                [round_trip]
                seconds = 30

                [[person]]
                user = "ana"
                name = "Ana"
                stores = "nova-eu"
                languages = "de"
                """
            let second = try await house.setup(
                house.head + house.mailbox + house.store(consent: "back.txt") + rest)
            #expect(second.code == 0, "\(second.text) \(second.errors)")
            let token = "\(house.folder.path)/etc/secrets/nova-eu"
            #expect(try house.mode(token) == 0o600)
            #expect(try house.text(token).hasPrefix("Atzr|"))
            let list = try await house.checklist()
            #expect(Set(list.values) == ["done"], "\(list)")
            #expect(list["round-trip-done"] == "done")
            #expect(list["people-done"] == "done")
            let code = try #require(
                try house.text("\(house.folder.path)/back.txt").split(separator: "=").dropFirst()
                    .first?.split(separator: "&").first)
            let secrets = [SetupHouse.secret, try house.text(token).trimmed, String(code)]
            #expect(try house.findLeaks(first, second, secrets: secrets) == [])
            let doctor = try await house.run(["doctor", "--json"])
            let codes = try doctor.json()["findings"].list.compactMap { $0["code"].text }
            for good in [
                "config.ok", "setup.complete", "round_trip.ok", "consent.ok", "secret.ok",
                "amazon.access_ok", "tables.ok",
            ] { #expect(codes.contains(good), "\(good) is not in \(codes)") }
            let again = try await house.setup(
                house.head + house.mailbox + house.store(consent: "back.txt") + rest)
            #expect(again.code == 0, "\(again.text) \(again.errors)")
            #expect(!again.text.contains("will change"), "nothing is left to change")
            await house.shop.close()
        }

        @Test func whatAnOwnerWroteStays() async throws {
            let house = try await SetupHouse.open()
            try FileManager.default.createDirectory(
                atPath: "\(house.folder.path)/etc", withIntermediateDirectories: true)
            try house.folder.write(
                "# Ask Li first.\n[core]\ndata = '\(house.data)'  # the big disk\n"
                    + "socket = \"core.sock\"\nundo_seconds = 30\n", to: "etc/deskhand.toml")
            let result = try await house.setup(house.head + house.mailbox)
            #expect(result.code == 0, "\(result.text) \(result.errors)")
            let text = try house.text(house.configuration)
            #expect(
                text.hasPrefix("# Ask Li first.\n[core]\ndata = '\(house.data)'  # the big disk\n"))
            #expect(text.contains("undo_seconds = 30\n"))
            #expect(text.contains("socket = \"\(house.folder.path)/core.sock\"\n"))
            #expect(result.text.contains("- socket = \"core.sock\""))
            await house.shop.close()
        }

        /// What is answered, and the trouble that must be named; nothing may be kept.
        @Test(arguments: [
            (
                "https://desk.example/back?spapi_oauth_code=abcdefgh&state=x&selling_partner_id=A1NOVAEXAMPLE",
                "state-foreign"
            ),
            ("https://desk.example/back", "consent-without-code"),
            ("https://desk.example/back?error=access_denied", "consent-denied"),
            ("NeverGivenByAnybody1", "code-refused"),
            ("Atzr|nobodys-token", "authorisation-ended"),
        ])
        func aWrongAnswerIsExplained(answer: String, trouble: String) async throws {
            let house = try await SetupHouse.open()
            _ = try await house.setup(house.head + house.store())
            try house.folder.write(answer, to: "back.txt")
            let result = try await house.setup(house.store(consent: "back.txt"))
            #expect(result.code == 1)
            #expect(result.text.contains("[\(trouble)]"), "\(result.text) \(result.errors)")
            #expect(result.text.contains("→"))
            #expect(try !house.text(house.configuration).contains("[[store]]"))
            #expect(
                !FileManager.default.fileExists(
                    atPath: "\(house.folder.path)/etc/secrets/nova-eu"))
            await house.shop.close()
        }

        @Test func theConsentOfAnotherAccountIsRefused() async throws {
            let house = try await SetupHouse.open()
            let first = try await house.setup(house.head + house.store())
            house.shop.amazon.signIn(sellerID: "A2LUNAEXAMPLE")
            try house.folder.write(try house.agree(to: first), to: "back.txt")
            let result = try await house.setup(house.store(consent: "back.txt"))
            #expect(result.code == 1)
            #expect(result.text.contains("[seller-mismatch]"))
            #expect(result.text.contains("A2LUNAEXAMPLE"))
            #expect(try await house.checklist()["store-pending"] == "open")
            await house.shop.close()
        }

        @Test func aTokenOfAnotherRegionNamesTheRegion() async throws {
            let house = try await SetupHouse.open()
            _ = try await house.setup(house.head + house.store(marketplaces: "JP"))
            try house.folder.write(PretendShop.refreshToken("nova-eu"), to: "back.txt")
            let result = try await house.setup(
                house.store(consent: "back.txt", marketplaces: "JP"))
            #expect(result.code == 1)
            #expect(result.text.contains("[wrong-region]"), "\(result.text)")
            #expect(result.text.contains("region eu"))
            await house.shop.close()
        }

        @Test func aSecondStoreOfOneAccountAndRegionIsRefused() async throws {
            let house = try await SetupHouse.open()
            try await house.authorise()
            let twin = house.store().replacingOccurrences(of: "\"nova-eu\"", with: "\"twin\"")
            let result = try await house.setup(twin)
            #expect(result.code == 1)
            #expect(result.text.contains("[seller-known]"))
            await house.shop.close()
        }

        @Test func aWrongSecretIsTheApplicationsTrouble() async throws {
            let house = try await SetupHouse.open()
            try house.folder.write("not-the-secret", to: "secret.txt")
            let first = try await house.setup(house.head + house.store())
            try house.folder.write(try house.agree(to: first), to: "back.txt")
            let result = try await house.setup(house.store(consent: "back.txt"))
            #expect(result.code == 1)
            #expect(result.text.contains("[client-rejected]"), "\(result.text)")
            await house.shop.close()
        }

        @Test func aRevokedStoreIsRenewedAndKeepsItsOldTokenBeside() async throws {
            let house = try await SetupHouse.open()
            try await house.authorise()
            let path = "\(house.folder.path)/etc/secrets/nova-eu"
            let old = try house.text(path)
            house.shop.amazon.revoke(refreshToken: old.trimmed)
            let link = try await house.run(["setup", "renew", "nova-eu"])
            #expect(link.code == 1, "without an answer nothing is renewed")
            try house.folder.write(try house.agree(to: link), to: "back.txt")
            let result = try await house.setup(
                house.store(consent: "back.txt"), "renew", "nova-eu")
            #expect(result.code == 0, "\(result.text) \(result.errors)")
            #expect(try house.text(path) != old)
            #expect(try house.text("\(path).previous") == old)
            #expect(try house.mode("\(path).previous") == 0o600)
            let used = try await house.setup(
                house.store(consent: "back.txt"), "renew", "nova-eu")
            #expect(used.code == 1)
            #expect(used.text.contains("[state-foreign]"), "the link was answered already")
            await house.shop.close()
        }

        @Test func aNewSecretIsTakenWhenItWorks() async throws {
            let house = try await SetupHouse.open()
            try await house.authorise()
            let path = "\(house.folder.path)/etc/secrets/lwa"
            let answers = "[amazon]\nclient_secret_from = \"new.txt\"\n"
            try house.folder.write("brand-new-secret", to: "new.txt")
            let early = try await house.setup(answers, "rotate-secret")
            #expect(early.code == 1)
            #expect(early.text.contains("[client-rejected]"))
            #expect(try house.text(path).trimmed == SetupHouse.secret)

            house.shop.amazon.rotateSecret(to: "brand-new-secret", grace: .seconds(604_800))
            let result = try await house.setup(answers, "rotate-secret")
            #expect(result.code == 0, "\(result.text) \(result.errors)")
            #expect(try house.text(path).trimmed == "brand-new-secret")
            #expect(try house.text("\(path).previous").trimmed == SetupHouse.secret)
            #expect(
                try house.findLeaks(early, result, secrets: ["brand-new-secret"]) == [])
            await house.shop.close()
        }

        @Test func aRunningCoreIsToldAtOnce() async throws {
            let house = try await SetupHouse.open()
            try await house.authorise()
            let core = try RunningProgram(
                "deskhand-core", ["serve", "--config", house.configuration],
                in: house.folder.path)
            let socket = "\(house.folder.path)/core.sock"
            try await eventually("the core listens", within: .seconds(60)) {
                (try? UnixSocket.connect(path: socket)).map { close($0) } != nil
            }
            let link = try await house.run(["setup", "renew", "nova-eu"])
            try house.folder.write(try house.agree(to: link), to: "back.txt")
            let renewed = try await house.setup(
                house.store(consent: "back.txt"), "renew", "nova-eu")
            #expect(renewed.code == 0, "\(renewed.text) \(renewed.errors)")
            #expect(!renewed.text.contains("could not be told"), "\(renewed.text)")
            let person = try await house.setup(
                "[[person]]\nuser = \"ana\"\nname = \"Ana\"\nstores = \"nova-eu\"\n")
            #expect(person.code == 0, "\(person.text) \(person.errors)")
            #expect(person.text.contains("ana can use the desk now."), "\(person.text)")
            core.send(SIGTERM)
            #expect(try await core.end() == 0)
            await house.shop.close()
        }

        @Test(arguments: [
            ("[core]\ndata = \"relative\"\n", "core.data"),
            ("[core]\ndata = \"/dev/null/x\"\ntime_zone = \"Mars/Base\"\n", "core.time_zone"),
        ])
        func aWrongAnswerOfAFileIsNamed(answers: String, key: String) async throws {
            let house = try await SetupHouse.open()
            let result = try await house.setup(answers)
            #expect(result.code == 1)
            #expect(result.text.contains("\(key): "), "\(result.text)")
            await house.shop.close()
        }

        @Test func aDamagedConfigurationIsNotTouched() async throws {
            let house = try await SetupHouse.open()
            try FileManager.default.createDirectory(
                atPath: "\(house.folder.path)/etc", withIntermediateDirectories: true)
            try house.folder.write("[core\n", to: "etc/deskhand.toml")
            let result = try await house.setup(house.head)
            #expect(result.code == 2)
            #expect(result.errors.contains("deskhand.toml:"))
            #expect(try house.text(house.configuration) == "[core\n")
            await house.shop.close()
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
