import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets

/// Levels of account health by sign and colour; the sign tells them apart without colour.
enum LevelText {
    static func mark(_ level: HealthLevel) -> StyledText {
        switch level {
        case .fine: StyledText("·", .muted)
        case .watch: StyledText("~", .warning)
        case .warning: StyledText("!", .warning, .bold)
        case .critical: StyledText("X", .error, .bold)
        }
    }

    static func role(_ level: HealthLevel) -> ThemeRole {
        switch level {
        case .fine: .muted
        case .watch, .warning: .warning
        case .critical: .error
        }
    }

    static func badge(_ level: HealthLevel, _ words: Words) -> StyledText {
        let role: ThemeRole =
            switch level {
            case .fine: .ok
            case .watch, .warning: .warning
            case .critical: .error
            }
        return Badge.text(words(AccountStrings.level(level)), role)
    }
}

/// Shares of one as percentages for reading.
enum Percent {
    /// `0.0410` as `4.1%`; what is no number stays as it is.
    static func text(_ share: String) -> String {
        guard let value = Double(share), value.isFinite, abs(value) < 1000 else {
            return SafeText.line(share)
        }
        return text(value)
    }

    static func text(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        guard rest != 0 else { return "\(sign)\(whole)%" }
        let digits = rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)%"
    }
}

/// How a share moved over the last reports.
enum TrendText {
    /// Columns between the lowest and the highest value; nothing for fewer than two. Where columns
    /// cannot be drawn the numbers have to do.
    static func text(_ trend: [Double], width: Int, rules: TextRules) -> String {
        let shown = trend.suffix(width)
        guard shown.count > 1, let low = shown.min(), let high = shown.max() else { return "" }
        let span = high - low
        let heights = shown.map { span > 0 ? 1 + Int((($0 - low) / span * 700).rounded()) : 1 }
        return Sparkline(heights).text(width: width, rules: rules)
    }

    /// First and last value, such as `3.1% → 4.1%`.
    static func numbers(_ trend: [Double]) -> String {
        guard trend.count > 1, let first = trend.first, let last = trend.last else { return "" }
        return "\(Percent.text(first)) → \(Percent.text(last))"
    }
}
