package import SwiftExtensions

extension OrderSyncCursor {
    /// A window that is read in pieces so small that each fits one page, because the platform hands
    /// out page tokens that it then refuses.
    package struct Narrow: Hashable, Sendable, Codable {
        /// Start of the whole window.
        package var origin: Timestamp
        /// Everything from `origin` up to here is read.
        package var after: Timestamp
        package var end: Timestamp
        package var openedAt: Timestamp
        /// Length of the next piece, in milliseconds.
        package var span: Int64
        /// Pieces in a row that fitted one page; nil for none.
        var fitting: Int?
    }

    /// Page tokens that were refused since the last one that was taken.
    package var refusals: Int { tokenRefusals ?? 0 }

    func narrowed(_ lane: OrderSyncLane) -> Narrow? { narrow?[lane.rawValue] }

    mutating func setNarrow(_ piece: Narrow?, _ lane: OrderSyncLane) {
        var all = narrow ?? [:]
        all[lane.rawValue] = piece
        narrow = all.isEmpty ? nil : all
    }
}

extension OrderSyncCursor.Narrow {
    fileprivate mutating func grow(after count: Int, most: Int64) {
        let row = (fitting ?? 0) + 1
        fitting = row < count ? row : nil
        if row >= count { span = min(span * 2, most) }
    }
}

// What to do about page tokens that are refused.
extension OrderSyncPlan {
    /// After so many refusals in a row tokens are not tried any more, and people are told.
    package static let mostRefusals = 3
    /// A platform that refused no token for so long takes them again, or none is needed any more.
    private static let quietAfter = Duration.hours(24)
    /// So many pieces must fit one page before a longer one is tried, or every second search of a
    /// busy stretch would be lost.
    private static let fittingToGrow = 3
    /// No piece is shorter: a minute that does not fit one page needs a token again.
    private static let shortest: Int64 = 60_000

    /// The cursor after the platform refused a page token: the window is read again from its start,
    /// and after some refusals in pieces that need no token.
    /// Pages that lead in a circle are taken at once for as many refusals: each of their tokens was
    /// taken.
    package func restarted(
        _ cursor: OrderSyncCursor, after step: OrderSyncStep, isCircle: Bool = false,
        now: Timestamp
    ) -> OrderSyncCursor {
        var cursor = cursor
        if step.lane == .backfill {
            cursor.backfill?.pageToken = nil
            cursor.backfill?.pageTokenAt = nil
            cursor.backfill?.pagesRead = 0
            cursor.backfill?.markedToken = nil
        } else {
            cursor[step.lane] = nil
        }
        cursor.tokenRefusals = isCircle ? Self.mostRefusals : cursor.refusals + 1
        cursor.tokenRefusedAt = now
        guard cursor.refusals >= Self.mostRefusals, cursor.narrowed(step.lane) == nil else {
            return cursor
        }
        let end = max(step.search.before ?? now - Self.settling, step.search.after)
        let whole = end.milliseconds - step.search.after.milliseconds
        cursor.setNarrow(
            OrderSyncCursor.Narrow(
                origin: step.search.after, after: step.search.after, end: end, openedAt: now,
                span: max(Self.shortest, whole / 2)),
            step.lane)
        return cursor
    }

    /// The cursor once refusals are long past, so that people are told no more of them; nil while
    /// they are not, or there were none.
    package func calmed(_ cursor: OrderSyncCursor, now: Timestamp) -> OrderSyncCursor? {
        guard cursor.refusals > 0, cursor.narrow == nil,
            cursor.tokenRefusedAt.map({ now - $0 >= Self.quietAfter }) ?? true
        else { return nil }
        var cursor = cursor
        cursor.tokenRefusals = nil
        cursor.tokenRefusedAt = nil
        return cursor
    }

    /// The piece of a narrowed window that comes next.
    func piece(_ narrow: OrderSyncCursor.Narrow, now: Timestamp) -> OrderSyncCursor.Window {
        let before = min(narrow.after + .milliseconds(narrow.span), narrow.end)
        return OrderSyncCursor.Window(
            after: narrow.after, before: before, openedAt: now, vouchedUpTo: nil, pageToken: nil,
            pageTokenAt: nil, pagesRead: 0)
    }

    /// Nil where the piece is as short as it may be and still has a further page: then its token is
    /// tried as ever.
    func advancedPiece(
        _ cursor: OrderSyncCursor, _ narrow: OrderSyncCursor.Narrow, past step: OrderSyncStep,
        nextToken: String?, now: Timestamp
    ) -> OrderSyncCursor? {
        var (cursor, narrow) = (cursor, narrow)
        guard nextToken == nil else {
            // The last piece of a window may be shorter than the span says.
            let length = min(narrow.span, (narrow.end - narrow.after).wholeMilliseconds)
            guard length > Self.shortest else { return nil }
            narrow.span = max(Self.shortest, length / 2)
            narrow.fitting = nil
            cursor.setNarrow(narrow, step.lane)
            return cursor
        }
        let read = step.search.before ?? narrow.end
        guard read >= narrow.end else {
            narrow.after = read
            narrow.grow(after: Self.fittingToGrow, most: Self.slice.wholeMilliseconds)
            cursor.setNarrow(narrow, step.lane)
            return cursor
        }
        cursor.setNarrow(nil, step.lane)
        close(
            step.lane,
            OrderSyncCursor.Window(
                after: narrow.origin, before: narrow.end, openedAt: narrow.openedAt,
                vouchedUpTo: narrow.end, pageToken: nil, pageTokenAt: nil, pagesRead: 0),
            in: &cursor, now: now)
        return cursor
    }
}
