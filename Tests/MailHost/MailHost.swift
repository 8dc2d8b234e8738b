import Foundation
import Glibc
package import MailKit

/// A real Dovecot and a real Exim on loopback with folders of their own, for tests.
///
/// Domain `desk.example`. Other domains are delivered into `sink`, except: anything at
/// `bounce.example` and unknown names at `desk.example` are taken and then bounced to the sender;
/// `permanent@reject.example` is refused at once with 550, `transient@reject.example` with 451.
package final class MailHost {
    package struct User: Sendable {
        package var name: String
        package var password: String

        package init(_ name: String, password: String) {
            self.name = name
            self.password = password
        }

        package var address: String { name + "@desk.example" }
    }

    /// Holds everything; removed by `stop`.
    package let folder: String
    package let users: [User]
    private let account: ServiceAccount
    private let ports: [UInt16]
    private let certificates: TestCertificates
    private let exim: EximProgram
    private var dovecotProcess: ServerProcess?
    private var eximProcess: ServerProcess?

    /// Starts both servers and returns when they answer.
    package static func start(
        users: [User] = [
            User("desk", password: "desk-secret"), User("second", password: "second-secret"),
        ]
    ) async throws -> MailHost {
        let host = try MailHost(users: users)
        try await host.startImap()
        try await host.startSmtp()
        return host
    }

    private init(users: [User]) throws {
        self.users = users
        exim = try EximProgram.find()
        _ = try EximProgram.findDovecot()
        account = .current
        var template = Array("/tmp/deskhand-mailhost-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw MailHostError("No temporary folder.") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(folder, 0o755)
        try account.own(folder)
        ports = try LoopbackPorts.free(4)
        for name in ["run", "state", "home", "mail", "spool", "log"] {
            try account.makeFolder("\(folder)/\(name)")
        }
        certificates = try TestCertificates(in: folder, account: account)
        try writeFiles()
    }

    deinit {
        stop()
    }

    /// Ends both servers and removes their folder.
    package func stop() {
        dovecotProcess?.end(SIGTERM)
        eximProcess?.end(SIGTERM)
        dovecotProcess = nil
        eximProcess = nil
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func writeFiles() throws {
        for user in users + [User("elsewhere", password: "")] {
            for part in ["", "/new", "/cur", "/tmp"] {
                try account.makeFolder("\(folder)/mail/\(user.name)\(part)")
            }
        }
        func lines(_ line: (User) -> String) -> String { users.map { line($0) + "\n" }.joined() }
        try account.write(lines { "\($0.name):\($0.password)" }, to: "\(folder)/passwords")
        try account.write(lines { "\($0.name): \($0.password)" }, to: "\(folder)/secrets")
        try account.write(lines { "\($0.name): \($0.name)" }, to: "\(folder)/locals")
        try account.write("", to: "\(folder)/treatments")
        let dovecot = DovecotConfiguration(
            folder: folder, port: ports[0], tlsPort: ports[1], account: account,
            certificates: certificates)
        try account.write(dovecot.text, to: "\(folder)/dovecot.conf")
        let exim = EximConfiguration(
            folder: folder, port: ports[2], tlsPort: ports[3], certificates: certificates)
        try account.write(exim.text, to: "\(folder)/exim.conf")
        let accounts = EximConfiguration.accounts(account)
        try account.write(accounts.passwd, to: "\(folder)/passwd")
        try account.write(accounts.group, to: "\(folder)/group")
        // A copy without the set-user-ID bit, where the servers' account can reach it.
        let program = try Data(contentsOf: URL(filePath: self.exim.executable))
        try account.write([UInt8](program), to: "\(folder)/exim4", mode: 0o755)
    }
}

extension MailHost {
    /// Unencrypted, on loopback.
    package var imap: MailServer { server(ports[0], .plain) }
    package var smtp: MailServer { server(ports[2], .plain) }

    /// The servers under TLS, trusted by the root made for this run. `host` other than `localhost`
    /// does not fit the certificate.
    package func imap(_ security: MailServer.Security, host: String = "localhost") -> MailServer {
        server(security == .tls ? ports[1] : ports[0], security, host: host)
    }

    package func smtp(_ security: MailServer.Security, host: String = "localhost") -> MailServer {
        server(security == .tls ? ports[3] : ports[2], security, host: host)
    }

    private func server(
        _ port: UInt16, _ security: MailServer.Security, host: String = "127.0.0.1"
    ) -> MailServer {
        MailServer(host: host, port: port, security: security, trust: .file(certificates.root))
    }

    /// Where mail to that user arrives.
    package func maildir(of user: String) -> Maildir {
        Maildir(path: "\(folder)/mail/\(user)")
    }

    /// Where mail to all other domains arrives.
    package var sink: Maildir { maildir(of: "elsewhere") }

    package func credentials(of user: String) -> MailCredentials {
        let password = users.first { $0.name == user }?.password ?? ""
        return .password(user: user, MailSecret(password))
    }

    /// Puts a mail into a user's Maildir, readable for the servers, as a delivery would.
    @discardableResult
    package func deliver(_ bytes: [UInt8], to user: String, name: String = UUID().uuidString) throws
        -> String
    {
        let maildir = "\(folder)/mail/\(user)"
        try account.write(bytes, to: "\(maildir)/tmp/\(name)", mode: 0o600)
        guard rename("\(maildir)/tmp/\(name)", "\(maildir)/new/\(name)") == 0 else {
            throw MailHostError("The mail cannot be moved into the Maildir.")
        }
        return name
    }

    /// What the servers logged, for the words of a failing test.
    package var logs: String {
        ["dovecot.log", "dovecot.out", "log/mainlog", "log/paniclog", "exim.out"].map { name in
            let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
            return "== \(name)\n\(text.suffix(4000))"
        }.joined(separator: "\n")
    }
}

extension MailHost {
    package func startImap() async throws {
        let program = try EximProgram.findDovecot()
        dovecotProcess = try ServerProcess(
            account.prefix + [program, "-F", "-c", "\(folder)/dovecot.conf"],
            log: "\(folder)/dovecot.out")
        try await answers(ports[0], "Dovecot") { self.dovecotProcess?.isRunning ?? false }
    }

    /// Ends Dovecot: in good order, or at once with every open connection.
    package func stopImap(atOnce: Bool = false) {
        dovecotProcess?.end(atOnce ? SIGKILL : SIGTERM)
        dovecotProcess = nil
    }

    /// Makes Dovecot number the user's mails anew, as after a mailbox was rebuilt.
    package func renewUIDs(of user: String) async throws {
        stopImap()
        let maildir = "\(folder)/mail/\(user)"
        for name in try FileManager.default.contentsOfDirectory(atPath: maildir)
        where name == "dovecot-uidlist" || name.hasPrefix("dovecot.index") {
            try FileManager.default.removeItem(atPath: "\(maildir)/\(name)")
        }
        try await startImap()
    }

    package func startSmtp() async throws {
        var environment: [String: String] = [:]
        if let wrapper = exim.wrapper {
            environment["LD_PRELOAD"] = try copied(wrapper)
            environment["LD_LIBRARY_PATH"] = "\(folder)/lib"
            environment["NSS_WRAPPER_PASSWD"] = "\(folder)/passwd"
            environment["NSS_WRAPPER_GROUP"] = "\(folder)/group"
        }
        eximProcess = try ServerProcess(
            account.prefix + ["\(folder)/exim4", "-C", "\(folder)/exim.conf", "-bdf", "-q5s"],
            environment: environment, log: "\(folder)/exim.out")
        try await answers(ports[2], "Exim") { self.eximProcess?.isRunning ?? false }
    }

    package func stopSmtp() {
        eximProcess?.end(SIGTERM)
        eximProcess = nil
    }

    /// Copies the wrapper and its neighbours to where the servers' account can read them.
    private func copied(_ wrapper: String) throws -> String {
        let source = URL(filePath: wrapper).deletingLastPathComponent().path
        try account.makeFolder("\(folder)/lib")
        for name in try FileManager.default.contentsOfDirectory(atPath: source)
        where name.contains(".so") {
            let bytes = try Data(contentsOf: URL(filePath: "\(source)/\(name)"))
            try account.write([UInt8](bytes), to: "\(folder)/lib/\(name)", mode: 0o755)
        }
        return "\(folder)/lib/\(URL(filePath: wrapper).lastPathComponent)"
    }

    private func answers(_ port: UInt16, _ name: String, isRunning: () -> Bool) async throws {
        try await eventually("\(name) answers on loopback") {
            guard isRunning() else { throw MailHostError("\(name) ended at once.\n\(logs)") }
            return LoopbackPorts.isOpen(port)
        }
    }
}
