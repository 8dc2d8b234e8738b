import HelpDesk
import Synchronization

/// Files on their way from a client, in memory until they are whole.
final class FileUploads: Sendable {
    struct Upload: Sendable {
        var person: PersonID
        var ticket: TicketID
        var name: String
        var byteCount: Int
        var bytes: [UInt8] = []
        /// Its place in the order of beginnings.
        var number = 0
    }

    private struct State {
        var uploads: [String: Upload] = [:]
        var count = 0
    }

    private static let most = 16
    private static let mostOfOnePerson = 2
    private let state = Mutex(State())

    /// Begins an upload; the oldest ones make room.
    func begin(_ key: String, _ upload: Upload) {
        state.withLock { state in
            state.count += 1
            var upload = upload
            upload.number = state.count
            Self.makeRoom(&state.uploads, most: Self.mostOfOnePerson) {
                $0.person == upload.person
            }
            Self.makeRoom(&state.uploads, most: Self.most) { _ in true }
            state.uploads[key] = upload
        }
    }

    private static func makeRoom(
        _ uploads: inout [String: Upload], most: Int, _ belongs: (Upload) -> Bool
    ) {
        let own = uploads.filter { belongs($0.value) }
        guard own.count >= most,
            let oldest = own.min(by: { $0.value.number < $1.value.number })?.key
        else { return }
        uploads[oldest] = nil
    }

    /// Adds bytes and returns the upload, which ends here once it is whole. Throws
    /// `fileUploadBroken` for one that is unknown, somebody else's, or longer than announced.
    func add(
        _ bytes: [UInt8], to key: String, of person: PersonID, on ticket: TicketID
    ) throws(DeskError) -> Upload {
        let result: Upload? = state.withLock { state in
            guard var upload = state.uploads.removeValue(forKey: key), upload.person == person,
                upload.ticket == ticket, upload.bytes.count + bytes.count <= upload.byteCount
            else { return nil }
            upload.bytes += bytes
            if upload.bytes.count < upload.byteCount { state.uploads[key] = upload }
            return upload
        }
        guard let result else { throw DeskError(.fileUploadBroken) }
        return result
    }
}
