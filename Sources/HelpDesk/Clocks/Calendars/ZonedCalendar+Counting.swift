package import SwiftExtensions

extension ZonedCalendar {
    /// Hands over the open spans from `start` on, each clipped to what no earlier one had, until
    /// `visit` returns false. Yesterday may hold a night span. Throws `calendarNeverOpens` after
    /// 400 days without an end.
    func eachSpan(from start: Int64, _ visit: (Range<Int64>) -> Bool) throws(DeskError) {
        var current = start
        let today = localDay(of: start)
        for day in (today - 1)..<(today - 1 + Int64(Self.longestSearch)) {
            for span in spans(onDay: day) where span.upperBound > current {
                guard visit(max(span.lowerBound, current)..<span.upperBound) else { return }
                current = span.upperBound
            }
        }
        throw DeskError(.calendarNeverOpens, ["calendar": calendar.id.rawValue])
    }

    /// The instant at which `seconds` of working time have passed since `start`. A deadline that
    /// falls exactly on a closing stays there. Throws `calendarNeverOpens`.
    package func addWorking(
        _ seconds: Int64, to start: Timestamp, without pauses: [Pause] = []
    ) throws(DeskError) -> Timestamp {
        try marks([seconds], from: start, without: pauses)[0]
    }

    /// `addWorking` for several amounts, in ascending order, in one walk.
    package func marks(
        _ amounts: [Int64], from start: Timestamp, without pauses: [Pause] = []
    ) throws(DeskError) -> [Timestamp] {
        var found: [Timestamp] = []
        var worked: Int64 = 0
        try eachSpan(from: start.seconds) { span in
            for piece in Pause.cut(span, by: pauses) {
                let length = Int64(piece.count)
                while found.count < amounts.count, amounts[found.count] <= worked + length {
                    found.append(
                        Timestamp(seconds: piece.lowerBound + amounts[found.count] - worked))
                }
                worked += length
                if found.count == amounts.count { return false }
            }
            return true
        }
        return found
    }

    /// Seconds of working time from `start` to `end`, pauses left out. Spans longer ago than the
    /// search's reach are not counted.
    package func workingBetween(
        _ start: Timestamp, _ end: Timestamp, without pauses: [Pause] = []
    ) -> Int64 {
        openSpans(from: start, to: end, without: pauses).reduce(0) { $0 + Int64($1.count) }
    }

    /// The working time from `start` to `end` as ranges of seconds since 1970.
    package func openSpans(
        from start: Timestamp, to end: Timestamp, without pauses: [Pause] = []
    ) -> [Range<Int64>] {
        var found: [Range<Int64>] = []
        let limit = end.seconds
        guard start.seconds < limit else { return [] }
        // A calendar that opens no more has no more spans, which is all that is asked here.
        try? eachSpan(from: start.seconds) { span in
            guard span.lowerBound < limit else { return false }
            let clipped = span.lowerBound..<min(span.upperBound, limit)
            found += Pause.cut(clipped, by: pauses).filter { !$0.isEmpty }
            return span.upperBound < limit
        }
        return found
    }

    /// Whether people work at an instant.
    package func isOpen(at instant: Timestamp) -> Bool {
        !openSpans(from: instant, to: Timestamp(seconds: instant.seconds + 1)).isEmpty
    }
}
