import EventSamples
import HelpDesk
import Store
import SwiftExtensions

extension RandomDay {
    /// What supervisors and administrators keep: calendars, policies, profiles and rules; what they
    /// decide about single tickets; and what a deadline became when its policy changed.
    mutating func books(on ticket: TicketID) throws {
        switch pick([0, 1, 2, 3, 4, 5]) {
        case 0: try calendars()
        case 1: try policies()
        case 2: try profiles()
        case 3: try excuse()
        case 4: try retarget(ticket)
        default: try relations(of: ticket)
        }
    }

    private mutating func calendars() throws {
        var calendar = SampleEvents.calendar
        calendar.version =
            (try desk.read { try $0.calendarVersions(of: calendar.id) }.map(\.value.version).max()
                ?? 0)
            + 1
        calendar.zone = pick(["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
        try desk.record(.clock(.calendarSaved(calendar)))
    }

    private mutating func policies() throws {
        let id: PolicyID = pick(["usual", "urgent"])
        let version =
            try desk.read { try $0.policyVersions(of: id) }.map(\.value.version).max() ?? 0
        let known = try desk.read { try $0.policyOrder() }
        try desk.record(
            .clock(
                .policySaved(
                    ResponsePolicy(
                        id: id, version: version + 1, title: "Title", calendar: "office",
                        targets: PolicyTargets(first: pick([30, 60]), next: pick([nil, 120]))))),
            .clock(.policiesOrdered(known.contains(id) ? known.reversed() : known + [id])),
            .clock(
                .windowSet(
                    PlatformWindow(
                        marketplace: pick(["DE", "US"]), from: desk.now,
                        seconds: pick([43_200, 86_400])))))
    }

    private mutating func profiles() throws {
        let person = pick([Desk.ann, Desk.bo])
        let profiles = try desk.read { try $0.history(of: person) }.map(\.version).max() ?? 0
        let rules = try desk.read { try $0.rulesHistory() }.map(\.version).max() ?? 0
        try desk.record(
            .routing(
                .profileSaved(
                    RoutingChange(
                        version: profiles + 1, reason: "Learned.",
                        value: AgentProfile(
                            person: person, skills: [AgentSkill("claims", level: pick([1, 2, 3]))],
                            cap: pick([4.5, 12]), weight: pick([1, 2]))))),
            .routing(
                .rulesSaved(
                    RoutingChange(
                        version: rules + 1, reason: "A try.",
                        value: RuleSheet(
                            rules: [RoutingRule(name: pick(["night", "day"]), tags: ["t"])],
                            preview: RulePreview(tickets: 2, moved: 1, homeless: 0, samples: []))))
            ))
    }

    private mutating func excuse() throws {
        let now = desk.now
        let breaches = try desk.read {
            try $0.breaches(
                of: BreachWindow(from: now - .days(90), to: now + .days(1), scope: .all),
                limit: .max)
        }
        guard !breaches.isEmpty else { return }
        let breach = pick(breaches)
        try desk.record(
            .clock(
                .breachExcused(
                    BreachExcuse(
                        key: breach.key, ticket: breach.ticket,
                        category: pick([.channelOutage, .other]), reason: "r", person: Desk.bo))))
    }

    private mutating func retarget(_ ticket: TicketID) throws {
        let runs = try desk.read { try $0.clocks(of: ticket) }
            .filter { $0.state == .running && $0.key.kind.isInternal }
        guard let run = runs.first else { return }
        let due = desk.now + .hours(pick([1, 5]))
        try desk.record(
            .clock(
                .retargeted(
                    ClockRetarget(
                        key: run.key, ticket: ticket, cause: pick([.facts, .applied]),
                        from: run.terms, to: run.terms, basis: run.basis, target: run.target,
                        oldDue: run.due, due: due, marks: run.marks,
                        nextAt: due - .minutes(30)))))
    }

    /// Aliases of one buyer, links that end, and a thank-you that turns out to be a question.
    private mutating func relations(of ticket: TicketID) throws {
        let (stored, links) = try desk.read { (try $0.ticket(ticket), try $0.links(of: ticket)) }
        guard let stored else { return }
        if let link = links.first { try desk.record(.life(.unlinked(link))) }
        if stored.state == .open { try desk.record(.life(.reopeningCounted(ticket))) }
        let kinds: [MessageKind] = [.buyer, .courtesy]
        if let message = try desk.read({ try $0.messages(of: ticket, limit: 50) })
            .first(where: { kinds.contains($0.kind) })
        {
            try desk.record(
                .life(
                    .kindCorrected(
                        KindCorrection(
                            message: message.id, ticket: ticket, from: message.kind,
                            to: message.kind == .buyer ? .courtesy : .buyer, by: Desk.ann,
                            reason: "read again"))))
        }
        guard let buyer = stored.buyer, buyer.rawValue > 1 else { return }
        try desk.record(
            .life(.buyersLinked(BuyerID(1), buyer)),
            .life(
                .buyersJoined(
                    BuyerJoin(
                        ticket: ticket, BuyerID(1), buyer, isOn: pick([true, false]),
                        reason: "same street"))))
    }
}
