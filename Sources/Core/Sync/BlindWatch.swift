import ChannelAmazon
import HelpDesk
import Logging
import Store
import SwiftExtensions

/// When a channel counts as blind (helpdesk section 19).
enum BlindTime {
    /// From here on timers of the store are uncertain.
    static let staleAfter = Duration.minutes(15)
    /// From here on somebody looks by hand.
    static let alarmAfter = Duration.minutes(60)
    /// A core that was down looks first before it cries.
    static let grace = Duration.minutes(3)
}

/// Raises an alarm for every channel that has been blind for too long, has somebody look by hand, and
/// settles it when the channel sees again. Also watches the machine's clock.
struct BlindWatch: Sendable {
    let desk: Desk

    static let every = Duration.minutes(1)

    func check() async throws {
        let now = desk.clock.now
        let sight = desk.sight
        let health = try await desk.database.read { try $0.syncHealth() }
        let lanes = sight.lanes.sorted {
            ($0.store, $0.kind.rawValue) < ($1.store, $1.kind.rawValue)
        }
        for lane in lanes {
            let known = health.first { $0.store == lane.store && $0.kind == lane.kind }
            var since = sight.openedAt
            if let seen = known?.seenThrough {
                since = seen
            } else {
                since = try await watchedSince(lane, sight.openedAt)
            }
            let isBlind = now - since > BlindTime.alarmAfter
            // What was on when the core stopped stays on while it looks.
            if isBlind, now - sight.openedAt <= BlindTime.grace { continue }
            try await note(isBlind ? since : nil, of: lane.store, lane.kind, at: now)
        }
        try await checkClock(at: now)
        try await ClockStepWatch(desk: desk).check(at: now)
        try await HeldMailWatch(desk: desk).check(at: now)
    }

    /// Since when a channel that never saw anything should have: kept, or a core that starts anew every
    /// half hour would never cry.
    private func watchedSince(_ lane: BlindSight.Lane, _ openedAt: Timestamp) async throws
        -> Timestamp
    {
        let name = "watched:\(lane.store):\(lane.kind.rawValue)"
        let kept = try await desk.database.read { try $0.cursor(name) }
        if let kept = kept.flatMap({ Timestamp(iso8601: $0) }) { return min(kept, openedAt) }
        try await desk.act(service: .timers) { transaction in
            try transaction.record(
                .cursorMoved(SyncCursor(name: name, value: openedAt.iso8601))
            ).ignored()
        }
        return openedAt
    }

    private func note(
        _ since: Timestamp?, of store: StoreID, _ kind: SyncKind, at now: Timestamp
    ) async throws {
        let open = try await desk.database.read {
            try $0.openAlarm(.blind, store: store, subject: kind.rawValue)
        }
        guard (open == nil) != (since == nil) else { return }
        try await desk.act(service: .timers) { transaction in
            if let open { return try transaction.record(.alarmSettled(open.alarm.id)).ignored() }
            guard let since else { return }
            try transaction.record(
                .alarmRaised(
                    DeskAlarm(
                        id: try transaction.nextAlarmID(), kind: .blind, store: store,
                        subject: kind.rawValue, arguments: ["since": since.iso8601])))
            if kind == .messages { try transaction.askForLook(at: store, since: since) }
        }
        guard open == nil else { return }
        desk.logger.error(
            "A channel is blind; somebody should look by hand.",
            metadata: ["store": "\(store)", "kind": "\(kind.rawValue)"])
    }

    /// One alarm for the machine's clock, whatever the number of stores.
    private func checkClock(at now: Timestamp) async throws {
        let offsets = desk.ports.orders.values.map { abs($0.clockOffset.wholeMilliseconds) }
        // A rehearsal's clock runs at its own speed.
        let isOff =
            !desk.settings.isRehearsal
            && (offsets.max() ?? 0) > PlatformClocks.worrying.wholeMilliseconds
        let open = try await desk.database.read {
            try $0.openAlarm(.clockSkew, store: nil, subject: "platform")
        }
        guard (open == nil) == isOff else { return }
        try await desk.act(service: .timers) { transaction in
            if let open { return try transaction.record(.alarmSettled(open.alarm.id)).ignored() }
            try transaction.record(
                .alarmRaised(
                    DeskAlarm(
                        id: try transaction.nextAlarmID(), kind: .clockSkew, store: nil,
                        subject: "platform",
                        arguments: ["seconds": String((offsets.max() ?? 0) / 1000)])))
        }
    }
}

extension EventSequence {
    /// The place in the log is of no interest here.
    fileprivate func ignored() {}
}

extension WriteTransaction {
    /// The hours that a store was blind become samples to be compared by hand, at most the newest
    /// three: the look at Seller Central is somebody's task then.
    fileprivate func askForLook(at store: StoreID, since: Timestamp) throws {
        let hour: Int64 = 3_600_000
        let last = now.milliseconds.floorDivided(by: hour)
        let first = max(since.milliseconds.floorDivided(by: hour), last - 2)
        guard first <= last else { return }
        for index in first...last {
            let start = Timestamp(milliseconds: index * hour)
            guard try !isDrawn(store, start) else { continue }
            try record(
                .spotCheckDrawn(
                    SpotCheckDraw(
                        id: try nextSpotCheckID(), store: store, start: start, cause: .blind)))
        }
    }
}

/// Which lanes should see something, and since when they do not.
struct BlindSight: Sendable {
    struct Lane: Hashable, Sendable {
        var store: StoreID
        var kind: SyncKind
    }

    /// Every (store, kind) that has a source of its own.
    let lanes: Set<Lane>
    /// Before that nobody looked.
    let openedAt: Timestamp

    init(settings: DeskSettings, ports: DeskPorts, openedAt: Timestamp) {
        var lanes: Set<Lane> = []
        for store in settings.stores {
            if let mailbox = store.mailbox, ports.mailboxes[mailbox]?.feed != nil {
                lanes.insert(Lane(store: store.id, kind: .messages))
            }
            if ports.orders[store.id] != nil { lanes.insert(Lane(store: store.id, kind: .orders)) }
        }
        self.lanes = lanes
        self.openedAt = openedAt
    }

    /// The instant from which on nothing of a lane has been seen, when that is long ago.
    func blindSince(
        _ store: StoreID, _ kind: SyncKind, seenThrough: Timestamp?, at now: Timestamp
    ) -> Timestamp? {
        guard lanes.contains(Lane(store: store, kind: kind)) else { return nil }
        let since = seenThrough ?? openedAt
        return now - since > BlindTime.staleAfter ? since : nil
    }
}

extension Desk {
    /// Looks once for blind channels and draws the day's samples unless that was done.
    package func watch() async throws {
        try await BlindWatch(desk: self).check()
        try await SpotCheckDrawer(desk: self).runDue()
    }

    /// `watch`, again and again until the task is cancelled.
    func runWatch() async throws {
        while !Task.isCancelled {
            try await watch()
            try await clock.sleep(until: clock.now + BlindWatch.every)
        }
    }
}
