import Core
import Foundation
import HelpDesk
import Localization
import Settings
import SwiftExtensions

extension SetupWizard {
    /// Mailboxes, each tried as soon as it is described.
    func mailboxStep() async throws {
        var index = 0
        while index < dialogue.count(of: "mailbox") ?? .max {
            let first = configuration?.mailboxes.isEmpty == true && index == 0
            let name = try ask(
                "mailbox[\(index)].name", SetupQuestions.mailboxName,
                fallback: first && !dialogue.isUnattended ? "desk" : nil, isNeeded: false,
                check: SetupChecks.word)
            guard let name else { break }
            try await mailbox(name, "mailbox[\(index)]")
            index += 1
        }
        for mailbox in configuration?.mailboxes ?? []
        where try state().mailTrials[mailbox.name] == nil {
            await tryOut(mailbox)
        }
    }

    private func mailbox(_ name: String, _ key: String) async throws {
        let old = configuration?.mailboxes.first { $0.name == name }
        let place = ConfigurationText.Place.element("mailbox", key: "name", value: name)
        guard
            let inbound = try ask(
                "\(key).in", SetupQuestions.inbound, fallback: old.map(Self.inbound),
                check: SetupChecks.inbound)
        else { return }
        let outbound = try ask(
            "\(key).out", SetupQuestions.outbound, fallback: old.map(Self.outbound) ?? "-",
            check: SetupChecks.outbound)
        let user = try ask(
            "\(key).user", SetupQuestions.user, fallback: Self.user(old) ?? "-",
            check: SetupChecks.token)
        if inbound != old.map(Self.inbound) {
            try set(inbound.hasPrefix("/") ? "maildir" : "imap", place, .string(inbound))
        }
        if let outbound, outbound != "-", outbound != old.map(Self.outbound) {
            try set(outbound.hasPrefix("/") ? "sendmail" : "smtp", place, .string(outbound))
        }
        if let user, user != "-" { try login(user, name, key, old, place) }
        try resultServers(key, old, place)
        if let outbound, outbound != "-" {
            let from = try ask(
                "\(key).from", SetupQuestions.from,
                fallback: old?.from ?? (user?.contains("@") == true ? user : nil),
                check: SetupChecks.address)
            if let from, from != old?.from { try set("from", place, .string(from)) }
        }
        guard try write() else { return }
        if let mailbox = configuration?.mailboxes.first(where: { $0.name == name }) {
            await tryOut(mailbox)
        }
    }

    /// Whose word proves that a mail comes from Amazon.
    private func resultServers(
        _ key: String, _ old: MailboxSettings?, _ place: ConfigurationText.Place
    ) throws {
        let known = old?.resultServers ?? []
        let names = try ask(
            "\(key).auth_results", SetupQuestions.resultServers,
            fallback: known.isEmpty ? "-" : known.joined(separator: ","),
            check: { $0 == "-" ? nil : SetupChecks.words($0) })
        guard let names, names != "-", SetupChecks.list(names) != known else { return }
        try set("auth_results", place, .strings(SetupChecks.list(names)))
    }

    private func login(
        _ user: String, _ name: String, _ key: String, _ old: MailboxSettings?,
        _ place: ConfigurationText.Place
    ) throws {
        if user != Self.user(old) { try set("user", place, .string(user)) }
        var path: String?
        if case .password(_, .file(let known))? = old?.login { path = known }
        let password = try ask(
            "\(key).password", SetupQuestions.password, isSecret: true, isNeeded: path == nil)
        guard let password else { return say(SetupStrings.kept) }
        if path == nil { try set("password_file", place, .string("secrets/\(name)")) }
        try saveSecret(password, path ?? secretPath(name))
    }

    /// As the doctor looks at it.
    private func tryOut(_ mailbox: MailboxSettings) async {
        guard let configuration else { return }
        let findings = await Core.Doctor().examine(mailbox, of: configuration)
        let troubles = findings.filter { $0.level == .error }
        for finding in troubles {
            let said = DoctorSentences.words(
                code: finding.code.rawValue, arguments: finding.arguments)
            dialogue.say("\(mailbox.name): \(words(said.meaning)) [\(finding.code.rawValue)]")
            if let next = said.nextStep { dialogue.say("  → \(words(next))") }
        }
        if troubles.isEmpty { say(SetupNews.mailboxFine, ["name": mailbox.name]) }
        problems += troubles.count
        let trial = SetupState.Trial(at: now, trouble: troubles.first?.code.rawValue)
        try? change { $0.mailTrials[mailbox.name] = trial }
    }

    private static func inbound(_ mailbox: MailboxSettings) -> String {
        switch mailbox.inbound {
        case .maildir(let path): path
        case .imap(let server): address(server, "imap")
        }
    }

    private static func outbound(_ mailbox: MailboxSettings) -> String {
        switch mailbox.outbound {
        case nil: "-"
        case .sendmail(let command): command
        case .smtp(let server): address(server, "smtp")
        }
    }

    private static func address(_ server: MailServer, _ plain: String) -> String {
        let scheme =
            switch server.encryption {
            case .tls: plain + "s"
            case .startTLS: plain + "+starttls"
            case .none: plain
            }
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        return "\(scheme)://\(host):\(server.port)"
    }

    private static func user(_ mailbox: MailboxSettings?) -> String? {
        switch mailbox?.login {
        case .password(let user, _)?, .oauth2(let user, _, _, _)?: user
        case nil, MailboxSettings.Login.none?: nil
        }
    }
}

extension SetupWizard {
    /// A mail from the desk to itself, at each address that Amazon shall write to.
    func roundTripStep() async throws {
        guard let configuration else { return }
        for (address, mailbox) in SetupSurvey.addresses(configuration) {
            let last = try state().roundTrips[address]
            let isTried = last != nil && last?.trouble == nil
            guard
                try agrees(
                    "round_trip.send", SetupQuestions.tryMail, ["address": address],
                    fallback: dialogue.isUnattended || !isTried)
            else { continue }
            await roundTrip(address, mailbox)
        }
    }

    /// Only a file of answers says another limit than a minute.
    private func waitSeconds() -> Int64 {
        guard dialogue.isUnattended,
            let text = try? ask("round_trip.seconds", SetupStrings.yesNo, isNeeded: false),
            let seconds = Int64(text)
        else { return 60 }
        return min(max(seconds, 1), 600)
    }

    private func roundTrip(_ address: String, _ mailbox: MailboxSettings) async {
        let limit = waitSeconds()
        say(SetupNews.mailUnderWay, ["address": address, "seconds": String(limit)])
        let token = "setup-\(UUID().uuidString.lowercased())"
        let trip = RoundTrip(
            mailbox, token: token, limit: .seconds(limit), now: { SystemClock().now })
        var trial = SetupState.Trial(at: now, trouble: nil)
        do {
            let time = try await trip.run(to: address)
            trial.milliseconds = time.wholeMilliseconds
            let whole = max(1, (time.wholeMilliseconds + 500) / 1000)
            say(SetupNews.mailBack, ["address": address, "seconds": String(whole)])
        } catch {
            trial.trouble = error.code.rawValue
            complain(error, about: address)
        }
        let result = trial
        try? change { $0.roundTrips[address] = result }
    }
}
