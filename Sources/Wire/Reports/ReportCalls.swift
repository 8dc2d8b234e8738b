package import HelpDesk

/// Works a report out. What the caller may not see is not counted.
package struct RunReport: RemoteCall {
    package static let method = "report.run"
    package var request: ReportRequest
    package init(request: ReportRequest) { self.request = request }

    package struct Reply: Codable, Sendable, Hashable {
        package var report: ReportView
        package init(report: ReportView) { self.report = report }
    }
}

/// The rows that a figure is of.
package struct OpenFigure: RemoteCall {
    package static let method = "report.open"
    package var request: ReportRequest
    package var figure: FigureKind
    /// The values of the request's dimensions; empty for all groups together.
    package var keys: [String]
    package var limit: Int
    package init(request: ReportRequest, figure: FigureKind, keys: [String] = [], limit: Int = 500)
    {
        self.request = request
        self.figure = figure
        self.keys = keys
        self.limit = limit
    }

    package struct Reply: Codable, Sendable, Hashable {
        package var rows: [FigureRow]
        /// All of them, also those beyond the limit.
        package var count: Int
        package init(rows: [FigureRow], count: Int) {
            self.rows = rows
            self.count = count
        }
    }
}

/// Draws the answers of a week that are to be judged; a week that was drawn stays as it is.
package struct DrawQualitySample: RemoteCall {
    package static let method = "quality.draw"
    /// Any day of the week, such as `2026-07-01`.
    package var day: String
    package init(day: String) { self.day = day }

    package struct Reply: Codable, Sendable, Hashable {
        package var week: String
        package var drawn: Int
        package init(week: String, drawn: Int) {
            self.week = week
            self.drawn = drawn
        }
    }
}

/// The answers that the caller may judge, and those that are judged.
package struct ListQualitySamples: RemoteCall {
    package static let method = "quality.list"
    /// Only what still waits for the caller's marks.
    package var onlyOpen: Bool
    package init(onlyOpen: Bool = true) { self.onlyOpen = onlyOpen }

    package struct Reply: Codable, Sendable, Hashable {
        package var samples: [QualitySampleView]
        package init(samples: [QualitySampleView]) { self.samples = samples }
    }
}

/// Gives an answer its marks.
package struct ScoreQualitySample: RemoteCall {
    package static let method = "quality.score"
    package typealias Reply = Done
    package var sample: Int64
    package var marks: QualityMarks
    package var note: String
    package init(sample: Int64, marks: QualityMarks, note: String = "") {
        self.sample = sample
        self.marks = marks
        self.note = note
    }
}

/// Notes Amazon's own numbers of a store, for comparison.
package struct NoteAmazonFigure: RemoteCall {
    package static let method = "report.amazon"
    package typealias Reply = Done
    package var figure: AmazonFigure
    package init(figure: AmazonFigure) { self.figure = figure }
}
