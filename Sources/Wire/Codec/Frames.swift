import FoundationEssentials
package import HelpDesk

/// A JSON-RPC 2.0 request, response or notification; one object a line.
/// Requests carry an integer id that is unique on its connection; pushed events have none.
package struct RequestFrame<Call: RemoteCall>: Codable, Sendable {
    package var jsonrpc = "2.0"
    package var id: Int
    package var method: String
    package var params: Call

    package init(id: Int, call: Call) {
        self.id = id
        method = Call.method
        params = call
    }
}

/// What can be read of any incoming line before its method is known.
package struct FrameHead: Codable, Sendable {
    package var jsonrpc: String?
    package var id: Int?
    package var method: String?
}

package struct ParamsFrame<Call: RemoteCall>: Codable, Sendable {
    package var params: Call
}

package struct ResultFrame<Reply: Codable & Sendable>: Codable, Sendable {
    package var jsonrpc = "2.0"
    package var id: Int?
    package var result: Reply

    package init(id: Int?, result: Reply) {
        self.id = id
        self.result = result
    }
}

/// JSON-RPC's error object; `data` is the desk's own error and says everything.
package struct ErrorFrame: Codable, Sendable {
    package struct Body: Codable, Sendable {
        package var code: Int
        package var message: String
        package var data: DeskError
    }

    package var jsonrpc = "2.0"
    package var id: Int?
    package var error: Body

    /// -32000 is JSON-RPC 2.0's range for errors of the application (section 5.1).
    package init(id: Int?, error: DeskError) {
        self.id = id
        self.error = Body(code: -32_000, message: error.code.rawValue, data: error)
    }
}

package struct EventFrame: Codable, Sendable {
    package var jsonrpc = "2.0"
    package var method = "event"
    package var params: PushedEvent

    package init(_ event: PushedEvent) {
        params = event
    }
}

/// Turns frames into lines and back. A line never holds a newline of its own: JSON escapes it.
package enum WireCodec {
    /// One frame with its closing newline. With `rights` a buyer's data leave only as far as these
    /// let their holder see them.
    package static func line(
        _ frame: some Encodable, for rights: RightSet? = nil
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        if let rights { encoder.userInfo[.readerRights] = rights }
        var bytes = [UInt8](try encoder.encode(frame))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Throws `DeskError.badRequest` with the reason when the line is not what `type` needs.
    package static func read<Frame: Decodable>(_ type: Frame.Type, from line: [UInt8]) throws
        -> Frame
    {
        do {
            return try JSONDecoder().decode(type, from: Data(line))
        } catch {
            throw DeskError(.badRequest, detail: String(describing: error))
        }
    }
}
