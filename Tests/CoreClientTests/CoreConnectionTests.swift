import CoreClient
import Glibc
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// The core's end of a socket pair, played by the test.
private final class FarEnd {
    let descriptor: Int32
    let connection: CoreConnection

    init() throws {
        var pair: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
        descriptor = pair[0]
        connection = CoreConnection(descriptor: pair[1])
    }

    deinit { close(descriptor) }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    func say(_ frame: some Encodable) throws {
        let bytes = try WireCodec.line(frame)
        _ = write(descriptor, bytes, bytes.count)
    }

    func hear() -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}

struct CoreConnectionTests {
    @Test func sendsRequestsWithRisingIDs() throws {
        let far = try FarEnd()
        #expect(try far.connection.send(ShowSync()) == 1)
        #expect(try far.connection.send(ClaimTicket(ticket: TicketID(5))) == 2)
        let heard = far.hear().split(separator: "\n")
        #expect(heard.count == 2)
        #expect(heard.last?.contains("ticket.claim") == true)
    }

    @Test func tellsRepliesErrorsAndEventsApart() throws {
        let far = try FarEnd()
        try far.say(ResultFrame(id: 1, result: Done()))
        try far.say(ErrorFrame(id: 2, error: DeskError(.ticketTaken, ["owner": "李伟"])))
        try far.say(EventFrame(.goodbye(reason: "restart")))
        let items = far.connection.drain()
        #expect(items.count == 3)
        guard case .reply(1, let line) = items[0] else { throw Unexpected() }
        #expect(try Incoming.decode(line, for: SaveDraft.self) == Done())
        guard case .failure(2, let error) = items[1] else { throw Unexpected() }
        #expect(error.arguments == ["owner": "李伟"])
        guard case .event(.goodbye("restart")) = items[2] else { throw Unexpected() }
    }

    @Test func waitsForTheRestOfAFrame() throws {
        let far = try FarEnd()
        far.say("{\"jsonrpc\":\"2.0\",\"id\":1,")
        #expect(far.connection.drain().isEmpty)
        far.say("\"result\":{}}\n")
        #expect(far.connection.drain().count == 1)
    }

    @Test func endsOnceWhenTheCoreGoes() throws {
        let far = try FarEnd()
        shutdown(far.descriptor, Int32(SHUT_RDWR))
        guard case .closed(let error)? = far.connection.drain().last else { throw Unexpected() }
        #expect(error.code == .coreUnreachable)
    }

    @Test func ignoresNotificationsItDoesNotKnow() throws {
        let far = try FarEnd()
        far.say("{\"jsonrpc\":\"2.0\",\"method\":\"news\",\"params\":{}}\n")
        far.say("{\"jsonrpc\":\"2.0\",\"method\":\"event\",\"params\":{\"later\":{}}}\n")
        #expect(far.connection.drain().isEmpty)
    }

    @Test func endsOnNonsense() throws {
        let far = try FarEnd()
        far.say("GET / HTTP/1.1\n")
        guard case .closed(let error)? = far.connection.drain().last else { throw Unexpected() }
        #expect(error.code == .badRequest)
    }

    @Test func keepsWhatTheSocketDoesNotTake() throws {
        let far = try FarEnd()
        let text = String(repeating: "x", count: 3 << 20)
        _ = try far.connection.send(AddNote(ticket: TicketID(1), text: text))
        #expect(far.connection.wantsWrite)
        var heard = 0
        while far.connection.wantsWrite {
            heard += far.hear().utf8.count
            far.connection.flush()
        }
        #expect(heard > 0)
    }

    @Test func anAbsentCoreIsUnreachable() {
        #expect(throws: DeskError.self) { try CoreConnection(path: "/nonexistent/core.sock") }
        let long = "/" + String(repeating: "x", count: 200)
        #expect(throws: DeskError.self) { try CoreConnection(path: long) }
    }
}

private struct Unexpected: Error {}

struct ReconnectPlanTests {
    @Test func waitsLongerAfterEachFailureUpToFiveSeconds() {
        var now = Timestamp(seconds: 100)
        var plan = ReconnectPlan(now: now)
        #expect(plan.isDue(at: now))
        var waits: [Int64] = []
        for _ in 0..<7 {
            plan.failed(at: now)
            let next = plan.nextAttempt ?? now
            waits.append(next.milliseconds - now.milliseconds)
            #expect(!plan.isDue(at: next - .milliseconds(1)))
            now = next
        }
        #expect(waits == [250, 500, 1000, 2000, 4000, 5000, 5000])
    }

    @Test func beginsAnewAfterSuccess() {
        let now = Timestamp(seconds: 100)
        var plan = ReconnectPlan(now: now)
        plan.failed(at: now)
        plan.failed(at: now)
        plan.succeeded()
        #expect(plan.isConnected && plan.nextAttempt == nil)
        plan.failed(at: now)
        #expect(plan.nextAttempt == now + .milliseconds(250))
    }
}
