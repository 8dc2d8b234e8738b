import CoreClient
import HelpDesk
import SwiftExtensions
import Wire

/// The workstation's side of its connection: calls on their way, the newest of those that wait, and
/// when to try again.
final class CoreLink {
    private enum Sent {
        case hello(Int)
        case call(CoreCall, key: String?)
    }

    private let socketPath: String
    private let client: String
    private let asUser: String?
    private var plan: ReconnectPlan
    private var connection: CoreConnection?
    private var onTheWay: [Int: Sent] = [:]
    private var busyKeys: Set<String> = []
    private var waiting: [String: CoreCall] = [:]
    private var isGreeted = false

    init(socketPath: String, client: String, asUser: String? = nil, now: Timestamp) {
        self.socketPath = socketPath
        self.client = client
        self.asUser = asUser
        plan = ReconnectPlan(now: now)
    }

    var descriptor: Int32? { connection?.descriptor }
    var wantsWrite: Bool { connection?.wantsWrite ?? false }
    var nextAttempt: Timestamp? { connection == nil ? plan.nextAttempt : nil }
    var isQuiet: Bool { isGreeted && onTheWay.isEmpty && waiting.isEmpty }

    /// Connects when the time for it has come; says hello at once.
    func connectIfDue(now: Timestamp) -> [Action] {
        guard connection == nil, plan.isDue(at: now) else { return [] }
        do {
            let fresh = try CoreConnection(path: socketPath)
            let id = try fresh.send(
                Hello(
                    client: client, wantsEvents: true, asUser: asUser,
                    origin: TerminalOrigin.current))
            onTheWay[id] = .hello(id)
            connection = fresh
            return []
        } catch {
            plan.failed(at: now)
            return [.disconnected(retryAt: plan.nextAttempt ?? now)]
        }
    }

    /// Sends a call; while the core is away it is refused at once.
    func send(_ call: CoreCall, key: String? = nil) -> [Action] {
        guard let connection, isGreeted else {
            return key == nil ? [.refused(call, DeskError(.coreUnreachable))] : []
        }
        if let key, busyKeys.contains(key) {
            waiting[key] = call
            return []
        }
        do {
            onTheWay[try call.send(on: connection)] = .call(call, key: key)
            if let key { busyKeys.insert(key) }
            return []
        } catch {
            return [.refused(call, error)]
        }
    }

    /// What has arrived, as actions in order.
    func drain(now: Timestamp) -> [Action] {
        guard let connection else { return [] }
        var actions: [Action] = []
        for item in connection.drain() {
            switch item {
            case .reply(let id, let line): actions += replied(id, line)
            case .failure(let id, let error): actions += failed(id, error, now)
            case .event(let event): actions.append(.pushed(event))
            case .closed: actions += lost(now)
            }
        }
        return actions
    }

    func flush() { connection?.flush() }

    private func replied(_ id: Int, _ line: [UInt8]) -> [Action] {
        switch onTheWay.removeValue(forKey: id) {
        case .hello: return greeted(line)
        case .call(let call, let key):
            let action: Action
            do {
                action = .answered(call, try call.answer(from: line))
            } catch {
                action = .refused(call, error)
            }
            return [action] + release(key)
        case nil: return []
        }
    }

    private func greeted(_ line: [UInt8]) -> [Action] {
        guard let hello = try? Incoming.decode(line, for: Hello.self) else {
            return [.refusedHello(DeskError(.versionMismatch))]
        }
        isGreeted = true
        plan.succeeded()
        return [.connected(hello)]
    }

    private func failed(_ id: Int, _ error: DeskError, _ now: Timestamp) -> [Action] {
        switch onTheWay.removeValue(forKey: id) {
        case .hello: return [.refusedHello(error)]
        case .call(let call, let key): return [.refused(call, error)] + release(key)
        case nil: return []
        }
    }

    /// The next call of a key goes out once the one before it has its answer.
    private func release(_ key: String?) -> [Action] {
        guard let key else { return [] }
        busyKeys.remove(key)
        return waiting.removeValue(forKey: key).map { send($0, key: key) } ?? []
    }

    private func lost(_ now: Timestamp) -> [Action] {
        let wereAsked = onTheWay.sorted { $0.key < $1.key }.compactMap { entry -> Action? in
            guard case .call(let call, nil) = entry.value else { return nil }
            return .refused(call, DeskError(.coreUnreachable))
        }
        connection = nil
        isGreeted = false
        onTheWay = [:]
        busyKeys = []
        waiting = [:]
        plan.failed(at: now)
        return wereAsked + [.disconnected(retryAt: plan.nextAttempt ?? now)]
    }
}
