/// How much room one part of a split gets.
package enum Track: Hashable, Sendable {
    /// Exactly so many cells, as long as there is room.
    case fixed(Int)
    /// A share of what the fixed parts leave, by weight, but at least `minimum` cells.
    case flexible(weight: Int = 1, minimum: Int = 0)

    /// An equal share of what is left.
    package static let rest = Track.flexible()
}

extension Rect {
    /// Splits from top to bottom; parts that find no room are empty.
    package func rows(_ tracks: [Track], spacing: Int = 0) -> [Rect] {
        var top = y
        return share(height, tracks, spacing).map { extent in
            let part = Rect(x: x, y: top, width: width, height: extent)
            top = min(top + extent + (extent > 0 ? spacing : 0), maxY)
            return part
        }
    }

    /// Splits from left to right; parts that find no room are empty.
    package func columns(_ tracks: [Track], spacing: Int = 0) -> [Rect] {
        var left = x
        return share(width, tracks, spacing).map { extent in
            let part = Rect(x: left, y: y, width: extent, height: height)
            left = min(left + extent + (extent > 0 ? spacing : 0), maxX)
            return part
        }
    }
}

/// Gives fixed parts and minima first, in order, then the rest by weight; leftover cells of the
/// division go to the first flexible parts.
private func share(_ total: Int, _ tracks: [Track], _ spacing: Int) -> [Int] {
    var left = max(0, total - spacing * max(0, tracks.count - 1))
    var extents = tracks.map { track in
        let wanted =
            switch track {
            case .fixed(let cells): cells
            case .flexible(_, let minimum): minimum
            }
        let given = min(max(0, wanted), left)
        left -= given
        return given
    }
    let weights = tracks.map { track in
        if case .flexible(let weight, _) = track { max(0, weight) } else { 0 }
    }
    let sum = weights.reduce(0, +)
    guard sum > 0, left > 0 else { return extents }
    let rest = left
    for index in extents.indices {
        let part = rest * weights[index] / sum
        extents[index] += part
        left -= part
    }
    for index in extents.indices where weights[index] > 0 && left > 0 {
        extents[index] += 1
        left -= 1
    }
    return extents
}
