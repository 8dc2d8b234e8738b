package import SwiftExtensions

/// An owed answer as the forecast plays it (helpdesk section 14.10).
package struct ForecastItem: Hashable, Sendable {
    package var ticket: TicketID
    package var debt: DebtID
    /// Place in the queue's lanes: whoever serves the lane may answer.
    package var lane: Int
    /// The instant that the order of service goes by (section 7.4).
    package var actBy: Timestamp
    /// A later answer is a breach.
    package var due: Timestamp
    /// From when on somebody works on it: the waking instant of what is parked.
    package var readyAt: Timestamp
    package var category: InquiryCategory
    /// Who answers it as long as they are at work.
    package var owner: PersonID?
    /// From when on the overflow lane's people help.
    package var overflowAt: Timestamp

    package init(
        ticket: TicketID, debt: DebtID, lane: Int, actBy: Timestamp, due: Timestamp,
        readyAt: Timestamp, category: InquiryCategory, owner: PersonID? = nil,
        overflowAt: Timestamp? = nil
    ) {
        self.ticket = ticket
        self.debt = debt
        self.lane = lane
        self.actBy = actBy
        self.due = due
        self.readyAt = readyAt
        self.category = category
        self.owner = owner
        self.overflowAt = overflowAt ?? due
    }
}

/// Somebody's planned time and what they may answer.
package struct ForecastPerson: Hashable, Sendable {
    package var person: PersonID
    /// Planned work, as seconds since 1970; in order and apart from each other.
    package var shifts: [Range<Int64>]
    package var lanes: Set<Int>
    /// Lanes of groups that this one helps out.
    package var overflow: Set<Int>

    package init(
        person: PersonID, shifts: [Range<Int64>], lanes: Set<Int>, overflow: Set<Int> = []
    ) {
        self.person = person
        self.shifts = shifts
        self.lanes = lanes
        self.overflow = overflow
    }
}

/// What usually arrives in one lane.
package struct ForecastStream: Hashable, Sendable {
    package var lane: Int
    package var category: InquiryCategory
    /// Expected messages of each hour from the forecast's start on.
    package var perHour: [Double]

    package init(lane: Int, category: InquiryCategory, perHour: [Double]) {
        self.lane = lane
        self.category = category
        self.perHour = perHour
    }
}

/// Everything that a forecast is made of.
package struct ForecastQueue: Sendable {
    package var start: Timestamp
    /// How many hours are played.
    package var hours: Int
    package var items: [ForecastItem]
    package var people: [ForecastPerson]
    package var streams: [ForecastStream]
    /// Handling times in seconds, one of which is drawn for each answer; the key nil is for
    /// categories without samples of their own.
    package var handling: [InquiryCategory?: [Int64]]
    /// How long after its arrival a new message should be answered, for the order of service.
    package var usualLead: Duration
    /// The platform's time for an answer.
    package var window: Duration

    package init(
        start: Timestamp, hours: Int, items: [ForecastItem], people: [ForecastPerson],
        streams: [ForecastStream] = [], handling: [InquiryCategory?: [Int64]] = [:],
        usualLead: Duration = .hours(4), window: Duration = .hours(24)
    ) {
        self.start = start
        self.hours = hours
        self.items = items
        self.people = people
        self.streams = streams
        self.handling = handling
        self.usualLead = usualLead
        self.window = window
    }

    package var end: Timestamp { start + .hours(Int64(hours)) }

    /// The samples that an answer's handling time is drawn from; never empty.
    func samples(of category: InquiryCategory) -> [Int64] {
        let own = handling[category] ?? []
        if !own.isEmpty { return own }
        let all = handling[nil] ?? []
        return all.isEmpty ? [TicketLoad.usualHandling.wholeMilliseconds / 1000] : all
    }
}
