import Foundation
import Glibc
package import MailKit
import Settings
package import SwiftExtensions

/// What the doctor takes from the machine, exchangeable for tests.
package struct DoctorSurroundings: Sendable {
    package var now: @Sendable () -> Timestamp
    /// Who must own the data; the user who runs the doctor.
    package var userID: UInt32
    /// The longest time for one exchange over the network.
    package var networkLimit: Duration
    /// The longest time for a look at this machine's files.
    package var machineLimit: Duration
    /// The longest time for the check of the whole database.
    package var integrityLimit: Duration
    /// Where the machine keeps its time-zone data.
    package var zoneFolder: String
    /// Whose signature on a mail server's certificate is believed.
    package var mailTrust: MailKit.MailServer.Trust
    /// Bytes free for this user at a path; nil when nobody can tell.
    package var freeBytes: @Sendable (String) -> UInt64?
    /// Reads the templates of a folder as the core does, and counts them. Throws
    /// `ConfigurationError` with every problem.
    package var countTemplates: @Sendable (String) throws -> Int

    package init() {
        now = { SystemClock().now }
        userID = geteuid()
        networkLimit = .seconds(10)
        machineLimit = .seconds(10)
        integrityLimit = .minutes(5)
        zoneFolder = "/usr/share/zoneinfo"
        mailTrust = .system
        freeBytes = { DiskSpace.free(at: $0) }
        countTemplates = { try TemplateFile.loadAll(inFolder: $0).count }
    }
}
