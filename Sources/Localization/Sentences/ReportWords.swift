package import HelpDesk

/// Words of reports, for the screen, the page and the command line alike.
package enum ReportWords {
    package static func window(_ value: FigureKind.Window) -> Phrase {
        switch value {
        case .start: Phrase("figure.window.start", "window by when the message came")
        case .act: Phrase("figure.window.act", "window by when somebody acted")
        case .due: Phrase("figure.window.due", "window by when the answer was due")
        case .end: Phrase("figure.window.end", "as of the window's end")
        }
    }

    package static func kind(_ value: ReportKind) -> Phrase {
        switch value {
        case .kpi: Phrase("report.kind.kpi", "Key figures")
        case .sla: Phrase("report.kind.sla", "Deadlines")
        case .backlog: Phrase("report.kind.backlog", "Backlog")
        case .agents: Phrase("report.kind.agents", "People")
        case .faq: Phrase("report.kind.faq", "Questions")
        case .satisfaction: Phrase("report.kind.satisfaction", "Satisfaction")
        case .quality: Phrase("report.kind.quality", "Quality")
        case .reconcile: Phrase("report.kind.reconcile", "Reconciliation with Amazon")
        }
    }

    package static func dimension(_ value: ReportDimension) -> Phrase {
        switch value {
        case .store: Phrase("report.by.store", "store")
        case .marketplace: Phrase("report.by.marketplace", "marketplace")
        case .language: Phrase("report.by.language", "language")
        case .category: Phrase("report.by.category", "category")
        case .person: Phrase("report.by.person", "person")
        case .day: Phrase("report.by.day", "day")
        case .week: Phrase("report.by.week", "week")
        case .month: Phrase("report.by.month", "month")
        }
    }

    package static func cause(_ value: Reconciliation.Cause) -> Phrase {
        switch value {
        case .fetchedLate: Phrase("report.cause.fetched-late", "fetched late")
        case .answeredOutside: Phrase("report.cause.answered-outside", "answered in Seller Central")
        case .excuseNotTicked: Phrase("report.cause.excuse-not-ticked", "excuse not ticked")
        case .bounced: Phrase("report.cause.bounced", "bounced")
        case .boundary: Phrase("report.cause.boundary", "within a minute of 24 h")
        case .zone: Phrase("report.cause.zone", "near the window's end")
        }
    }

    package static func criterion(_ value: QualityCriterion) -> Phrase {
        switch value {
        case .accuracy: Phrase("report.criterion.accuracy", "accuracy")
        case .completeness: Phrase("report.criterion.completeness", "completeness")
        case .policy: Phrase("report.criterion.policy", "policy")
        case .language: Phrase("report.criterion.language", "language and tone")
        case .timeliness: Phrase("report.criterion.timeliness", "timeliness")
        }
    }

    package static func mark(_ value: QualityMark) -> Phrase {
        switch value {
        case .missed: Phrase("report.mark.missed", "missed")
        case .partly: Phrase("report.mark.partly", "partly")
        case .met: Phrase("report.mark.met", "met")
        }
    }

    package static let figureBase = Phrase("figure.base", "elapsed time, every hour of the year")
    package static func figureN(n: String, censored: String) -> Phrase {
        Phrase(
            "figure.n", "n {n}, censored {censored}",
            ["n": n, "censored": censored])
    }
    package static let total = Phrase("report.total", "all")
    package static let figure = Phrase("report.figure", "figure")
    package static let value = Phrase("report.value", "value")
    package static let interval = Phrase("report.interval", "95 % interval")
    package static let trend = Phrase("report.trend", "by day")
    package static let cases = Phrase("report.cases", "n")
    package static let open = Phrase("report.open", "censored")
    package static func window(
        from: String, to: String, zone: String, utcFrom: String, utcTo: String
    ) -> Phrase {
        Phrase(
            "report.window", "{from} to {to}, zone {zone} ({utcFrom} to {utcTo} UTC)",
            ["from": from, "to": to, "zone": zone, "utcFrom": utcFrom, "utcTo": utcTo])
    }
    package static func made(at: String, event: String) -> Phrase {
        Phrase(
            "report.made", "made {at}, record counted to event {event}",
            ["at": at, "event": event])
    }
    package static let waiting = Phrase(
        "report.waiting", "Share still waiting for the first answer, by hours")
    package static let hours = Phrase("report.hours", "Messages by hour of the week")
    package static let backlogCourse = Phrase(
        "report.backlog-course", "Owed at the end of each day")
    package static let bandLate = Phrase("report.band.late", "late")
    package static let bandNear = Phrase("report.band.near", "under 2 h")
    package static let bandSoon = Phrase("report.band.soon", "under 8 h")
    package static let bandCalm = Phrase("report.band.calm", "later")
    package static let categories = Phrase(
        "report.categories", "Categories, last week and the week before")
    package static func clusters(read: String, all: String) -> Phrase {
        Phrase(
            "report.clusters", "Questions in like words ({read} of {all} read)",
            ["read": read, "all": all])
    }
    package static let formulas = Phrase("report.formulas", "What the figures mean")
    package static let signals = Phrase("report.signals", "Amazon's own statements")
    package static let agreement = Phrase(
        "report.agreement", "Agreement of two judges (Cohen's kappa)")
    package static let rank = Phrase("report.rank", "rank")
    package static let noRank = Phrase("report.no-rank", "too few")
    package static let policyFails = Phrase("report.policy-fails", "policy broken")
    package static func drawn(drawn: String, scored: String, open: String) -> Phrase {
        Phrase(
            "report.drawn", "drawn {drawn}, judged {scored}, still to judge {open}",
            ["drawn": drawn, "scored": scored, "open": open])
    }
    package static let amazon = Phrase("report.amazon", "Amazon")
    package static let desk = Phrase("report.desk", "desk")
    package static let difference = Phrase("report.difference", "difference")
    package static let unexplained = Phrase("report.unexplained", "unexplained")
    package static let candidates = Phrase("report.candidates", "candidates")
    package static let nobody = Phrase("report.nobody", "(nobody)")
    package static let none = Phrase("report.none", "(none)")
    package static let empty = Phrase("report.empty", "Nothing in this window.")
    package static let goal = Phrase("report.goal", "goal 90 %")
    package static let count = Phrase("report.count", "count")
    package static let example = Phrase("report.example", "example")
    package static let words = Phrase("report.words", "words")
}
