import HelpDesk
import Localization

enum ClockStrings {
    static let deadlines = Phrase("clock.deadlines", "Deadlines")
    static let calendars = Phrase("clock.calendars", "Calendars")
    static let policies = Phrase("clock.policies", "Policies")
    static let noClocks = Phrase("clock.no-clocks", "Nothing runs on this ticket, and nothing ran.")
    static let noCalendars = Phrase(
        "clock.no-calendars",
        "No calendar yet. An admin adds one with: deskhand calendars save FILE")
    static let noPolicies = Phrase(
        "clock.no-policies",
        "No policy yet: only the platform's 24 hours count. Add one with: deskhand policies save FILE"
    )
    static let noNotices = Phrase("clock.no-notices", "No deadline waits for you.")
    static let windows = Phrase("clock.windows", "What the marketplaces give for an answer")
    static let usualWindow = Phrase("clock.usual-window", "24 hours, unless one is named here.")
    static let openNow = Phrase("clock.open-now", "open now")
    static let closedNow = Phrase("clock.closed-now", "closed now")
    static let everything = Phrase("clock.everything", "for everything else")
    static let inactive = Phrase("clock.inactive", "switched off")

    static func notices(_ count: Int) -> Phrase {
        Phrase("clock.notices", "{count} warned (key !)", ["count": "\(count)"])
    }

    static func told(_ count: Int) -> Phrase {
        Phrase(
            "clock.told", "Deadlines come near: {count}. The key ! goes to the oldest.",
            ["count": "\(count)"])
    }

    static func kind(_ kind: ClockKind) -> Phrase {
        switch kind {
        case .platform: Phrase("clock-kind.platform", "Amazon")
        case .first: Phrase("clock-kind.first", "first answer")
        case .next: Phrase("clock-kind.next", "next answer")
        case .resolve: Phrase("clock-kind.resolve", "resolution")
        case .review: Phrase("clock-kind.review", "look again")
        }
    }

    static func state(_ state: ClockState) -> Phrase {
        switch state {
        case .running: Phrase("clock-state.running", "runs")
        case .paused: Phrase("clock-state.paused", "stands still")
        case .met: Phrase("clock-state.met", "done")
        case .cancelled: Phrase("clock-state.cancelled", "dropped")
        }
    }

    static func band(_ band: UrgencyBand) -> Phrase {
        switch band {
        case .calm: Phrase("band.calm", "calm")
        case .watch: Phrase("band.watch", "watch")
        case .soon: Phrase("band.soon", "soon")
        case .now: Phrase("band.now", "now")
        case .over: Phrase("band.over", "over")
        }
    }

    static func actBy(_ time: String, _ band: String) -> Phrase {
        Phrase("clock.act-by", "act by {time} ({band})", ["time": time, "band": band])
    }

    static func blind(_ since: String) -> Phrase {
        Phrase(
            "clock.blind", "~ nothing seen of this store since {since}: newer messages may wait",
            ["since": since])
    }
}

/// The steps of a derivation in words.
enum StepStrings {
    static func began(_ time: String, isEstimated: Bool) -> Phrase {
        isEstimated
            ? Phrase(
                "step.began-estimated", "began {time}, estimated: only when we fetched it is known",
                ["time": time])
            : Phrase(
                "step.began", "began {time}, when the platform took the message", ["time": time])
    }

    static func policy(_ name: String, _ version: Int, _ title: String) -> Phrase {
        Phrase(
            "step.policy", "policy {name} version {version}: {title}",
            ["name": name, "version": "\(version)", "title": title])
    }

    static func matched(_ conditions: String) -> Phrase {
        Phrase("step.matched", "matched by {conditions}", ["conditions": conditions])
    }

    static func calendar(_ name: String, _ version: Int, _ zone: String) -> Phrase {
        Phrase(
            "step.calendar", "calendar {name} version {version}, {zone}",
            ["name": name, "version": "\(version)", "zone": zone])
    }

    static func target(_ time: String, isWorking: Bool) -> Phrase {
        isWorking
            ? Phrase("step.target-working", "target {time} of working time", ["time": time])
            : Phrase("step.target", "target {time}, every day of the year", ["time": time])
    }

    static func span(_ from: String, _ to: String, _ time: String) -> Phrase {
        Phrase(
            "step.span", "open {from} - {to}: {time}", ["from": from, "to": to, "time": time])
    }

    static func moreSpans(_ count: Int, _ time: String) -> Phrase {
        Phrase(
            "step.more-spans", "and {count} more open spans: {time}",
            ["count": "\(count)", "time": time])
    }

    static func pause(_ from: String, _ to: String?) -> Phrase {
        guard let to else { return Phrase("step.pausing", "paused since {from}", ["from": from]) }
        return Phrase("step.pause", "paused {from} - {to}", ["from": from, "to": to])
    }

    static func retarget(
        _ at: String, _ cause: ClockRetarget.Cause, _ old: String, _ new: String
    ) -> Phrase {
        let arguments = ["at": at, "old": old, "new": new]
        return switch cause {
        case .facts:
            Phrase(
                "step.retarget-facts",
                "{at}: category, priority or language changed, {old} became {new}", arguments)
        case .applied:
            Phrase(
                "step.retarget-applied", "{at}: policies applied to open debts, {old} became {new}",
                arguments)
        case .moved: Phrase("step.retarget-moved", "{at}: moved, {old} became {new}", arguments)
        }
    }

    static func due(_ time: String) -> Phrase { Phrase("step.due", "due {time}", ["time": time]) }

    static func sendBy(_ time: String) -> Phrase {
        Phrase("step.send-by", "an answer should leave by {time}", ["time": time])
    }

    static let paused = Phrase("step.paused", "stands still, so it has no deadline now")

    static func breached(_ time: String, _ cause: ClockBreach.Cause) -> Phrase {
        switch cause {
        case .late: Phrase("step.breached", "missed at {time}", ["time": time])
        case .channel:
            Phrase(
                "step.breached-channel", "missed at {time}: the message came too late",
                ["time": time])
        }
    }

    static func excused(_ category: BreachExcuse.Category, _ reason: String) -> Phrase {
        let arguments = ["reason": reason]
        return switch category {
        case .channelOutage:
            Phrase("step.excused-outage", "remark, channel outage: {reason}", arguments)
        case .wrongClass: Phrase("step.excused-class", "remark, wrong class: {reason}", arguments)
        case .platformFault:
            Phrase("step.excused-platform", "remark, the platform's fault: {reason}", arguments)
        case .other: Phrase("step.excused-other", "remark: {reason}", arguments)
        }
    }

    static func ended(_ time: String, _ state: ClockState) -> Phrase {
        state == .met
            ? Phrase("step.met", "done {time}", ["time": time])
            : Phrase("step.dropped", "dropped {time}", ["time": time])
    }

    static func nextWarning(_ time: String) -> Phrase {
        Phrase("step.next-warning", "next warning {time}", ["time": time])
    }
}
