package import SwiftExtensions

/// What the wall is broken down by.
package enum WallDimension: String, Codable, Sendable, CaseIterable {
    case store, marketplace, group, person, band
}

/// Tickets by how near their limit is (helpdesk section 6.5).
package struct BandCounts: Hashable, Sendable, Codable {
    package var over: Int
    package var now: Int
    package var soon: Int
    package var watch: Int
    package var calm: Int

    package init(over: Int = 0, now: Int = 0, soon: Int = 0, watch: Int = 0, calm: Int = 0) {
        self.over = over
        self.now = now
        self.soon = soon
        self.watch = watch
        self.calm = calm
    }

    package var total: Int { over + now + soon + watch + calm }

    package subscript(band: UrgencyBand) -> Int {
        get {
            switch band {
            case .over: over
            case .now: now
            case .soon: soon
            case .watch: watch
            case .calm: calm
            }
        }
        set {
            switch band {
            case .over: over = newValue
            case .now: now = newValue
            case .soon: soon = newValue
            case .watch: watch = newValue
            case .calm: calm = newValue
            }
        }
    }

    package static func + (left: BandCounts, right: BandCounts) -> BandCounts {
        BandCounts(
            over: left.over + right.over, now: left.now + right.now, soon: left.soon + right.soon,
            watch: left.watch + right.watch, calm: left.calm + right.calm)
    }
}

/// Tickets with a running clock that share store, marketplace, group and owner.
package struct WallCell: Hashable, Sendable {
    package var store: StoreID
    package var marketplace: MarketplaceCode?
    package var group: GroupID?
    package var owner: PersonID?
    package var counts: BandCounts
    /// The earliest limit.
    package var nextLimit: Timestamp?
    /// Those of nobody whose time runs out.
    package var urgent: Int

    package init(
        store: StoreID, marketplace: MarketplaceCode? = nil, group: GroupID? = nil,
        owner: PersonID? = nil, counts: BandCounts = BandCounts(), nextLimit: Timestamp? = nil,
        urgent: Int = 0
    ) {
        self.store = store
        self.marketplace = marketplace
        self.group = group
        self.owner = owner
        self.counts = counts
        self.nextLimit = nextLimit
        self.urgent = urgent
    }
}

/// One line of the wall.
package struct WallLine: Hashable, Sendable, Codable {
    /// The value of the dimension; empty for what has none, such as tickets of nobody.
    package var key: String
    /// How people read the key.
    package var label: String
    package var counts: BandCounts
    package var nextLimit: Timestamp?
    package var unowned: Int
    package var urgent: Int

    package init(
        key: String, label: String = "", counts: BandCounts = BandCounts(),
        nextLimit: Timestamp? = nil, unowned: Int = 0, urgent: Int = 0
    ) {
        self.key = key
        self.label = label
        self.counts = counts
        self.nextLimit = nextLimit
        self.unowned = unowned
        self.urgent = urgent
    }

    mutating func add(_ cell: WallCell) {
        counts = counts + cell.counts
        nextLimit = [nextLimit, cell.nextLimit].compactMap { $0 }.min()
        if cell.owner == nil { unowned += cell.counts.total }
        urgent += cell.urgent
    }
}

/// Adds cells up to the lines of a dimension.
package enum WallSum {
    package static func total(_ cells: [WallCell]) -> WallLine {
        cells.reduce(into: WallLine(key: "")) { $0.add($1) }
    }

    /// The most pressing line first: by what is over, then by the earliest limit. Bands stand in
    /// their own order, the nearest first.
    package static func lines(_ cells: [WallCell], by dimension: WallDimension) -> [WallLine] {
        if dimension == .band { return bands(cells) }
        var lines: [String: WallLine] = [:]
        for cell in cells {
            lines[key(of: cell, dimension), default: WallLine(key: key(of: cell, dimension))]
                .add(cell)
        }
        return lines.values.sorted(by: isBefore)
    }

    package static func key(of cell: WallCell, _ dimension: WallDimension) -> String {
        switch dimension {
        case .store: cell.store.rawValue
        case .marketplace: cell.marketplace?.rawValue ?? ""
        case .group: cell.group.map { String($0.rawValue) } ?? ""
        case .person: cell.owner.map { String($0.rawValue) } ?? ""
        case .band: ""
        }
    }

    private static func bands(_ cells: [WallCell]) -> [WallLine] {
        UrgencyBand.allCases.reversed().map { band in
            var line = WallLine(key: band.rawValue)
            for cell in cells where cell.counts[band] > 0 {
                line.counts[band] += cell.counts[band]
                if cell.owner == nil { line.unowned += cell.counts[band] }
            }
            return line
        }
    }

    private static func isBefore(_ left: WallLine, _ right: WallLine) -> Bool {
        if left.counts.over != right.counts.over { return left.counts.over > right.counts.over }
        let (one, other) = (left.nextLimit, right.nextLimit)
        if one != other { return one.map { a in other.map { a < $0 } ?? true } ?? false }
        return left.key < right.key
    }
}

/// The tickets behind a number of the wall.
package struct WallFilter: Hashable, Sendable, Codable {
    package var dimension: WallDimension
    /// The value of the dimension, empty for what has none; nil for all lines together.
    package var key: String?
    package var band: UrgencyBand?
    /// Only tickets of nobody.
    package var isUnowned: Bool
    /// Only tickets of nobody whose time runs out.
    package var isUrgent: Bool

    package init(
        _ dimension: WallDimension, key: String?, band: UrgencyBand? = nil,
        isUnowned: Bool = false, isUrgent: Bool = false
    ) {
        self.dimension = dimension
        self.key = key
        self.band = dimension == .band ? key.flatMap(UrgencyBand.init(rawValue:)) ?? band : band
        self.isUnowned = isUnowned
        self.isUrgent = isUrgent
    }
}

/// How long what is owed has been waiting.
package struct QueueAges: Hashable, Sendable, Codable {
    /// Upper ends of the steps, in hours; the last step has none. Four steps, because charts have four
    /// fills that tell parts apart without colour.
    package static let steps: [Int64] = [4, 12, 24]

    /// Debts by step.
    package var counts: [Int]
    package var median: Duration?
    package var ninetieth: Duration?
    package var highest: Duration?

    /// From how long each debt has waited, in milliseconds, in any order.
    package init(ages: [Int64]) {
        let sorted = ages.map { max(0, $0) }.sorted()
        var counts = Array(repeating: 0, count: Self.steps.count + 1)
        for age in sorted {
            counts[Self.steps.firstIndex { age < $0 * 3_600_000 } ?? Self.steps.count] += 1
        }
        self.counts = counts
        let spread = Spread(sorted)
        median = spread.map { .milliseconds($0.median) }
        ninetieth = spread.map { .milliseconds($0.p90) }
        highest = spread.map { .milliseconds($0.highest) }
    }
}
