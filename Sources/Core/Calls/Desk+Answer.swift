package import HelpDesk
import Logging
import Wire

extension Desk {
    /// Answers one request line with one response line, newline included. Never throws: whatever
    /// goes wrong is an error frame, and what nobody foresaw is one with a reference to the log.
    /// `session` names the connection in the record.
    package func answer(
        line: [UInt8], as principal: Principal, session: String? = nil
    ) async -> [UInt8] {
        var id: Int?
        do {
            let head = try WireCodec.read(FrameHead.self, from: line)
            id = head.id
            guard let method = head.method else {
                throw DeskError(.badRequest, detail: "a request needs a method")
            }
            guard let handler = DeskCalls.byMethod[method] else {
                throw DeskError(.unknownMethod, ["method": String(method.prefix(80))])
            }
            let origin = EntryOrigin(session: session, request: id)
            return try await CallOrigin.$current.withValue(origin) {
                try await handler.answer(line, id, self, principal)
            }
        } catch {
            return Self.frame(of: presentable(error), id: id)
        }
    }

    /// What a client may know of an error. Details of the unforeseen stay in the log.
    package func presentable(_ error: any Error) -> DeskError {
        switch error {
        case let error as DeskError: return error
        case is CancellationError: return DeskError(.coreStopping)
        default:
            let reference = random.token(words: 1)
            logger.error(
                "A call failed.",
                metadata: ["reference": "\(reference)", "error": "\(error)"])
            return DeskError(.internalError, ["reference": reference])
        }
    }

    private static func frame(of error: DeskError, id: Int?) -> [UInt8] {
        let line = try? WireCodec.line(ErrorFrame(id: id, error: error))
        return line ?? Array("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000}}\n".utf8)
    }
}
