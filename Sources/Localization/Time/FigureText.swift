package import HelpDesk

/// Figures as people read them.
package enum FigureText {
    /// The value in its unit, `-` where nothing can be said.
    package static func value(_ figure: FigureValue) -> String {
        text(figure.value, figure.kind.unit)
    }

    /// A number in a unit: `12.3 %`, `5 h 03 m`, `3.2`; `-` for none.
    package static func text(_ value: Double?, _ unit: FigureKind.Unit) -> String {
        guard let value, value.isFinite else { return "-" }
        return switch unit {
        case .share: decimal(value * 100) + " %"
        case .milliseconds: span(value)
        case .count: value == value.rounded() ? whole(value) : decimal(value)
        case .perHour, .points: decimal(value)
        case .ratio: "x" + decimal(value)
        }
    }

    /// Between which bounds the figure lies; nil where no such thing is known.
    package static func interval(_ figure: FigureValue) -> String? {
        guard let interval = figure.interval else { return nil }
        let unit = figure.kind.unit
        return "\(text(interval.low, unit)) - \(text(interval.high, unit))"
    }

    private static func whole(_ value: Double) -> String {
        abs(value) < 1e15 ? String(Int64(value)) : "-"
    }

    private static func decimal(_ value: Double) -> String {
        guard abs(value) < 1e12 else { return "-" }
        let tenths = Int64((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    /// Two units at most: `45 s`, `12 m`, `5 h 03 m`, `3 d 04 h`.
    private static func span(_ milliseconds: Double) -> String {
        guard abs(milliseconds) < 1e15 else { return "-" }
        let seconds = Int64((max(0, milliseconds) / 1000).rounded())
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60) m"
        case ..<172_800: "\(seconds / 3600) h \(two(seconds / 60 % 60)) m"
        default: "\(seconds / 86_400) d \(two(seconds / 3600 % 24)) h"
        }
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
