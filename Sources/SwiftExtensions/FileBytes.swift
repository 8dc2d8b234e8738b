package import Glibc

/// A file could not be read or written; says which call failed and why.
package struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package var operation: String
    package var path: String
    package var errorNumber: Int32

    package init(_ operation: String, _ path: String, errorNumber: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.errorNumber = errorNumber
    }

    package var description: String {
        "\(operation) \(path): \(String(cString: strerror(errorNumber)))"
    }
}

/// What stat(2) says of a file, as far as the desk asks.
package struct FileStatus: Hashable, Sendable {
    /// Permission bits only, such as 0o600.
    package var permissions: UInt32
    package var owner: UInt32
    package var byteCount: Int64
    package var isDirectory: Bool

    package init(path: String) throws(FileFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileFailure("stat", path) }
        permissions = status.st_mode & 0o7777
        owner = status.st_uid
        byteCount = Int64(status.st_size)
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Whole files as bytes, without Foundation: the workstation's start must stay small.
package enum FileBytes {
    /// Reads at most `limit` bytes; a longer file is an error (`EFBIG`).
    package static func read(_ path: String, limit: Int = 64 << 20) throws(FileFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure("open", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure("read", path) }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw FileFailure("read", path, errorNumber: EFBIG)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Writes a new file beside the target and renames it over: readers see the old or the new one.
    package static func replace(_ path: String, with bytes: [UInt8], permissions: mode_t = 0o600)
        throws(FileFailure)
    {
        let fresh = path + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw FileFailure("create", fresh) }
        do throws(FileFailure) {
            try writeAll(bytes, to: descriptor, path: fresh)
            guard fsync(descriptor) == 0 else { throw FileFailure("fsync", fresh) }
        } catch {
            close(descriptor)
            unlink(fresh)
            throw error
        }
        close(descriptor)
        guard rename(fresh, path) == 0 else { throw FileFailure("rename", path) }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String)
        throws(FileFailure)
    {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure("write", path) }
            written += count
        }
    }
}
