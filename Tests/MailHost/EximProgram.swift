import Foundation

/// Where Exim is: in the folder that `scripts/test-mail-server.sh` fills, or on this machine.
struct EximProgram {
    let executable: String
    /// libnss_wrapper, which shows Exim the account that was compiled into it; nil when the machine
    /// has that account.
    let wrapper: String?

    static func find() throws -> EximProgram {
        let folder = toolFolder
        let local = "\(folder)/root/usr/sbin/exim4"
        if FileManager.default.isExecutableFile(atPath: local) {
            return EximProgram(executable: local, wrapper: wrapperPath(in: folder))
        }
        let system = "/usr/sbin/exim4"
        if FileManager.default.isExecutableFile(atPath: system) {
            return EximProgram(executable: system, wrapper: nil)
        }
        throw MailHostError("Exim is missing: run scripts/test-mail-server.sh (make deps does).")
    }

    static func findDovecot() throws -> String {
        for path in ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"]
        where FileManager.default.isExecutableFile(atPath: path) {
            return path
        }
        throw MailHostError("Dovecot is missing: install dovecot-imapd (make deps does).")
    }

    private static var toolFolder: String {
        if let folder = ProcessInfo.processInfo.environment["DESKHAND_MAILHOST"] { return folder }
        return URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: ".build-mailhost").path
    }

    private static func wrapperPath(in folder: String) -> String? {
        let libraries = "\(folder)/root/usr/lib"
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: libraries)) ?? []
        return names.first { $0.hasSuffix("/libnss_wrapper.so") }.map { "\(libraries)/\($0)" }
    }
}
