/// Offsets of one time zone as a TZif file lists them (RFC 9636), with the rule for later years.
package struct ZoneTable: Sendable, Equatable {
    package struct Period: Sendable, Equatable {
        /// First second of the period since 1970 in UTC.
        package var start: Int64
        package var offsetSeconds: Int
        package var abbreviation: String
    }

    private(set) var periods: [Period] = []
    private(set) var first = Period(start: .min, offsetSeconds: 0, abbreviation: "UTC")
    private(set) var rule: PosixZoneRule?

    package static let utc = ZoneTable()

    private init() {}

    /// Reads a version 2 or later file; nil when it is none or is cut short.
    package init?(tzif bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let old = Header(&reader), old.version >= 2 else { return nil }
        reader.skip(old.size(timeBytes: 4))
        guard let header = Header(&reader), header.typeCount > 0,
            reader.has(header.size(timeBytes: 8))
        else { return nil }
        let times = (0..<header.timeCount).map { _ in reader.integer(8) }
        let kinds = (0..<header.timeCount).map { _ in Int(reader.integer(1)) }
        let types = (0..<header.typeCount).map { _ in
            (
                offset: Int(Int32(truncatingIfNeeded: reader.integer(4))),
                isDaylight: reader.integer(1),
                name: Int(reader.integer(1))
            )
        }
        let names = reader.take(header.nameBytes)
        reader.skip(header.leapCount * 12 + header.standardCount + header.utcCount)
        func period(_ start: Int64, _ kind: Int) -> Period? {
            guard types.indices.contains(kind) else { return nil }
            let name = names.dropFirst(types[kind].name).prefix { $0 != 0 }
            return Period(
                start: start, offsetSeconds: types[kind].offset,
                abbreviation: String(decoding: name, as: UTF8.self))
        }
        guard let first = period(.min, 0) else { return nil }
        self.first = first
        for (time, kind) in zip(times, kinds) {
            guard let period = period(time, kind) else { return nil }
            periods.append(period)
        }
        rule = PosixZoneRule(String(decoding: reader.footer(), as: UTF8.self))
    }

    /// What clocks of the zone show at a second since 1970 in UTC.
    package func period(at second: Int64) -> Period {
        guard let last = periods.last, second >= last.start else {
            return earlier(second)
        }
        return ruled(second)
    }

    /// The last listed period that begins no later than `second`, by halving: calendars ask often.
    private func earlier(_ second: Int64) -> Period {
        guard let beginning = periods.first else { return ruled(second) }
        guard beginning.start <= second else { return first }
        var (low, high) = (0, periods.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if periods[middle].start <= second { low = middle } else { high = middle }
        }
        return periods[low]
    }

    /// How far clocks of the zone are ahead of UTC, in seconds.
    package func offset(at second: Int64) -> Int64 { Int64(period(at: second).offsetSeconds) }

    private func ruled(_ second: Int64) -> Period {
        rule?.period(at: second) ?? periods.last ?? first
    }
}

private struct Header {
    var version: Int
    var utcCount, standardCount, leapCount, timeCount, typeCount, nameBytes: Int

    init?(_ reader: inout ByteReader) {
        guard reader.has(44), Array(reader.take(4)) == Array("TZif".utf8) else { return nil }
        version = Int(reader.integer(1)) - 48
        reader.skip(15)
        (utcCount, standardCount) = (Int(reader.integer(4)), Int(reader.integer(4)))
        (leapCount, timeCount) = (Int(reader.integer(4)), Int(reader.integer(4)))
        (typeCount, nameBytes) = (Int(reader.integer(4)), Int(reader.integer(4)))
        let counts = [utcCount, standardCount, leapCount, timeCount, typeCount, nameBytes]
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    }

    func size(timeBytes: Int) -> Int {
        timeCount * (timeBytes + 1) + typeCount * 6 + nameBytes + leapCount * (timeBytes + 4)
            + standardCount + utcCount
    }
}

/// Takes big-endian numbers; past the end it gives zeros, so sizes are checked before.
private struct ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func has(_ count: Int) -> Bool { rest.count >= count }

    mutating func skip(_ count: Int) { rest = rest.dropFirst(count) }

    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        defer { skip(count) }
        return rest.prefix(count)
    }

    mutating func integer(_ count: Int) -> Int64 {
        take(count).reduce(0) { $0 << 8 | Int64($1) }
    }

    /// The rule between two line feeds at the end.
    mutating func footer() -> ArraySlice<UInt8> {
        rest.dropFirst().prefix { $0 != 10 }
    }
}
