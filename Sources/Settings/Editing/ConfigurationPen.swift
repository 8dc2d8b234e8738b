import Glibc
package import SwiftExtensions

/// Writes a configuration file whole or not at all, and never over somebody else's change.
package enum ConfigurationPen {
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file is not what was read any more.
        case changedMeanwhile(path: String)
        case notWritable(path: String, reason: String)

        package var description: String {
            switch self {
            case .changedMeanwhile(let path): "\(path) has changed meanwhile"
            case .notWritable(let path, let reason): "\(path): \(reason)"
            }
        }
    }

    /// The file's text; nil when there is none.
    package static func read(_ path: String) throws(FileFailure) -> String? {
        do {
            return String(decoding: try FileBytes.read(path, limit: 4 << 20), as: UTF8.self)
        } catch {
            guard error.errorNumber == ENOENT else { throw error }
            return nil
        }
    }

    /// Puts `text` in the file's place when it still holds `known` (nil: does not exist yet). Its
    /// mode and owner stay; a new one can be read by everybody, for it holds no secret.
    package static func write(
        _ text: String, to path: String, replacing known: String?
    ) throws(Failure) {
        let target = resolved(path)
        do {
            guard try read(target) == known else { throw Failure.changedMeanwhile(path: path) }
            try makeFolder(of: target)
            try replace(target, Array(text.utf8), facts: (try? FileStatus(path: target)))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .notWritable(path: path, reason: "\(error)")
        }
    }

    private static func replace(
        _ path: String, _ bytes: [UInt8], facts: FileStatus?
    ) throws(FileFailure) {
        let fresh = "\(path).new-\(getpid())"
        unlink(fresh)
        let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileFailure("create", fresh) }
        defer {
            close(file)
            unlink(fresh)
        }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw FileFailure("write", fresh)
        }
        if let facts, facts.owner != geteuid() { fchown(file, facts.owner, gid_t.max) }
        guard fchmod(file, mode_t(facts?.permissions ?? 0o644)) == 0, fsync(file) == 0,
            rename(fresh, path) == 0
        else { throw FileFailure("replace", path) }
    }

    /// The file behind a link, so that the link stays one.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Makes the missing folders above a file; they hold no secret by themselves.
    static func makeFolder(of path: String, mode: mode_t = 0o755) throws(FileFailure) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        guard access(folder, F_OK) != 0 else { return }
        try makeFolder(of: folder, mode: mode)
        guard mkdir(folder, mode) == 0 || errno == EEXIST else {
            throw FileFailure("mkdir", folder)
        }
    }
}

/// Writes secrets into files that only their owner can read.
package enum SecretPen {
    /// Puts a secret into its file (mode 0600, its folder 0700 when it is new), whole or not at
    /// all. What the file held before is kept beside it as `.previous` when `keepsPrevious`.
    package static func write(
        _ value: String, to path: String, keepsPrevious: Bool = false
    ) throws(FileFailure) {
        try ConfigurationPen.makeFolder(of: path, mode: 0o700)
        if keepsPrevious, let old = try? FileBytes.read(path, limit: 64 << 10) {
            try put(old, "\(path).previous")
        }
        try put(Array((value + "\n").utf8), path)
    }

    private static func put(_ bytes: [UInt8], _ path: String) throws(FileFailure) {
        let fresh = "\(path).new-\(getpid())"
        unlink(fresh)
        let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileFailure("create", fresh) }
        defer {
            close(file)
            unlink(fresh)
        }
        guard fchmod(file, 0o600) == 0, Glibc.write(file, bytes, bytes.count) == bytes.count,
            fsync(file) == 0, rename(fresh, path) == 0
        else { throw FileFailure("replace", path) }
    }
}
