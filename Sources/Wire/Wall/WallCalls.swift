package import HelpDesk
package import SwiftExtensions

/// What is due, by store, marketplace, group, person or band, within the caller's stores.
package struct ShowWall: RemoteCall {
    package static let method = "wall.show"
    package var dimension: WallDimension
    package init(by dimension: WallDimension = .store) { self.dimension = dimension }

    package struct Reply: Codable, Sendable, Hashable {
        package var now: Timestamp
        package var dimension: WallDimension
        package var total: WallLine
        package var lines: [WallLine]
        package var ages: QueueAges
        package var needs: WallNeeds
        package var people: [WallPerson]

        package init(
            now: Timestamp, dimension: WallDimension, total: WallLine, lines: [WallLine],
            ages: QueueAges, needs: WallNeeds, people: [WallPerson]
        ) {
            self.now = now
            self.dimension = dimension
            self.total = total
            self.lines = lines
            self.ages = ages
            self.needs = needs
            self.people = people
        }
    }
}

/// What waits for a supervisor.
package struct WallNeeds: Codable, Sendable, Hashable {
    /// Tickets past the platform's deadline or a case's.
    package var late: Int
    /// Replies that wait for a second pair of eyes.
    package var held: Int
    /// Replies of unknown fate, failed or bounced.
    package var problems: Int
    /// Breaches of the last 24 hours by the platform's clock, and those that somebody took out of
    /// the net figures.
    package var breaches: Int
    package var excused: Int
    /// Stores whose newest messages have not been seen for a while, with the minutes.
    package var blind: [BlindStore]

    package struct BlindStore: Codable, Sendable, Hashable {
        package var store: StoreID
        package var minutes: Int
        package init(store: StoreID, minutes: Int) {
            self.store = store
            self.minutes = minutes
        }
    }

    package init(
        late: Int = 0, held: Int = 0, problems: Int = 0, breaches: Int = 0, excused: Int = 0,
        blind: [BlindStore] = []
    ) {
        self.late = late
        self.held = held
        self.problems = problems
        self.breaches = breaches
        self.excused = excused
        self.blind = blind
    }
}

/// Somebody with load, presence and what of theirs is due.
package struct WallPerson: Codable, Sendable, Hashable {
    package var agent: AgentView
    package var counts: BandCounts
    package var nextLimit: Timestamp?
    /// Replies of theirs that wait for review.
    package var held: Int

    package init(agent: AgentView, counts: BandCounts, nextLimit: Timestamp?, held: Int) {
        self.agent = agent
        self.counts = counts
        self.nextLimit = nextLimit
        self.held = held
    }
}

/// Which owed answers will be late under the planned shifts, and what would help (helpdesk section
/// 14.10). Worked out at most every few minutes; `hours` is 1 to 72.
package struct ShowForecast: RemoteCall {
    package static let method = "wall.forecast"
    package var hours: Int
    package init(hours: Int = 24) { self.hours = hours }

    package struct Reply: Codable, Sendable, Hashable {
        package var forecast: Forecast
        /// The cheapest change that helps; nil when nothing does or nothing is needed.
        package var option: ForecastOption?
        /// Name of the person that the change asks for an hour.
        package var optionName: String?
        /// People who have no shift calendar, so that nobody knows when they come.
        package var withoutPlan: Int
        /// Whether anybody works in the hours that are looked at.
        package var isAnybodyPlanned: Bool
        /// How the last forecasts fared; nil before the first, or for whoever sees only some stores.
        package var track: ForecastTrack?

        package init(
            forecast: Forecast, option: ForecastOption?, optionName: String?, withoutPlan: Int,
            isAnybodyPlanned: Bool = true, track: ForecastTrack?
        ) {
            self.forecast = forecast
            self.option = option
            self.optionName = optionName
            self.withoutPlan = withoutPlan
            self.isAnybodyPlanned = isAnybodyPlanned
            self.track = track
        }
    }
}
