import HelpDesk
import Store
import SwiftExtensions

/// What a forecast is made of, read from the desk: what is owed, who is planned, what usually
/// arrives and how long answers take.
struct ForecastPlan: Sendable {
    /// More tickets than a desk answers in the hours that are looked at.
    static let mostItems = 5000
    /// Samples outside of these are slips: an answer typed blindly, a composer left open.
    private static let believable: ClosedRange<Int64> = 30...3600

    let queue: ForecastQueue
    let withoutPlan: Int

    init(
        _ transaction: ReadTransaction, desk: Desk, scope: StoreScope, hours: Int, now: Timestamp
    ) throws {
        let start = Timestamp(seconds: now.seconds - now.seconds % 60)
        let end = start + .hours(Int64(hours))
        let owed = try transaction.owedTickets(scope: scope, limit: Self.mostItems)
        let arrivals = try transaction.arrivalCounts(
            scope: scope, before: now, weeks: ArrivalRates.weeks)
        let book = try transaction.routingBook()
        var lanes = ForecastLanes()
        let items = owed.map { lanes.item($0, start: start) }
        let streams = try Self.streams(arrivals, &lanes, transaction, start, hours)
        let roster = try PlannedRoster(transaction, desk: desk, book: book, from: start, to: end)
        let people = roster.people.map { planned in
            ForecastPerson(
                person: planned.person.id, shifts: planned.shifts,
                lanes: lanes.served(by: planned, book), overflow: lanes.helped(by: planned, book))
        }
        queue = ForecastQueue(
            start: start, hours: hours, items: items, people: people, streams: streams,
            handling: Self.handling(
                try transaction.handlingSamples(from: now - .days(7 * Int64(ArrivalRates.weeks)))),
            usualLead: Self.usualLead(owed))
        withoutPlan = roster.withoutPlan
    }

    private static func streams(
        _ counts: [ArrivalCount], _ lanes: inout ForecastLanes, _ transaction: ReadTransaction,
        _ start: Timestamp, _ hours: Int
    ) throws -> [ForecastStream] {
        struct Key: Hashable {
            var lane: Int
            var category: InquiryCategory
        }
        var byKey: [Key: [Int: [Int: Int]]] = [:]
        for count in counts {
            let key = Key(lane: lanes.lane(count.store, count.group), category: count.category)
            byKey[key, default: [:]][count.weeksAgo, default: [:]][count.hour, default: 0] +=
                count.count
        }
        let known = try transaction.knownWeeks(before: start)
        return byKey.sorted {
            ($0.key.lane, $0.key.category.rawValue) < ($1.key.lane, $1.key.category.rawValue)
        }
        .map { key, counts in
            ForecastStream(
                lane: key.lane, category: key.category,
                perHour: ArrivalRates(counts: counts, known: known)
                    .perHour(from: start, hours: hours))
        }
    }

    /// Samples of each category with enough of them, and of all together; without enough the usual
    /// time with a spread around it.
    static func handling(_ samples: [InquiryCategory: [Int64]]) -> [InquiryCategory?: [Int64]] {
        let sound = samples.mapValues { $0.filter(believable.contains).sorted() }
        var result: [InquiryCategory?: [Int64]] = [:]
        for (category, times) in sound where times.count >= TicketLoad.enoughSamples {
            result[category] = times
        }
        let all = sound.values.flatMap { $0 }.sorted()
        let usual = TicketLoad.usualHandling.wholeMilliseconds / 1000
        result[nil] =
            all.count >= TicketLoad.enoughSamples
            ? all : [4, 6, 8, 10, 12, 14, 16].map { usual * $0 / 10 }
        return result
    }

    /// How long before its limit a message of today came in, in the middle; the platform's day less
    /// the margin where nothing is owed.
    static func usualLead(_ owed: [OwedTicket]) -> Duration {
        let leads = owed.map { ($0.actBy - $0.start).wholeMilliseconds }.filter { $0 > 0 }.sorted()
        guard !leads.isEmpty else { return .hours(24) - PlatformClock.margin }
        return .milliseconds(leads[leads.count / 2])
    }
}

/// The lanes of a forecast: one for each store and group.
private struct ForecastLanes {
    private struct Key: Hashable {
        var store: StoreID
        var group: GroupID?
    }

    private var numbers: [Key: Int] = [:]
    private var keys: [Key] = []

    mutating func lane(_ store: StoreID, _ group: GroupID?) -> Int {
        let key = Key(store: store, group: group)
        if let number = numbers[key] { return number }
        numbers[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }

    mutating func item(_ owed: OwedTicket, start: Timestamp) -> ForecastItem {
        let half = Duration.milliseconds((owed.actBy - owed.start).wholeMilliseconds / 2)
        return ForecastItem(
            ticket: owed.ticket, debt: owed.debt, lane: lane(owed.store, owed.group),
            actBy: owed.actBy, due: owed.due, readyAt: max(start, owed.wakeAt ?? start),
            category: owed.category, owner: owed.owner, overflowAt: owed.start + half)
    }

    /// The lanes of somebody's stores and groups; tickets of no group are everybody's.
    func served(by planned: PlannedRoster.Planned, _ book: RoutingBook) -> Set<Int> {
        Set(
            keys.indices.filter { index in
                guard planned.person.scope.contains(keys[index].store) else { return false }
                guard let group = keys[index].group.flatMap(book.group) else { return true }
                return group.members.contains(planned.person.id)
            })
    }

    /// The lanes of groups that somebody's own groups help out.
    func helped(by planned: PlannedRoster.Planned, _ book: RoutingBook) -> Set<Int> {
        let own = Set(
            book.groups.filter { $0.isActive && $0.members.contains(planned.person.id) }.map(\.id))
        return Set(
            keys.indices.filter { index in
                guard planned.person.scope.contains(keys[index].store),
                    let group = keys[index].group.flatMap(book.group),
                    !group.members.contains(planned.person.id)
                else { return false }
                return group.overflow.contains(where: own.contains)
            })
    }
}

extension ReadTransaction {
    /// How many whole weeks the desk has seen; a first week counts as soon as it has begun.
    func knownWeeks(before instant: Timestamp) throws -> Int {
        guard let first = try firstDebtStart() else { return 0 }
        return max(1, Int((instant - first).wholeMilliseconds / (7 * 86_400_000)))
    }
}
