package import HelpDesk
import SwiftExtensions
import Synchronization

/// How far the platform's clock is ahead of ours, as the `Date` headers of its answers tell. The
/// header names whole seconds and the answer was under way for a while, so a difference is believed
/// only as far as it cannot come from that.
package final class PlatformClocks: Sendable {
    /// From here on the machine's clock needs a person.
    package static let worrying = Duration.seconds(60)

    private let offsets = Mutex<[StoreID: Int64]>([:])

    package init() {}

    /// How far the platform is ahead of us; negative when it is behind, zero when nobody knows.
    package func offset(of store: StoreID) -> Duration {
        .milliseconds(offsets.withLock { $0[store] ?? 0 })
    }

    /// Takes an answer's date into account.
    func note(
        _ answer: IncomingAnswer, for store: StoreID, between start: Timestamp, and end: Timestamp
    ) {
        guard let text = answer.header("date"), let date = HTTPDate.timestamp(text), start <= end
        else { return }
        let earliest = date.milliseconds
        let latest = date.milliseconds + 999
        // The platform's instant lies in [earliest, latest], ours in [start, end].
        let least = earliest - end.milliseconds
        let most = latest - start.milliseconds
        let offset = least > 0 ? least : (most < 0 ? most : 0)
        offsets.withLock { $0[store] = offset }
    }
}

/// Dates of HTTP headers, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Nil for the two obsolete forms and for anything else.
    static func timestamp(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
            let day = number(parts[1], 2), let month = months.firstIndex(of: String(parts[2])),
            let year = number(parts[3], 4)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = number(clock[0], 2), let minute = number(clock[1], 2),
            let second = number(clock[2], 2), hour < 24, minute < 60, second <= 60,
            (1...31).contains(day), year >= 1970
        else { return nil }
        let days = CivilTime.days(year: year, month: month + 1, day: day)
        return Timestamp(seconds: days * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    private static func number(_ text: Substring, _ length: Int) -> Int? {
        guard text.utf8.count == length, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
