import HelpDesk
import Localization
import SwiftExtensions

/// Charts of numbers alone, drawn with the page's own colours, each with a text that says the same.
enum SVGChart {
    private static let width = 720.0
    private static let height = 180.0
    private static let left = 44.0
    private static let bottom = 22.0

    /// A share from 0 to 1 with the line that it should reach.
    static func bar(_ share: Double, goal: Double?) -> String {
        let filled = 120 * min(1, max(0, share.isFinite ? share : 0))
        let line = goal.map {
            "<line x1=\"\(n(120 * $0))\" x2=\"\(n(120 * $0))\" y1=\"0\" y2=\"12\" "
                + "stroke=\"var(--ink)\" stroke-width=\"2\"/>"
        }
        return "<svg width=\"120\" height=\"12\" role=\"img\" aria-hidden=\"true\">"
            + "<rect width=\"120\" height=\"12\" fill=\"var(--line)\"/>"
            + "<rect width=\"\(n(filled))\" height=\"12\" fill=\"var(--a)\"/>\(line ?? "")</svg>"
    }

    /// A survival curve over hours; lines stand at 1, 4, 12 and 24.
    static func curve(_ steps: [SurvivalCurve.Step]) -> String {
        let hours = steps.map { Double($0.at) / 3_600_000 }
        let end = min(max(hours.last ?? 24, 24), 72)
        var path = "M\(n(x(0, end))) \(n(y(1)))"
        var level = 1.0
        for (hour, step) in zip(hours, steps) where hour <= end {
            path += "L\(n(x(hour, end))) \(n(y(level)))"
            level = step.waiting
            path += "L\(n(x(hour, end))) \(n(y(level)))"
        }
        path += "L\(n(x(end, end))) \(n(y(level)))"
        let marks = [1.0, 4, 12, 24, 48, 72].filter { $0 <= end }.map { hour in
            line(x(hour, end), y(1), x(hour, end), y(0), "var(--line)")
                + label(x(hour, end), height - 6, "\(Int(hour)) h", "middle")
        }
        return frame(marks.joined() + shareAxis + stroke(path, "var(--a)"))
    }

    /// A figure day by day; unknown days are gaps.
    static func trend(_ trend: ReportTrend, days: [String]) -> String {
        let known = trend.points.compactMap { $0 }
        let top = max(known.max() ?? 1, 1e-9)
        let last = Double(max(1, trend.points.count - 1))
        var path = ""
        var isGap = true
        for (index, point) in trend.points.enumerated() {
            guard let point else {
                isGap = true
                continue
            }
            path += "\(isGap ? "M" : "L")\(n(x(Double(index), last))) \(n(y(point / top)))"
            // A lone day between gaps is a line of no length, which round ends make a dot.
            if isGap { path += "l0 0" }
            isGap = false
        }
        let unit = trend.kind.unit
        let axis =
            line(left, y(0), width, y(0), "var(--line)")
            + label(left - 4, y(1) + 10, FigureText.text(top, unit), "end")
            + label(left - 4, y(0), FigureText.text(0, unit), "end")
        let ends =
            label(left, height - 6, days.first ?? "", "start")
            + label(width, height - 6, days.last ?? "", "end")
        return frame(axis + ends + stroke(path, "var(--a)"))
    }

    /// What was owed, by how near its deadline is, as columns of parts.
    static func backlog(_ points: [BacklogPoint], _ words: Words) -> String {
        let top = Double(max(1, points.map(\.owed).max() ?? 1))
        let step = (width - left) / Double(max(1, points.count))
        var bars = ""
        for (index, point) in points.enumerated() {
            var floor = 0.0
            let parts = [point.late, point.near, point.soon, point.calm]
            for (part, color) in zip(parts, colors) where part > 0 {
                let size = Double(part) / top * (height - bottom - 6)
                bars +=
                    "<rect x=\"\(n(left + Double(index) * step))\" "
                    + "y=\"\(n(y(0) - floor - size))\" width=\"\(n(max(1, step - 1)))\" "
                    + "height=\"\(n(size))\" fill=\"\(color)\"/>"
                floor += size
            }
        }
        let names = [
            ReportWords.bandLate, ReportWords.bandNear, ReportWords.bandSoon, ReportWords.bandCalm,
        ]
        let legend = zip(names, colors).enumerated().map { index, entry in
            let start = left + Double(index) * 110
            return "<rect x=\"\(n(start))\" y=\"\(n(height - 14))\" width=\"10\" height=\"10\" "
                + "fill=\"\(entry.1)\"/>" + label(start + 14, height - 5, words(entry.0), "start")
        }
        let axis =
            label(left - 4, y(1) + 10, FigureText.text(top, .count), "end")
            + line(left, y(0), width, y(0), "var(--line)")
        return frame(bars + axis + legend.joined())
    }

    /// Hours of the week as shades; the number stands in each cell.
    static func heat(_ rows: [[Int]]) -> String {
        let most = Double(max(1, rows.joined().max() ?? 1))
        let cell = (width - left) / 24
        var drawing = ""
        for (day, row) in rows.enumerated() {
            drawing += label(left - 6, Double(day) * 22 + 33, "\(day + 1)", "end")
            for (hour, count) in row.enumerated() {
                let opacity = count > 0 ? 0.12 + 0.88 * Double(count) / most : 0
                let start = left + Double(hour) * cell
                drawing +=
                    "<rect x=\"\(n(start))\" y=\"\(n(Double(day) * 22 + 18))\" "
                    + "width=\"\(n(cell - 1))\" height=\"21\" fill=\"var(--a)\" "
                    + "fill-opacity=\"\(n(opacity))\"/>"
                if count > 0 {
                    drawing += label(
                        start + cell / 2, Double(day) * 22 + 33, "\(count)", "middle")
                }
            }
        }
        for hour in stride(from: 0, to: 24, by: 3) {
            drawing += label(left + Double(hour) * cell, 12, "\(hour)", "start")
        }
        return frame(drawing)
    }

    private static let colors = ["var(--b)", "var(--c)", "var(--d)", "var(--e)"]

    private static var shareAxis: String {
        line(left, y(0), width, y(0), "var(--line)") + label(left - 4, y(1) + 10, "100 %", "end")
            + label(left - 4, y(0.5) + 5, "50 %", "end") + label(left - 4, y(0), "0 %", "end")
    }

    private static func frame(_ drawing: String) -> String {
        "<svg viewBox=\"0 0 \(n(width)) \(n(height))\" width=\"\(n(width))\" role=\"img\" "
            + "font-size=\"11\" fill=\"var(--ink)\">\(drawing)</svg>"
    }

    private static func stroke(_ path: String, _ color: String) -> String {
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\" "
            + "stroke-linecap=\"round\"/>"
    }

    private static func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String
    ) -> String {
        "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" "
            + "stroke=\"\(color)\"/>"
    }

    private static func label(
        _ x: Double, _ y: Double, _ text: String, _ anchor: String
    ) -> String {
        "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor)\">\(Markup.text(text))</text>"
    }

    private static func x(_ value: Double, _ end: Double) -> Double {
        left + value / max(end, 1e-9) * (width - left - 16)
    }

    private static func y(_ share: Double) -> Double {
        6 + (1 - min(1, max(0, share))) * (height - bottom - 6)
    }

    /// One digit after the point; nothing that is no number reaches the page.
    private static func n(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
