package import HelpDesk
package import Localization

/// Words of the supervisor's panes, for the screen and the command line alike.
package enum WallStrings {
    /// A number with at most one place behind the point.
    package static func number(_ value: Double) -> String {
        FigureText.text((value * 10).rounded() / 10, .count)
    }

    package static let wall = Phrase("wall.name", "Wall")
    package static let forecast = Phrase("wall.forecast", "Forecast")
    package static let breaches = Phrase("wall.breaches", "Breaches")
    package static let shifts = Phrase("wall.shifts", "Shifts")
    package static let broadcasts = Phrase("wall.broadcasts", "Broadcasts")
    package static let alarms = Phrase("wall.alarms", "Alarms")
    package static let since = Phrase("wall.since", "since")
    package static let alarm = Phrase("wall.alarm", "alarm")

    package static func by(_ dimension: WallDimension) -> Phrase {
        switch dimension {
        case .store: Phrase("wall.by-store", "by store")
        case .marketplace: Phrase("wall.by-marketplace", "by marketplace")
        case .group: Phrase("wall.by-group", "by group")
        case .person: Phrase("wall.by-person", "by person")
        case .band: Phrase("wall.by-band", "by time left")
        }
    }

    package static func band(_ band: UrgencyBand) -> Phrase {
        switch band {
        case .over: Phrase("wall.band-over", "over time")
        case .now: Phrase("wall.band-now", "under 1 h")
        case .soon: Phrase("wall.band-soon", "1 to 4 h")
        case .watch: Phrase("wall.band-watch", "4 to 12 h")
        case .calm: Phrase("wall.band-calm", "over 12 h")
        }
    }

    package static func column(_ column: WallPane.Column) -> Phrase {
        switch column {
        case .all: Phrase("wall.column-all", "all")
        case .over: Phrase("wall.column-over", "over")
        case .now: Phrase("wall.column-now", "<1h")
        case .soon: Phrase("wall.column-soon", "<4h")
        case .watch: Phrase("wall.column-watch", "<12h")
        case .calm: Phrase("wall.column-calm", "calm")
        case .unowned: Phrase("wall.column-unowned", "free")
        case .urgent: Phrase("wall.column-urgent", "urg.")
        }
    }

    package static let next = Phrase("wall.next", "next")
    package static let all = Phrase("wall.all", "all")
    package static let nobody = Phrase("wall.nobody", "nobody")
    package static let none = Phrase("wall.none", "(none)")
    package static let person = Phrase("wall.person", "person")
    package static let presence = Phrase("wall.presence", "presence")
    package static let load = Phrase("wall.load", "load")
    package static let held = Phrase("wall.held", "held")
    package static let needs = Phrase("wall.needs", "needs you")
    package static let waitingSince = Phrase("wall.waiting-since", "owed, by how long it waits")
    package static let nothingOwed = Phrase("wall.nothing-owed", "nothing is owed")

    package static func ages(median: String, ninetieth: String, highest: String) -> Phrase {
        Phrase(
            "wall.ages", "half over {median}, a tenth over {ninetieth}, longest {highest}",
            ["median": median, "ninetieth": ninetieth, "highest": highest])
    }

    package static let urgentNow = Phrase("wall.urgent-now", "nobody's and urgent")
    package static let heldReplies = Phrase("wall.held-replies", "held for review")
    package static let lateNow = Phrase("wall.late-now", "late now")
    package static let problems = Phrase("wall.problems", "not delivered")
    package static let breachesOfDay = Phrase("wall.breaches-of-day", "breaches in 24 h")
    package static let blind = Phrase("wall.blind", "blind:")

    package static func excused(_ count: Int) -> Phrase {
        Phrase("wall.excused", "{count} with a cause", ["count": "\(count)"])
    }

    // The forecast.
    package static let foreseeing = Phrase("wall.foreseeing", "forecast: playing the next hours…")

    package static func expected(_ count: String, hours: Int, low: Int, high: Int) -> Phrase {
        Phrase(
            "wall.expected", "in {hours} h {count} breaches (90 %: {low}-{high})",
            ["count": count, "hours": "\(hours)", "low": "\(low)", "high": "\(high)"])
    }

    package static func expectedInShort(_ count: String, hours: Int) -> Phrase {
        Phrase(
            "wall.expected-short", "in {hours} h {count} breaches",
            ["count": count, "hours": "\(hours)"])
    }

    package static let nothingHelps = Phrase(
        "wall.nothing-helps", "no single change of the plan would help")
    package static let nobodyInThese = Phrase(
        "wall.nobody-in-these",
        "nobody is planned in these hours, so all that falls due counts: g n shows the shifts")

    package static func helps(_ change: String, left: String) -> Phrase {
        Phrase("wall.helps", "{change} leaves {left}", ["change": change, "left": left])
    }

    package static let wakeParked = Phrase("wall.wake-parked", "wake what is parked")
    package static let overflowOn = Phrase("wall.overflow-on", "let other groups help now")

    package static func oneMoreHour(_ name: String, from: String) -> Phrase {
        Phrase(
            "wall.one-more-hour", "{name} an hour more from {from}",
            ["name": name, "from": from])
    }

    package static func made(at: String, plays: Int) -> Phrase {
        Phrase(
            "wall.made", "made at {at}, {plays} plays", ["at": at, "plays": "\(plays)"])
    }

    package static func lateAlready(_ count: Int) -> Phrase {
        Phrase("wall.late-already", "{count} late already", ["count": "\(count)"])
    }

    package static func track(scored: Int, brier: String, coverage: String) -> Phrase {
        Phrase(
            "wall.track", "forecasts so far: {scored}, Brier {brier}, range held in {coverage}",
            ["scored": "\(scored)", "brier": brier, "coverage": coverage])
    }

    package static func withoutPlan(_ count: Int) -> Phrase {
        Phrase(
            "wall.without-plan",
            "{count} without a shift calendar: counted for 8 h if they are at work, else not",
            ["count": "\(count)"])
    }

    package static let breachesByHour = Phrase(
        "wall.breaches-by-hour", "Expected breaches by the hour they fall due")

    package static func arrivals(_ sum: String) -> Phrase {
        Phrase("wall.arrivals", "Arrivals by hour, {sum} in all", ["sum": sum])
    }

    package static let chance = Phrase("wall.chance", "late in")
    package static let platformDue = Phrase("wall.platform-due", "platform's deadline")

    // Breaches.
    package static let noBreaches = Phrase(
        "wall.no-breaches", "No deadline was missed in seven days.")
    package static let noOwnBreaches = Phrase(
        "wall.no-own-breaches", "No deadline was missed in seven days while you had the ticket.")
    package static let clock = Phrase("wall.clock", "clock")
    package static let due = Phrase("wall.due", "was due")
    package static let with = Phrase("wall.with", "was with")
    package static let cause = Phrase("wall.cause", "cause")

    package static func cause(_ cause: ClockBreach.Cause) -> Phrase {
        switch cause {
        case .late: Phrase("wall.cause-late", "no answer in time")
        case .channel: Phrase("wall.cause-channel", "came too late")
        }
    }

    package static func excuse(_ category: BreachExcuse.Category) -> Phrase {
        switch category {
        case .channelOutage: Phrase("wall.excuse-outage", "channel outage")
        case .wrongClass: Phrase("wall.excuse-class", "wrong class")
        case .platformFault: Phrase("wall.excuse-platform", "platform's fault")
        case .other: Phrase("wall.excuse-other", "other")
        }
    }

    package static let askExcuse = Phrase(
        "wall.ask-excuse",
        "Cause and reason (channel-outage|wrong-class|platform-fault|other WHY)")
    package static let badExcuse = Phrase(
        "wall.bad-excuse", "Begin with channel-outage, wrong-class, platform-fault or other.")
    package static let remarked = Phrase("wall.remarked", "The remark stands beside the breach.")

    // Shifts.
    package static let nobodyPlanned = Phrase(
        "wall.nobody-planned", "Nobody is there to be planned.")
    package static let noCalendar = Phrase("wall.no-calendar", "no shift calendar")
    package static let noGaps = Phrase("wall.no-gaps", "There are people enough in every hour.")
    package static let planned = Phrase("wall.planned", "planned")
    package static let needed = Phrase("wall.needed", "needed")

    package static func gaps(_ count: Int) -> Phrase {
        Phrase("wall.gaps", "Too few people, {count} times; the widest:", ["count": "\(count)"])
    }

    package static func missing(_ hours: String) -> Phrase {
        Phrase("wall.missing", "{hours} hours of work are missing", ["hours": hours])
    }

    package static func most(_ count: String) -> Phrase {
        Phrase("wall.most", "most {count}", ["count": count])
    }

    // Broadcasts.
    package static let noBroadcasts = Phrase(
        "wall.no-broadcasts", "Nobody has told everybody anything.")
    package static let sentAt = Phrase("wall.sent-at", "sent")
    package static let from = Phrase("wall.from", "from")
    package static let readBy = Phrase("wall.read-by", "read by")
    package static let words = Phrase("wall.words", "words")
    package static let withdrawn = Phrase("wall.withdrawn", "taken back")
    package static let haveRead = Phrase("wall.have-read", "Have read it:")
    package static let haveNotRead = Phrase("wall.have-not-read", "Have not:")
    package static let askBroadcast = Phrase(
        "wall.ask-broadcast", "What should everybody know? (!! if urgent)")
    package static let sent = Phrase("wall.sent", "Everybody in your stores is told.")
    package static let nothingToRead = Phrase("wall.nothing-to-read", "You have read this one.")
    package static let noTickets = Phrase(
        "wall.no-tickets", "There is no ticket behind this number.")

    package static func until(_ moment: String) -> Phrase {
        Phrase("wall.until", "until {moment}", ["moment": moment])
    }

    package static func unread(_ count: Int) -> Phrase {
        Phrase("wall.unread", "{count} to read (g b)", ["count": "\(count)"])
    }

    package static func behind(_ name: String, _ total: Int) -> Phrase {
        Phrase("wall.behind", "Wall: {name}, {total} tickets", ["name": name, "total": "\(total)"])
    }
}
