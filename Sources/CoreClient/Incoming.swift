package import HelpDesk
package import Wire

/// Something the core sent.
package enum Incoming: Sendable {
    /// The answer to a request; `Call.Reply` is still in its line.
    case reply(id: Int, line: [UInt8])
    case failure(id: Int, DeskError)
    case event(PushedEvent)
    /// The core has gone; nothing follows.
    case closed(DeskError)
}

/// What can be told of a line in one pass.
private struct LineProbe: Decodable {
    struct Failure: Decodable {
        var data: DeskError?
        var message: String?
    }

    var id: Int?
    var method: String?
    var error: Failure?
}

extension Incoming {
    /// Reads one line; nil for notifications that this version does not know.
    package init?(line: [UInt8]) throws(DeskError) {
        let probe = try decoded(LineProbe.self, from: line)
        if let method = probe.method {
            guard method == "event", let event = try? decoded(EventFrame.self, from: line)
            else { return nil }
            self = .event(event.params)
            return
        }
        guard let id = probe.id else { return nil }
        if let failure = probe.error {
            let error =
                failure.data ?? DeskError(.internalError, detail: failure.message ?? "no data")
            self = .failure(id: id, error)
        } else {
            self = .reply(id: id, line: line)
        }
    }

    /// The answer in a reply's line. Throws `DeskError.badRequest` when it is not what the call gets.
    package static func decode<Call: RemoteCall>(_ line: [UInt8], for call: Call.Type)
        throws(DeskError) -> Call.Reply
    {
        try decoded(ResultFrame<Call.Reply>.self, from: line).result
    }
}

private func decoded<Frame: Decodable>(_ type: Frame.Type, from line: [UInt8])
    throws(DeskError) -> Frame
{
    do {
        return try WireCodec.read(type, from: line)
    } catch let error as DeskError {
        throw error
    } catch {
        throw DeskError(.badRequest, detail: "unreadable frame")
    }
}
