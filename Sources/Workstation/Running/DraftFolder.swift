import FoundationEssentials
import Glibc
import HelpDesk

/// Drafts that could not reach the core, one file each, readable by their author alone.
struct DraftFolder {
    private let path: String

    /// Ticket numbers mean something for one core only, and drafts belong to one author, so each
    /// socket and each person acted for has a folder of its own.
    init(stateFolder: String, socketPath: String, asUser: String? = nil) {
        let place = (asUser.map { "\($0)@" } ?? "") + socketPath
        let name = place.utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        path = "\(stateFolder)/drafts/\(String(name, radix: 16))"
    }

    private func file(_ draft: LocalDraft) -> String { "\(path)/\(draft.ticket.rawValue).json" }

    /// Writes the draft beside its name and moves it there whole; false when the disk refuses.
    @discardableResult
    func keep(_ draft: LocalDraft) -> Bool {
        guard let bytes = try? JSONEncoder().encode(draft) else { return false }
        makePrivateFolders(path)
        let fresh = file(draft) + ".new"
        guard writeFile(fresh, [UInt8](bytes), mode: 0o600) else { return false }
        return rename(fresh, file(draft)) == 0
    }

    func forget(_ draft: LocalDraft) {
        unlink(file(draft))
    }

    /// Drafts of earlier sessions; a file that cannot be read stays where it is.
    func load() -> [LocalDraft] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var drafts: [LocalDraft] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasSuffix(".json"), let bytes = readFile("\(path)/\(name)"),
                let draft = try? JSONDecoder().decode(LocalDraft.self, from: Data(bytes))
            else { continue }
            drafts.append(draft)
        }
        return drafts.sorted { $0.ticket < $1.ticket }
    }
}

/// Makes a folder and those above it that are not there yet, for their owner alone. On a new
/// account not even the first of them is there.
func makePrivateFolders(_ path: String) {
    var partial = ""
    for part in path.split(separator: "/") {
        partial += "/" + part
        mkdir(partial, 0o700)
    }
}

/// Writes a whole file; false when any step fails.
func writeFile(_ path: String, _ bytes: [UInt8], mode: mode_t) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return writeAll(descriptor, bytes) && fsync(descriptor) == 0
}

/// Writes all bytes to a descriptor that waits; false when it takes no more.
@discardableResult
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 || errno == EINTR else { return false }
        rest = rest.dropFirst(max(0, count))
    }
    return true
}

/// A whole file of at most a megabyte; nil when it cannot be read.
func readFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= 1 << 20 {
        let count = read(descriptor, &chunk, chunk.count)
        if count == 0 { return bytes }
        guard count > 0 else { return nil }
        bytes += chunk[..<count]
    }
    return nil
}
