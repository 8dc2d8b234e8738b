import Foundation

/// The programs of this build, which lie beside the test bundle.
enum Programs {
    /// The folder that holds both; throws with the folders searched when they were not built.
    static func folder() throws -> String {
        let folders = places()
        for folder in folders
        where ["deskhand", "deskhand-core"].allSatisfy({ access("\(folder)/\($0)", X_OK) == 0 }) {
            return folder
        }
        throw TestTrouble(
            "The programs are not in \(folders.joined(separator: " or ")). "
                + "Build them before the tests: swift build --build-tests.")
    }

    static func path(_ name: String) throws -> String { "\(try folder())/\(name)" }

    private static func places() -> [String] {
        let running = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        var folders: [String] = []
        for path in [running].compactMap({ $0 }) + bundles {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }

    /// What every process of a test gets: English words, UTF-8, nothing of the caller's own setup.
    static func environment(home: String) throws -> [String: String] {
        var variables = [
            "PATH": "\(try folder()):/usr/local/bin:/usr/bin:/bin", "HOME": home,
            "LANG": "C.UTF-8", "TZ": "UTC", "TMPDIR": home,
        ]
        variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        return variables
    }
}
