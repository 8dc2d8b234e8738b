import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Localization
import Settings
import Store
import SwiftExtensions

extension SetupWizard {
    /// The data folder and what lies in it.
    func coreStep() throws {
        let old = configuration?.core
        let isRoot = geteuid() == 0
        let home = isRoot ? "/var/lib/deskhand" : NSHomeDirectory() + "/.local/share/deskhand"
        let data = try ask(
            "core.data", SetupQuestions.data, fallback: old?.data ?? home, check: SetupChecks.path)
        let socket = try ask(
            "core.socket", SetupQuestions.socket,
            fallback: old?.socket ?? (isRoot ? "/run/deskhand/core.sock" : "\(home)/core.sock"),
            check: SetupChecks.socket)
        let admins = try ask(
            "core.admins", SetupQuestions.admins,
            fallback: old?.admins.isEmpty == false
                ? old?.admins.joined(separator: ",") : NSUserName(),
            check: SetupChecks.words)
        let zone = try ask(
            "core.time_zone", SetupQuestions.timeZone, fallback: old?.timeZone ?? Self.localZone(),
            check: SetupChecks.zone)
        let place = ConfigurationText.Place.table("core")
        if let data, data != old?.data { try set("data", place, .string(data)) }
        if let socket, socket != old?.socket { try set("socket", place, .string(socket)) }
        if let admins, SetupChecks.list(admins) != old?.admins {
            try set("admins", place, .strings(SetupChecks.list(admins)))
        }
        if let zone, zone != old?.timeZone { try set("time_zone", place, .string(zone)) }
        if try write() { makeDataFolder() }
    }

    /// The machine's own zone, as its time zone file is called.
    private static func localZone() -> String {
        let name = TimeZone.current.identifier
        return SetupChecks.zone(name) == nil ? name : "UTC"
    }

    /// As the core makes them at its first start.
    private func makeDataFolder() {
        guard let core = configuration?.core else { return }
        do {
            let folder = try DataFolder.open(core.data)
            _ = try ContentKey.load(orCreateAt: folder.keyPath)
            folder.close()
            say(SetupNews.dataReady)
        } catch let error as DeskError where error.code == .dataFolderLocked {
            say(SetupNews.coreRunning, ["pid": error.arguments["pid"] ?? "?"])
        } catch let error as DeskError {
            dialogue.say(ProgramFailure(error).message)
            problems += 1
        } catch {
            dialogue.say("\(error)")
            problems += 1
        }
    }
}

extension SetupWizard {
    /// The application at Login with Amazon.
    func amazonStep() async throws {
        let old = configuration?.amazon
        let place = ConfigurationText.Place.table("amazon")
        guard
            let clientID = try ask(
                "amazon.client_id", SetupQuestions.clientID, fallback: old?.clientID,
                check: SetupChecks.token)
        else { return }
        let typed = try ask(
            "amazon.client_secret", SetupQuestions.clientSecret, isSecret: true,
            isNeeded: old == nil, check: SetupChecks.token)
        // The same one again is no new one, whose days would begin anew.
        let secret = typed == (try? old?.clientSecret.load()) ? nil : typed
        guard secret != nil || old != nil else { return }
        if secret == nil { say(SetupStrings.kept) }
        let made = try secret == nil ? nil : secretDay()
        let application = try ask(
            "amazon.application_id", SetupQuestions.applicationID, fallback: old?.applicationID,
            isNeeded: false, check: SetupChecks.token)
        let redirect = try ask(
            "amazon.redirect_uri", SetupQuestions.redirect, fallback: old?.redirect ?? "-",
            check: SetupChecks.web)
        if clientID != old?.clientID { try set("client_id", place, .string(clientID)) }
        if let secret {
            try saveSecret(secret, try secretFile(old), keepsPrevious: true)
        }
        if let application, application != old?.applicationID {
            try set("application_id", place, .string(application))
        }
        if let redirect, redirect != old?.redirect ?? "-" {
            try set("redirect_uri", place, .string(redirect))
        }
        try setEndpoints(old, place)
        if try write(), secret != nil, let made { await renewed(.clientSecret, at: made) }
    }

    private func secretDay() throws -> Timestamp {
        let today = String(now.iso8601.prefix(10))
        let day = try ask(
            "amazon.secret_made", SetupQuestions.secretMade, fallback: today,
            check: SetupChecks.day)
        return min(day.flatMap(SetupChecks.date) ?? now, now)
    }

    /// The file that the configuration names, or a new one that it names from now on.
    private func secretFile(_ old: AmazonSettings?) throws -> String {
        if case .file(let path)? = old?.clientSecret { return path }
        try set("client_secret_file", .table("amazon"), .string("secrets/lwa"))
        return secretPath("lwa")
    }

    /// Other endpoints than Amazon's own come only from a file of answers.
    private func setEndpoints(
        _ old: AmazonSettings?, _ place: ConfigurationText.Place
    ) throws {
        guard dialogue.isUnattended else { return }
        for (key, known) in [("lwa", old?.lwa), ("consent", old?.consent)] {
            let value = try ask(
                "amazon.\(key)", SetupQuestions.redirect, isNeeded: false,
                check: SetupChecks.web)
            if let value, value != known { try set(key, place, .string(value)) }
        }
        let pairs = try ["na", "eu", "fe"].compactMap { region in
            try ask(
                "amazon.endpoints.\(region)", SetupQuestions.redirect, isNeeded: false,
                check: SetupChecks.web
            ).map { TOMLLiteral.Pair(region, .string($0)) }
        }
        let isDraft = try ask("amazon.draft", SetupStrings.yesNo, isNeeded: false)
        if let isDraft { try set("draft", place, .bool(isDraft == "y")) }
        if !pairs.isEmpty { try set("endpoints", place, .table(pairs)) }
    }
}
