import Foundation
import MailHost

/// The programs of this build, which lie beside the test bundle.
enum Programs {
    /// The path of `name`; throws with the folders that were searched when it was not built.
    static func path(_ name: String) throws -> String {
        let folders = places()
        for folder in folders where access("\(folder)/\(name)", X_OK) == 0 {
            return "\(folder)/\(name)"
        }
        throw MailHostError(
            "The program \(name) is not in \(folders.joined(separator: " or ")). "
                + "Build it before the tests: swift build --build-tests.")
    }

    private static func places() -> [String] {
        let files = FileManager.default
        let running = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { [$0] }
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        var folders: [String] = []
        for path in (running ?? []) + bundles {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }
}
