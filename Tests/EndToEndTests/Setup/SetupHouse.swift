import Foundation
import MailHost
import MailKit
import Simulator

/// A machine on which nothing is set up yet: a folder, a pretend Amazon, and somebody who answers.
struct SetupHouse {
    static let secret = PretendShop.clientSecret
    static let application = "amzn1.sp.solution.test"
    /// As Seller Central writes them.
    static let sellers = ["nova-eu": "A1NOVAEXAMPLE", "luna-eu": "A2LUNAEXAMPLE"]

    let folder: TestFolder
    let shop: PretendShop

    var configuration: String { "\(folder.path)/etc/deskhand.toml" }
    var data: String { "\(folder.path)/data" }
    var maildir: Maildir { Maildir(path: "\(folder.path)/mail") }

    static func open() async throws -> SetupHouse {
        let stores = sellers.keys.sorted().map { id in
            DeskPlan.Store(id: id, sellerID: sellers[id] ?? "")
        }
        let house = SetupHouse(
            folder: try TestFolder(), shop: try await PretendShop.open(stores))
        house.shop.amazon.signIn(sellerID: "A1NOVAEXAMPLE")
        try house.maildir.create()
        try house.folder.write(secret, to: "secret.txt")
        try house.writeSender()
        return house
    }

    /// A sendmail that puts every mail into the mailbox, as a mail system of one machine would.
    private func writeSender() throws {
        let script =
            "#!/bin/sh\ncat > \(folder.path)/mail/tmp/$$ "
            + "&& mv \(folder.path)/mail/tmp/$$ \(folder.path)/mail/new/$$.setup\n"
        let path = try folder.write(script, to: "deliver")
        guard chmod(path, 0o700) == 0 else { throw MailHostError("\(path) cannot be made to run.") }
    }

    /// Answers for data, Amazon and one mailbox.
    var head: String {
        let base = "http://127.0.0.1:\(shop.port)"
        return """
            [core]
            data = "\(data)"
            socket = "\(folder.path)/core.sock"
            admins = ["boss"]
            time_zone = "Europe/Berlin"

            [amazon]
            client_id = "\(PretendShop.clientID)"
            client_secret_from = "secret.txt"
            application_id = "\(Self.application)"
            redirect_uri = "https://desk.example/back"
            lwa = "\(base)/auth/o2/token"
            consent = "\(base)"
            endpoints = { na = "\(base)/na", eu = "\(base)/eu", fe = "\(base)/fe" }

            """
    }

    var mailbox: String {
        """

        [[mailbox]]
        name = "desk"
        in = "\(folder.path)/mail"
        out = "\(folder.path)/deliver"
        from = "desk@desk.example"

        """
    }

    func store(_ id: String = "nova-eu", consent: String? = nil, marketplaces: String = "DE,FR")
        -> String
    {
        """

        [[store]]
        id = "\(id)"
        seller_id = "\(Self.sellers[id] ?? "")"
        marketplaces = "\(marketplaces)"
        address = "desk+\(id)@desk.example"
        \(consent.map { "consent_from = \"\($0)\"" } ?? "")

        """
    }

    /// Runs the wizard on answers.
    func setup(_ answers: String, _ words: String...) async throws -> CommandResult {
        let file = try folder.write(answers, to: "answers.toml")
        return try await run(["setup"] + words + ["--answers", file])
    }

    func run(_ arguments: [String]) async throws -> CommandResult {
        let program = try RunningProgram(
            "deskhand", arguments + ["--config", configuration], in: folder.path)
        let code = try await program.end(within: .seconds(120))
        return CommandResult(code: code, output: program.output, errors: program.errors)
    }

    /// Agrees to the newest link of an output; where the browser ended.
    func agree(to output: CommandResult) throws -> String {
        guard let link = output.lines.last(where: { $0.contains("/apps/authorize/consent?") }),
            let back = shop.amazon.agree(to: link)
        else { throw MailHostError("There is no link in: \(output.text) \(output.errors)") }
        return back
    }

    /// Goes all the way to an authorised store.
    @discardableResult
    func authorise(_ id: String = "nova-eu", more: String = "") async throws -> CommandResult {
        let first = try await setup(head + mailbox + store(id) + more)
        try folder.write(try agree(to: first), to: "back.txt")
        return try await setup(head + mailbox + store(id, consent: "back.txt") + more)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    func mode(_ path: String) throws -> Int {
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        return (facts[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    /// The checklist's states by code and subject.
    func checklist() async throws -> [String: String] {
        let result = try await run(["setup", "--check", "--json"])
        var states: [String: String] = [:]
        for item in try result.json()["items"].list {
            states["\(item["code"].text ?? "")"] = item["state"].text
        }
        return states
    }

    /// Nothing that was said, and no file but the secrets' own, holds a secret.
    func findLeaks(_ results: CommandResult..., secrets: [String]) throws -> [String] {
        var leaks: [String] = []
        for secret in secrets {
            for result in results where (result.text + result.errors).contains(secret) {
                leaks.append("output: \(secret)")
            }
            let files = FileManager.default.enumerator(atPath: folder.path)
            while let name = files?.nextObject() as? String {
                let isOurs = name.contains("secrets/") || name.hasSuffix(".txt")
                guard !isOurs,
                    let bytes = FileManager.default.contents(
                        atPath: "\(folder.path)/\(name)")
                else { continue }
                if bytes.range(of: Data(secret.utf8)) != nil { leaks.append("\(name): \(secret)") }
            }
        }
        return leaks
    }
}
