import HelpDesk
import SwiftExtensions

/// Reads the ratings that buyers left for the seller. The buyer's address in the report is passed
/// over: the desk knows buyers by their orders.
enum FeedbackReader {
    static func read(_ file: FlatFile, dates: ReportDate) -> ReadReport {
        let (rows, bad) = file.rows { line throws(LineProblem) in try feedback(line, dates) }
        return ReadReport(rows: .feedback(rows), badLines: bad)
    }

    private static func feedback(
        _ line: FlatFile.Line, _ dates: ReportDate
    ) throws(LineProblem) -> SellerFeedback {
        guard let rating = try line.whole("rating") else { throw .missing("rating") }
        guard (1...5).contains(rating) else { throw .unreadable("rating") }
        return SellerFeedback(
            order: try line.order("order"), date: try line.time("date", dates), rating: rating,
            comment: line.text("comment", limit: 2000) ?? "",
            response: line.text("response", limit: 2000))
    }
}
