package import SwiftExtensions

/// A report as it is shown: groups with their figures, and what is drawn beside them.
package struct ReportView: Hashable, Sendable, Codable {
    package var request: ReportRequest
    /// The instant that ended what had not ended.
    package var asOf: Timestamp
    /// IANA name of the zone in which days, weeks and hours are meant.
    package var zone: String
    /// Up to here the record has been counted.
    package var counted: EventSequence
    package var total: ReportGroup
    package var groups: [ReportGroup]
    /// Names of the days that trends have a point for.
    package var days: [String] = []
    /// The share of first responses that still waited, and of next ones.
    package var firstCurve: [SurvivalCurve.Step] = []
    package var nextCurve: [SurvivalCurve.Step] = []
    /// Buyer messages by hour of the week: seven rows from Monday, 24 columns.
    package var arrivalsByHour: [[Int]] = []
    /// What was owed at the end of each day.
    package var backlog: [BacklogPoint] = []
    package var questions: ReportQuestions?
    /// How questions are placed, for whoever supervises.
    package var placing: CategoryReport?
    package var quality: QualityReport?
    /// How warnings of likeness fared, for whoever supervises.
    package var wording: WordingReport?
    package var signals: [AccountSignal] = []
    package var reconciliation: [Reconciliation] = []

    package init(
        request: ReportRequest, asOf: Timestamp, zone: String, counted: EventSequence,
        total: ReportGroup, groups: [ReportGroup]
    ) {
        self.request = request
        self.asOf = asOf
        self.zone = zone
        self.counted = counted
        self.total = total
        self.groups = groups
    }
}

/// The figures of one group.
package struct ReportGroup: Hashable, Sendable, Codable {
    /// The values of the dimensions, in the request's order; empty for the total.
    package var keys: [String]
    /// How people read the keys: a person's name, say.
    package var labels: [String]
    package var figures: [FigureValue]
    package var trends: [ReportTrend]

    package init(
        keys: [String], labels: [String], figures: [FigureValue], trends: [ReportTrend] = []
    ) {
        self.keys = keys
        self.labels = labels
        self.figures = figures
        self.trends = trends
    }

    package subscript(kind: FigureKind) -> FigureValue? { figures.first { $0.kind == kind } }
}

/// A figure day by day.
package struct ReportTrend: Hashable, Sendable, Codable {
    package var kind: FigureKind
    /// Nil for a day of which nothing can be said.
    package var points: [Double?]

    package init(kind: FigureKind, points: [Double?]) {
        self.kind = kind
        self.points = points
    }
}

/// What was owed at one instant.
package struct BacklogPoint: Hashable, Sendable, Codable {
    package var at: Timestamp
    package var ages: Spread?
    /// Debts by how near their deadline is: past it, within two hours, within eight, later.
    package var late: Int
    package var near: Int
    package var soon: Int
    package var calm: Int

    package init(at: Timestamp, ages: [Int64]) {
        self.at = at
        self.ages = Spread(ages)
        late = ages.count { $0 > LateRate.limit }
        near = ages.count { $0 <= LateRate.limit && $0 > LateRate.limit - 2 * 3_600_000 }
        soon = ages.count {
            $0 <= LateRate.limit - 2 * 3_600_000 && $0 > LateRate.limit - 8 * 3_600_000
        }
        calm = ages.count - late - near - soon
    }

    package var owed: Int { late + near + soon + calm }

    /// What was owed at each of some instants, from the spans in which debts were owed.
    package static func course(
        at instants: [Timestamp], spans: [(from: Int64, to: Int64?, start: Int64)]
    ) -> [BacklogPoint] {
        let sorted = spans.sorted { $0.from < $1.from }
        var next = 0
        var open: [(to: Int64?, start: Int64)] = []
        return instants.sorted().map { instant in
            let now = instant.milliseconds
            while next < sorted.count, sorted[next].from <= now {
                open.append((sorted[next].to, sorted[next].start))
                next += 1
            }
            open.removeAll { span in span.to.map { $0 <= now } ?? false }
            return BacklogPoint(at: instant, ages: open.map { max(0, now - $0.start) })
        }
    }
}

/// What Amazon says of an account that bears on service.
package struct AccountSignal: Hashable, Sendable, Codable {
    package var store: StoreID
    package var name: String
    package var status: String
    package var value: String?
    package var target: String?
    package var reportedAt: Timestamp?

    package init(
        store: StoreID, name: String, status: String, value: String?, target: String?,
        reportedAt: Timestamp?
    ) {
        self.store = store
        self.name = name
        self.status = status
        self.value = value
        self.target = target
        self.reportedAt = reportedAt
    }
}

/// One row behind a figure.
package struct FigureRow: Hashable, Sendable, Codable {
    /// Nil for an hour of work, which is about no ticket.
    package var ticket: TicketID?
    /// The debt, message, turn or judged answer that the row is about; the hour since 1970.
    package var item: Int64
    package var store: StoreID?
    package var person: String?
    package var start: Timestamp
    package var end: Timestamp?
    package var state: DebtState?
    package var subject: String?
    /// What a judged answer came to, of 100.
    package var points: Double?

    package init(
        ticket: TicketID?, item: Int64, store: StoreID? = nil, person: String? = nil,
        start: Timestamp, end: Timestamp? = nil, state: DebtState? = nil, subject: String? = nil,
        points: Double? = nil
    ) {
        self.ticket = ticket
        self.item = item
        self.store = store
        self.person = person
        self.start = start
        self.end = end
        self.state = state
        self.subject = subject
        self.points = points
    }
}
