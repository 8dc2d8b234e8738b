import HelpDesk
import SwiftExtensions
import Wire

/// A wall on the fixture's evening.
enum WallFixture {
    static let now = Fixture.now

    static func line(
        _ key: String, _ label: String, _ counts: BandCounts, next minutes: Int64?,
        unowned: Int = 0, urgent: Int = 0
    ) -> WallLine {
        WallLine(
            key: key, label: label, counts: counts, nextLimit: minutes.map { now + .minutes($0) },
            unowned: unowned, urgent: urgent)
    }

    static func wall(by dimension: WallDimension = .store) -> ShowWall.Reply {
        let total = line(
            "", "", BandCounts(over: 1, now: 2, soon: 3, watch: 6, calm: 25), next: -14,
            unowned: 5, urgent: 1)
        let lines: [WallLine] =
            switch dimension {
            case .person:
                [
                    line("1", "李伟", BandCounts(over: 1, now: 1, soon: 2, calm: 3), next: -14),
                    line("", "", BandCounts(now: 1, soon: 1, watch: 3), next: 52, unowned: 5),
                ]
            default:
                [
                    line(
                        "nova-eu", "nova-eu",
                        BandCounts(over: 1, now: 1, soon: 2, watch: 3, calm: 9), next: -14,
                        unowned: 3, urgent: 1),
                    line(
                        "kumo-jp", "kumo-jp", BandCounts(now: 1, watch: 1, calm: 8), next: 35),
                    line(
                        "nova-us", "nova-us", BandCounts(soon: 1, watch: 2, calm: 8), next: 150,
                        unowned: 2),
                ]
            }
        return ShowWall.Reply(
            now: now, dimension: dimension, total: total, lines: lines,
            ages: QueueAges(ages: (0..<37).map { $0 * 40 * 60_000 }),
            needs: WallNeeds(
                late: 1, held: 2, problems: 1, breaches: 3, excused: 1,
                blind: [WallNeeds.BlindStore(store: "kumo-jp", minutes: 47)]),
            people: people)
    }

    static let people: [WallPerson] = [
        person(1, "李伟", .available, 7, 10, BandCounts(over: 1, now: 1, soon: 2, calm: 3), -14, 0),
        person(2, "王芳", .busy, 10.5, 10, BandCounts(soon: 1, watch: 2), 97, 2),
        person(4, "Tom\u{202E}as Müller-Lüdenscheidt", .off, 0, 8, BandCounts(), nil, 0),
    ]

    private static func person(
        _ id: Int64, _ name: String, _ presence: AgentPresence, _ load: Double, _ cap: Double,
        _ counts: BandCounts, _ next: Int64?, _ held: Int
    ) -> WallPerson {
        WallPerson(
            agent: AgentView(
                person: PersonID(id), unixUser: "u\(id)", name: name,
                profile: AgentProfile(person: PersonID(id), cap: cap), version: 1,
                presence: presence, until: nil, shiftLeftSeconds: 7200, load: load, groups: []),
            counts: counts, nextLimit: next.map { now + .minutes($0) }, held: held)
    }

    static let forecast = ShowForecast.Reply(
        forecast: Forecast(
            start: now, hours: 24, plays: 500, seed: 7, lateAlready: 1, expected: 2.14, low: 0,
            high: 5,
            perHour: (0..<24).map { [0, 0.1, 0.6, 0.9, 0.4, 0.1][$0 % 6] / (1 + Double($0) / 6) },
            arrivals: (0..<24).map { Double(($0 * 7) % 12) },
            risks: (1...30).map {
                Forecast.Risk(
                    ticket: TicketID(48_800 + $0), debt: DebtID($0), due: now + .minutes($0 * 31),
                    chance: max(0.01, 0.92 - Double($0) * 0.04))
            }),
        option: ForecastOption(
            change: .oneMoreHour(PersonID(2), from: now + .hours(1)), expected: 0.42),
        optionName: "王芳", withoutPlan: 1,
        track: ForecastTrack([
            ForecastScore(forecast: 1, late: 1, breaches: 2, brier: 0.041, isCovered: true)
        ]))

    /// All of them, unless there are more than a list shows.
    static func breachReply(of total: Int? = nil) -> ListBreaches.Reply {
        ListBreaches.Reply(breaches: breaches, total: total ?? breaches.count)
    }

    static let breaches: [BreachView] = [
        breach(1, .platform, .late, ("李伟", 0.6), 0.4, nil),
        breach(2, .first, .late, ("王芳", 1), 0, (.wrongClass, "was a thank-you")),
        breach(3, .platform, .channel, nil, 0, (.channelOutage, "mail host down")),
    ]

    private static func breach(
        _ number: Int64, _ kind: ClockKind, _ cause: ClockBreach.Cause, _ share: (String, Double)?,
        _ queue: Double, _ excuse: (BreachExcuse.Category, String)?
    ) -> BreachView {
        var view = BreachView(
            ticket: TicketID(48_800 + number), store: "nova-eu",
            key: ClockKey(.debt(DebtID(number)), kind), dueAt: now - .hours(number * 9),
            noticedAt: now, cause: cause, owner: nil, excuse: excuse?.0, excuseReason: excuse?.1)
        view.shares = share.map { [BreachView.Share(name: $0.0, share: $0.1)] } ?? []
        view.queueShare = queue
        return view
    }

    static let shifts: ShowShifts.Reply = {
        let start = Timestamp(seconds: now.seconds - now.seconds % 3600)
        func spans(_ first: Int64, _ hours: Int64) -> [ShiftLine.Span] {
            (0..<3).map { day in
                let from = start + .hours(first + 24 * Int64(day))
                return ShiftLine.Span(start: from, end: from + .hours(hours))
            }
        }
        let people = [
            ShiftLine(
                person: PersonID(1), unixUser: "li", name: "李伟", calendar: "late",
                spans: spans(0, 6)),
            ShiftLine(
                person: PersonID(2), unixUser: "wang", name: "王芳", calendar: "early",
                spans: spans(11, 8)),
            ShiftLine(
                person: PersonID(4), unixUser: "ana", name: "Ana", calendar: nil, spans: []),
        ]
        return ShowShifts.Reply(
            from: start, zone: "Asia/Shanghai", people: people,
            coverage: ShiftCoverage(
                from: start, arrivals: (0..<72).map { Double(($0 * 5) % 24) / 2 },
                shifts: people.map { $0.spans.map { $0.start.seconds..<$0.end.seconds } },
                handling: .minutes(6)), handlingSeconds: 360)
    }()

    static let broadcasts: [BroadcastView] = [
        BroadcastView(
            broadcast: Broadcast(
                id: BroadcastID(2), author: PersonID(9), at: now - .minutes(20),
                until: now + .hours(8), stores: ["nova-eu"], isUrgent: true, digest: ""),
            authorName: "Sue", groupName: nil,
            words: "DHL on strike in DE until Friday: promise no dates.\u{1B}[2J", isUnread: true),
        BroadcastView(
            broadcast: Broadcast(
                id: BroadcastID(1), author: PersonID(3), at: now - .hours(3),
                until: now + .hours(4), group: GroupID(1), digest: ""),
            authorName: "Tom", groupName: "Europe", words: "New template for late parcels.",
            isUnread: false,
            read: [BroadcastView.Reading(name: "李伟", at: now - .hours(2))],
            unread: ["王芳", "Ana"]),
    ]
}
