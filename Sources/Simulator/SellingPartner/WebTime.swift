import SwiftExtensions

/// Instants as HTTP writes them: `Fri, 06 Mar 2026 10:10:00 GMT` (RFC 9110 section 5.6.7).
enum WebTime {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Timestamp) -> String {
        let civil = CivilTime(instant)
        let day = "\(days[civil.weekday]), \(two(civil.day)) \(months[civil.month - 1])"
        return
            "\(day) \(civil.year) \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) GMT"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
