import HelpDesk
import SwiftExtensions
import Wire

/// What scripts read of the wall, the forecast, shifts and broadcasts; instants in ISO 8601.
enum WallDocuments {
    static func wall(_ reply: ShowWall.Reply) -> JSONValue {
        [
            "at": JSONValue(reply.now), "by": .text(reply.dimension.rawValue),
            "total": line(reply.total), "lines": .list(reply.lines.map(line)),
            "people": .list(reply.people.map(person)), "ages": ages(reply.ages),
            "needs": needs(reply.needs, urgent: reply.total.urgent),
        ]
    }

    private static func ages(_ ages: QueueAges) -> JSONValue {
        [
            "steps_hours": .list(QueueAges.steps.map { JSONValue.integer($0) }),
            "counts": .list(ages.counts.map { JSONValue($0) }),
            "median_seconds": JSONValue(ages.median.map(seconds)),
            "p90_seconds": JSONValue(ages.ninetieth.map(seconds)),
            "highest_seconds": JSONValue(ages.highest.map(seconds)),
        ]
    }

    private static func needs(_ needs: WallNeeds, urgent: Int) -> JSONValue {
        let blind = needs.blind.map { store -> JSONValue in
            ["store": JSONValue(store.store), "minutes": JSONValue(store.minutes)]
        }
        return [
            "late": JSONValue(needs.late), "held": JSONValue(needs.held),
            "problems": JSONValue(needs.problems), "breaches_24h": JSONValue(needs.breaches),
            "excused_24h": JSONValue(needs.excused), "urgent": JSONValue(urgent),
            "blind": .list(blind),
        ]
    }

    private static func seconds(_ span: Duration) -> Int { Int(span.wholeMilliseconds / 1000) }

    private static func counts(_ counts: BandCounts) -> JSONValue {
        .object(
            Dictionary(
                UrgencyBand.allCases.map { ($0.rawValue, JSONValue(counts[$0])) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func line(_ line: WallLine) -> JSONValue {
        [
            "key": .text(line.key), "label": .text(line.label), "bands": counts(line.counts),
            "all": JSONValue(line.counts.total), "next_due": JSONValue(line.nextLimit),
            "unowned": JSONValue(line.unowned), "urgent": JSONValue(line.urgent),
        ]
    }

    private static func person(_ person: WallPerson) -> JSONValue {
        [
            "user": .text(person.agent.unixUser), "name": .text(person.agent.name),
            "presence": .text(person.agent.presence.rawValue),
            "load": JSONValue(person.agent.load), "cap": JSONValue(person.agent.profile.cap),
            "bands": counts(person.counts), "next_due": JSONValue(person.nextLimit),
            "held": JSONValue(person.held),
        ]
    }

    static func forecast(_ reply: ShowForecast.Reply) -> JSONValue {
        let forecast = reply.forecast
        let cheapest = reply.option.map { option($0, reply) } ?? JSONValue.null
        let kept = reply.track.map(track) ?? JSONValue.null
        return [
            "from": JSONValue(forecast.start), "to": JSONValue(forecast.end),
            "plays": JSONValue(forecast.plays), "seed": .text(String(forecast.seed)),
            "late_already": JSONValue(forecast.lateAlready),
            "expected": JSONValue(forecast.expected), "low": JSONValue(forecast.low),
            "high": JSONValue(forecast.high),
            "per_hour": .list(forecast.perHour.map { JSONValue($0) }),
            "arrivals_per_hour": .list(forecast.arrivals.map { JSONValue($0) }),
            "risks": .list(forecast.risks.map(risk)), "cheapest": cheapest,
            "without_plan": JSONValue(reply.withoutPlan), "track": kept,
        ]
    }

    private static func risk(_ risk: Forecast.Risk) -> JSONValue {
        [
            "ticket": JSONValue(risk.ticket), "debt": JSONValue(risk.debt),
            "due": JSONValue(risk.due), "chance": JSONValue(risk.chance),
        ]
    }

    private static func track(_ track: ForecastTrack) -> JSONValue {
        [
            "scored": JSONValue(track.scored), "brier": JSONValue(track.brier),
            "coverage": JSONValue(track.coverage),
        ]
    }

    private static func option(_ option: ForecastOption, _ reply: ShowForecast.Reply) -> JSONValue {
        let expected = JSONValue(option.expected)
        return switch option.change {
        case .wakeParked: ["change": .text("wake-parked"), "expected": expected]
        case .overflowOn: ["change": .text("overflow-on"), "expected": expected]
        case .oneMoreHour(_, let from):
            [
                "change": .text("one-more-hour"), "name": JSONValue(reply.optionName),
                "from": JSONValue(from), "expected": expected,
            ]
        }
    }

    static func shifts(_ reply: ShowShifts.Reply) -> JSONValue {
        [
            "from": JSONValue(reply.from), "zone": .text(reply.zone),
            "handling_seconds": JSONValue(reply.handlingSeconds),
            "people": .list(reply.people.map(shift)),
            "hours": .list(reply.coverage.hours.map(hour)),
            "gaps": .list(reply.coverage.gaps.map(gap)),
        ]
    }

    private static func shift(_ person: ShiftLine) -> JSONValue {
        let spans = person.spans.map { span -> JSONValue in
            ["from": JSONValue(span.start), "to": JSONValue(span.end)]
        }
        return [
            "user": .text(person.unixUser), "name": .text(person.name),
            "calendar": JSONValue(person.calendar), "spans": .list(spans),
        ]
    }

    private static func hour(_ hour: ShiftCoverage.Hour) -> JSONValue {
        [
            "start": JSONValue(hour.start), "planned": JSONValue(hour.planned),
            "arrivals": JSONValue(hour.arrivals), "needed": JSONValue(hour.needed),
            "gap": .bool(hour.isGap),
        ]
    }

    private static func gap(_ gap: ShiftCoverage.Gap) -> JSONValue {
        [
            "from": JSONValue(gap.start), "to": JSONValue(gap.end),
            "missing_hours": JSONValue(gap.missingHours),
        ]
    }

    static func broadcast(_ view: BroadcastView) -> JSONValue {
        let stores = view.broadcast.stores.map { JSONValue.list($0.map { JSONValue($0) }) }
        let read = view.read.map { reading -> JSONValue in
            ["name": .text(reading.name), "at": JSONValue(reading.at)]
        }
        return [
            "broadcast": JSONValue(view.broadcast.id), "at": JSONValue(view.broadcast.at),
            "until": JSONValue(view.broadcast.until), "author": .text(view.authorName),
            "words": .text(view.words), "urgent": .bool(view.broadcast.isUrgent),
            "stores": stores ?? .null, "group": JSONValue(view.groupName),
            "unread_by_me": .bool(view.isUnread),
            "withdrawn": .bool(view.broadcast.withdrawnAt != nil), "read": .list(read),
            "not_read": .list(view.unread.map { JSONValue.text($0) }),
        ]
    }
}
