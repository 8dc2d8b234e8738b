import Foundation
import Glibc
package import SwiftExtensions

/// What went wrong with a Maildir: the step and the system's reason, without names of files.
package struct MaildirError: Error, Hashable, Sendable {
    package enum Step: String, Sendable { case create, list, read, write, watch }
    package var step: Step
    package var reason: String
    /// The file or folder is not there: taken away by its owner.
    package var isMissing: Bool

    init(_ step: Step, _ number: CInt) {
        self.step = step
        isMissing = number == ENOENT
        reason = String(cString: strerror(number))
    }
}

/// One mail in a Maildir.
package struct MaildirEntry: Hashable, Sendable {
    /// The unique part of the file name, which stays when flags change: the key of a seen set.
    package var key: String
    package var path: String
    /// In bytes.
    package var size: Int64
    /// When the file was written.
    package var modified: Timestamp
}

/// A folder of mails with `new`, `cur` and `tmp`. Reading leaves every file where and as it is.
package struct Maildir: Hashable, Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Makes the folders that are missing.
    package func create() throws(MaildirError) {
        for folder in [path, path + "/tmp", path + "/new", path + "/cur"] {
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
                throw MaildirError(.create, errno)
            }
        }
    }

    /// Every mail whose key is not in `seen`, oldest name first.
    package func scan(skipping seen: Set<String> = []) throws(MaildirError) -> [MaildirEntry] {
        var entries: [String: MaildirEntry] = [:]
        for folder in ["new", "cur"] {
            for name in try names(in: folder) {
                let key = Self.key(of: name)
                guard !seen.contains(key), entries[key] == nil else { continue }
                entries[key] = entry(key, at: "\(path)/\(folder)/\(name)")
            }
        }
        return entries.values.sorted { ($0.modified, $0.key) < ($1.modified, $1.key) }
    }

    /// The bytes of a mail. Finds it again when a mail program has moved it from `new` to `cur` or
    /// changed its flags meanwhile. Throws for one of more than `limit` bytes: a part of a mail is
    /// not the mail.
    package func read(_ entry: MaildirEntry, limit: Int = 64 << 20) throws(MaildirError) -> [UInt8]
    {
        if let bytes = try Self.contents(of: entry.path, limit: limit) { return bytes }
        for folder in ["cur", "new"] {
            for name in try names(in: folder) where Self.key(of: name) == entry.key {
                if let bytes = try Self.contents(of: "\(path)/\(folder)/\(name)", limit: limit) {
                    return bytes
                }
            }
        }
        throw MaildirError(.read, ENOENT)
    }

    static func key(of name: String) -> String {
        String(name.prefix { $0 != ":" })
    }

    /// Regular names only: a Maildir holds no hidden files.
    private func names(in folder: String) throws(MaildirError) -> [String] {
        guard let directory = opendir("\(path)/\(folder)") else { throw MaildirError(.list, errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let item = readdir(directory) {
            let name = withUnsafePointer(to: item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private func entry(_ key: String, at path: String) -> MaildirEntry? {
        var status = stat()
        // A link is no delivery, and reading would not follow it.
        guard lstat(path, &status) == 0 else {
            // What cannot be looked at is listed all the same: reading it tells why.
            return errno == ENOENT
                ? nil : MaildirEntry(key: key, path: path, size: 0, modified: Timestamp(seconds: 0))
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        let modified = Timestamp(
            milliseconds: Int64(status.st_mtim.tv_sec) * 1000
                + Int64(status.st_mtim.tv_nsec) / 1_000_000)
        return MaildirEntry(key: key, path: path, size: Int64(status.st_size), modified: modified)
    }

    /// Nil when there is no such file.
    private static func contents(of path: String, limit: Int) throws(MaildirError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw MaildirError(.read, errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw MaildirError(.read, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard status.st_size <= limit else { throw MaildirError(.read, EFBIG) }
        let count = Int(status.st_size)
        var failure: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), count - filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return failure = got < 0 ? errno : EIO }
                filled += got
            }
        }
        guard failure == 0 else { throw MaildirError(.read, failure) }
        return bytes
    }
}
