import ChannelAmazon
import Settings
package import SwiftExtensions

extension DoctorCheck {
    /// Due times are promises: the clock must be plausible, and near the platform's when that can
    /// be asked. A platform out of reach says nothing about the clock.
    static func clock(_ configuration: Configuration) -> DoctorCheck {
        remote("clock", exchanges: 2) { context in
            let now = context.surroundings.now()
            guard (2025...2100).contains(CivilTime(now).year) else {
                return [DoctorFinding(.clockImplausible, "clock", ["now": now.iso8601])]
            }
            guard let skew = await skew(context), abs(skew.wholeMilliseconds) > 300_000 else {
                return [DoctorFinding(.clockOk, "clock")]
            }
            let minutes = abs(skew.wholeMilliseconds) / 60_000
            return [DoctorFinding(.clockSkewed, "clock", ["minutes": String(minutes)])]
        }
    }

    /// How far the clock is ahead of the token endpoint's. The call carries no credentials; any
    /// answer has a date (RFC 9110 6.6.1).
    private static func skew(_ context: DoctorContext) async -> Duration? {
        guard let amazon = context.configuration.amazon,
            let endpoint = PlatformEndpoint(amazon.lwa)
        else { return nil }
        let call = OutgoingCall(
            method: "GET", url: endpoint.description,
            headers: [("user-agent", SellingPartnerClient.userAgent)], largestAnswer: 1 << 20)
        guard let answer = try? await context.transport.exchange(call),
            let date = answer.header("date").flatMap(WebDate.timestamp)
        else { return nil }
        return context.surroundings.now() - date
    }
}

/// Dates of HTTP headers.
package enum WebDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 5.6.7); nil for anything else.
    package static func timestamp(_ text: String) -> Timestamp? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3])
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (1...31).contains(day), (1900...9999).contains(year),
            (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2])
        else { return nil }
        return CivilTime(
            year: year, month: month + 1, day: day, hour: time[0], minute: time[1],
            second: time[2]
        ).timestamp()
    }
}
