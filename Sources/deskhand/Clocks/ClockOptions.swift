import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

extension ConnectionOptions {
    /// Makes a call and hands its answer over; the core's refusals become exit codes.
    func answer<Call: RemoteCall>(_ call: Call) throws -> Call.Reply {
        let session = try connect()
        return try saying { () throws(DeskError) in try session.call(call) }
    }

    /// A document of a file, or of standard input for `-`. What cannot be read is a usage error.
    func document<Value: Decodable>(_ type: Value.Type, from file: String) throws -> Value {
        do {
            let path = file == "-" ? "/dev/stdin" : file
            return try WireCodec.read(type, from: try FileBytes.read(path, limit: 4 << 20))
        } catch let error as DeskError {
            throw CommandFailure(message: "deskhand: \(file): \(error.detail ?? "")", code: 2)
        } catch {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }

    /// One version after another, the newest first, with what each changed.
    func printVersions<Value>(_ versions: [VersionView<Value>], number: (Value) -> Int) throws {
        for version in versions {
            if json {
                let line: JSONValue = [
                    "version": JSONValue(number(version.value)),
                    "saved_at": JSONValue(version.savedAt), "saved_by": JSONValue(version.savedBy),
                    "changes": .list(version.changes.map(ClockDocuments.change)),
                ]
                print(try JSONText.line(line))
                continue
            }
            let author = SafeText.line(version.savedBy ?? "-")
            print("v\(number(version.value))\t\(version.savedAt.iso8601)\t\(author)")
            for change in version.changes {
                print(SafeText.line("    \(change.field): \(change.before) -> \(change.after)"))
            }
        }
    }
}

/// An instant on the command line.
struct InstantArgument: ExpressibleByArgument {
    var value: Timestamp

    init?(argument: String) {
        guard let instant = Timestamp(iso8601: argument) else { return nil }
        value = instant
    }
}
