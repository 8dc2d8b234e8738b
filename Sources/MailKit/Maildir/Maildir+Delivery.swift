import Foundation
import Glibc
import SwiftExtensions
import Synchronization

extension Maildir {
    private static let deliveries = Mutex(0)

    /// Writes a mail to `tmp`, makes it safe on disk, and moves it to `new` in one step, so that no
    /// reader ever sees half of it. Without a name one is made of time, process and count.
    @discardableResult
    package func deliver(_ bytes: [UInt8], uniqueName: String? = nil) throws(MaildirError)
        -> MaildirEntry
    {
        let name = uniqueName ?? Self.freshName()
        guard !name.contains("/"), !name.hasPrefix(".") else { throw MaildirError(.write, EINVAL) }
        let draft = "\(path)/tmp/\(name)"
        let target = "\(path)/new/\(name)"
        do {
            try Self.write(bytes, to: draft)
        } catch {
            unlink(draft)
            throw error
        }
        guard rename(draft, target) == 0 else {
            let failure = errno
            unlink(draft)
            throw MaildirError(.write, failure)
        }
        return MaildirEntry(
            key: Self.key(of: name), path: target, size: Int64(bytes.count),
            modified: Self.modified(target))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(MaildirError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw MaildirError(.write, errno) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw MaildirError(.write, errno) }
            written += count
        }
        guard fsync(file) == 0 else { throw MaildirError(.write, errno) }
    }

    /// Unique on this machine as the Maildir rules ask: time, process and a running number.
    private static func freshName() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let count = deliveries.withLock {
            $0 += 1
            return $0
        }
        let nanoseconds = String(now.tv_nsec)
        let fraction = String(repeating: "0", count: max(0, 9 - nanoseconds.count)) + nanoseconds
        return "\(now.tv_sec).N\(fraction)P\(getpid())Q\(count).deskhand"
    }

    private static func modified(_ path: String) -> Timestamp {
        var status = stat()
        guard stat(path, &status) == 0 else { return Timestamp(milliseconds: 0) }
        return Timestamp(
            milliseconds: Int64(status.st_mtim.tv_sec) * 1000
                + Int64(status.st_mtim.tv_nsec) / 1_000_000)
    }
}
