import Glibc
import Settings

extension DoctorCheck {
    /// Where clients knock: whether the core can open it, and whether it answers there.
    static func socket(_ core: CoreSettings) -> DoctorCheck {
        remote(core.socket) { context in
            let limit = context.surroundings.networkLimit
            return await OwnThread.run { [socketFinding(core, limit)] }
        }
    }

    private static func socketFinding(_ core: CoreSettings, _ limit: Duration) -> DoctorFinding {
        let path = core.socket
        let isCoreRunning = CoreLock.holder(ofFolder: core.data) != nil
        if !isCoreRunning, let problem = placeProblem(path) { return DoctorFinding(problem, path) }
        switch SocketCall(path, limit: limit).outcome() {
        case .answered: return DoctorFinding(isCoreRunning ? .socketOk : .socketStranger, path)
        case .refused: return DoctorFinding(.socketClosed, path)
        case .silent: return DoctorFinding(.socketSilent, path)
        case .nobody: return DoctorFinding(isCoreRunning ? .socketSilent : .socketIdle, path)
        }
    }

    /// Why a core could not open its socket there.
    private static func placeProblem(_ path: String) -> DoctorCode? {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let place = folder.isEmpty ? "/" : folder
        guard access(place, F_OK) == 0 else { return .socketFolderMissing }
        guard access(place, W_OK | X_OK) == 0 else { return .socketFolderNotWritable }
        let facts = (try? FileFacts.of(path)) ?? nil
        return facts.map { $0.kind == .socket ? nil : .socketNotASocket } ?? nil
    }
}

/// One line to whoever listens on a Unix socket, and whether an answer comes. Every desk answers a
/// line that is no hello, with an error, and takes nothing from it.
private struct SocketCall {
    enum Outcome {
        case answered, silent, nobody
        /// The file's permissions keep this user out.
        case refused
    }

    private let path: String
    private let limit: Duration

    init(_ path: String, limit: Duration) {
        self.path = path
        self.limit = limit
    }

    func outcome() -> Outcome {
        let descriptor = socket(
            AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .silent }
        defer { close(descriptor) }
        // A listener with a full queue would hold `connect` up as long as it likes.
        var wait = timeval(tv_sec: time_t(max(1, limit.components.seconds)), tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, size)
        guard connect(descriptor) else {
            return errno == EACCES ? .refused : errno == EAGAIN ? .silent : .nobody
        }
        let line = Array(#"{"jsonrpc":"2.0","id":1,"method":"doctor.knock","params":{}}"#.utf8)
        let frame = line + [UInt8(ascii: "\n")]
        guard send(descriptor, frame, frame.count, CInt(MSG_NOSIGNAL)) == frame.count
        else { return .silent }
        var first: UInt8 = 0
        let count = recv(descriptor, &first, 1, 0)
        return count == 1 && first == UInt8(ascii: "{") ? .answered : .silent
    }

    private func connect(_ descriptor: CInt) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard bytes.count < room.count else { return false }
            room.copyBytes(from: bytes)
            return true
        }
        guard fits else { return false }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
