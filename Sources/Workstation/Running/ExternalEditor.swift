import Glibc

/// The agent's own editor on a file that only the agent can read.
enum ExternalEditor {
    /// Waits until the editor ends; nil when it failed or the file cannot be read afterwards.
    static func edit(_ text: String, in folder: String) -> String? {
        let path = "\(folder)/reply-\(getpid()).txt"
        makePrivateFolders(folder)
        guard writeFile(path, Array(text.utf8), mode: 0o600) else { return nil }
        defer { unlink(path) }
        guard run(["/bin/sh", "-c", "exec ${VISUAL:-${EDITOR:-vi}} \"$1\"", "sh", path]) == 0,
            let bytes = readFile(path)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func run(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }
}
