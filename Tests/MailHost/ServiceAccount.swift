import Glibc

/// Under whom the servers run: an ordinary user runs them as himself; root as `nobody`, since
/// Exim delivers nothing as root.
struct ServiceAccount {
    let user: uid_t
    let group: gid_t
    /// What stands before a command to run it so.
    let prefix: [String]

    static let current: ServiceAccount = {
        guard geteuid() == 0 else {
            return ServiceAccount(user: getuid(), group: getgid(), prefix: [])
        }
        let prefix = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        return ServiceAccount(user: 65534, group: 65534, prefix: prefix)
    }()

    /// The names of the accounts, as servers want them.
    var userName: String { getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "\(user)" }
    var groupName: String {
        getgrgid(group).map { String(cString: $0.pointee.gr_name) } ?? "\(group)"
    }

    func own(_ path: String) throws {
        guard geteuid() != 0 || chown(path, user, group) == 0 else {
            throw MailHostError("\(path) cannot be given to the servers' account.")
        }
    }

    func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw MailHostError("\(path) cannot be made.")
        }
        try own(path)
    }

    func write(_ text: String, to path: String, mode: mode_t = 0o644) throws {
        try write(Array(text.utf8), to: path, mode: mode)
    }

    func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw MailHostError("\(path) cannot be written.") }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw MailHostError("\(path) cannot be written.")
        }
        try own(path)
    }
}
