import Core
import CoreClient
import Foundation
import HelpDesk
import Localization
import Logging
import Settings
import Store
import SwiftExtensions
import Wire

/// What goes into the desk's record: through the core when one runs, else with the folder opened
/// for a moment.
extension SetupWizard {
    private var isCoreRunning: Bool {
        configuration.map { CoreLock.holder(ofFolder: $0.core.data) != nil } ?? false
    }

    /// Starts a credential's calendar anew.
    func renewed(_ subject: CredentialSubject, at instant: Timestamp) async {
        guard let configuration else { return }
        do {
            if isCoreRunning {
                let session = try session(configuration)
                _ = try session.call(RenewCredential(subject: subject, at: instant))
            } else {
                try keep(CredentialRenewal(subject: subject, at: instant), configuration)
            }
        } catch let error as DeskError {
            say(SetupStrings.calendarUntold, ["detail": error.code.rawValue])
        } catch {
            say(SetupStrings.calendarUntold, ["detail": "\(error)"])
        }
    }

    private func keep(
        _ renewal: CredentialRenewal, _ configuration: Configuration
    ) throws {
        let folder = try DataFolder.open(configuration.core.data)
        defer { folder.close() }
        let key = try ContentKey.load(orCreateAt: folder.keyPath)
        let database = try DeskDatabase(path: folder.databasePath, key: key)
        try database.writeSync(as: .service("setup"), at: now) { transaction in
            _ = try transaction.record(.credentialRenewed(renewal))
        }
        try database.close()
    }

    private func session(_ configuration: Configuration) throws -> CoreSession {
        try CoreSession(
            connection: try CoreConnection(path: configuration.core.socket), client: "setup",
            asUser: Self.actor(configuration.core.admins))
    }

    /// Who acts when the one who runs setup is no admin: whoever used sudo, else the first admin.
    /// The core allows it to root and to its own account alone.
    private static func actor(_ admins: [String]) -> String? {
        guard !admins.contains(NSUserName()) else { return nil }
        let caller = ProcessInfo.processInfo.environment["SUDO_USER"]
        return admins.first { $0 == caller } ?? admins.first
    }
}

extension SetupWizard {
    /// People who may use the desk.
    func peopleStep() async throws {
        guard let configuration else { return }
        var seeds: [PersonSeed] = []
        var index = 0
        while index < dialogue.count(of: "person") ?? .max {
            let key = "person[\(index)]"
            guard
                let user = try ask(
                    "\(key).user", SetupQuestions.personUser, isNeeded: false,
                    check: SetupChecks.word)
            else { break }
            if getpwnam(user) == nil { say(SetupNews.noUser, ["user": user]) }
            if let seed = try person(user, key, configuration) { seeds.append(seed) }
            index += 1
        }
        guard !seeds.isEmpty else { return }
        if isCoreRunning {
            for seed in seeds { tell(seed, configuration) }
        } else {
            await admit(seeds, configuration)
        }
    }

    private func person(
        _ user: String, _ key: String, _ configuration: Configuration
    ) throws -> PersonSeed? {
        let stores = configuration.stores.map(\.id)
        guard
            let name = try ask("\(key).name", SetupQuestions.personName, fallback: user),
            let role = try ask(
                "\(key).role", SetupQuestions.personRole, fallback: Role.agent.rawValue,
                check: { Role(rawValue: $0) == nil ? SetupQuestions.notRole : nil }),
            let scope = try ask(
                "\(key).stores", SetupQuestions.personStores, fallback: "all",
                check: { text in
                    text == "all" || SetupChecks.list(text).allSatisfy(stores.contains)
                        ? nil
                        : SetupQuestions.notStores.given(
                            ["names": stores.joined(separator: ", ")])
                })
        else { return nil }
        let languages =
            try ask(
                "\(key).languages", SetupQuestions.personLanguages, fallback: "-",
                isNeeded: false) ?? "-"
        return PersonSeed(
            unixUser: user, displayName: name, role: Role(rawValue: role) ?? .agent,
            scope: scope == "all"
                ? .all : .only(Set(SetupChecks.list(scope).map { StoreID($0) })),
            languages: languages == "-"
                ? [] : SetupChecks.list(languages).map { LanguageCode($0) })
    }

    private func tell(_ seed: PersonSeed, _ configuration: Configuration) {
        do {
            _ = try session(configuration).call(
                SavePerson(
                    unixUser: seed.unixUser, displayName: seed.displayName, role: seed.role,
                    scope: seed.scope, languages: seed.languages))
            say(SetupNews.personSaved, ["user": seed.unixUser])
        } catch {
            let code = (error as? DeskError)?.code.rawValue ?? "\(error)"
            say(SetupNews.personFailed, ["user": seed.unixUser, "detail": code])
            problems += 1
        }
    }

    /// Somebody who is known already keeps what an admin set.
    private func admit(_ seeds: [PersonSeed], _ configuration: Configuration) async {
        do {
            let house = try await DeskHouse.open(
                configuration, people: seeds, logger: ServeLog.make(level: .error))
            let people = try await house.database.read { try $0.people() }
            await house.desk.shutdown()
            try house.close()
            for seed in seeds {
                let isAsAsked = people.contains {
                    $0.unixUser == seed.unixUser && $0.role == seed.role && $0.scope == seed.scope
                }
                say(
                    isAsAsked ? SetupNews.personSaved : SetupNews.personKnown,
                    ["user": seed.unixUser])
            }
        } catch let error as DeskError {
            dialogue.say(ProgramFailure(error).message)
            problems += 1
        } catch let error as ConfigurationError {
            for problem in error.problems { dialogue.say(ProgramFailure.line(problem)) }
            problems += 1
        } catch {
            dialogue.say("\(error)")
            problems += 1
        }
    }
}
