package import HelpDesk
import MailKit
import SwiftExtensions

/// What a report's document holds, row by row.
package enum ReportRows: Hashable, Sendable {
    case health([HealthEntry])
    case settlement(Settlement)
    case returns([ReturnedItem])
    case feedback([SellerFeedback])

    package var count: Int {
        switch self {
        case .health(let rows): rows.count
        case .settlement(let settlement): settlement.lines.count
        case .returns(let rows): rows.count
        case .feedback(let rows): rows.count
        }
    }
}

/// A report as it was read: the rows that are sound, and where the others stand.
package struct ReadReport: Hashable, Sendable {
    package var rows: ReportRows
    package var badLines: [BadReportLine]

    package init(rows: ReportRows, badLines: [BadReportLine] = []) {
        self.rows = rows
        self.badLines = badLines
    }
}

/// Why a document as a whole means nothing to the desk.
package struct ReportProblem: Error, Hashable, Sendable {
    package var words: String

    package init(words: String) {
        self.words = words
    }
}

/// Reads the documents of the reports that the desk keeps. A bad line is left out and told; the
/// rest counts.
package enum ReportReader {
    /// Of one report at most so many bad lines are told one by one.
    package static let mostBadLines = 1000

    /// `countryCode` is that of the store's first marketplace: it settles how dates are written and
    /// which charset an unnamed one is.
    package static func read(
        _ topic: AccountTopic, _ document: ReportDocument, countryCode: String
    ) throws(ReportProblem) -> ReadReport {
        if topic == .health { return try HealthReportReader.read(document.bytes) }
        let named = document.charset ?? (countryCode == "JP" ? "shift_jis" : nil)
        let isUTF8 = String(validating: document.bytes, as: UTF8.self) != nil
        let charset = document.charset == nil && isUTF8 ? "utf-8" : named
        let text = TextCharset.text(document.bytes, charset: charset).text
        let dates = ReportDate(countryCode: countryCode)
        do {
            switch topic {
            case .settlement:
                return try SettlementReader.read(
                    try FlatFile(text, report: "settlement"), dates: dates)
            case .returns:
                return ReturnsReader.read(try FlatFile(text, report: "returns"), dates: dates)
            case .feedback:
                return FeedbackReader.read(try FlatFile(text, report: "feedback"), dates: dates)
            case .health, .participation, .inventory, .listings: break
            }
        } catch let problem as ReportProblem {
            throw problem
        } catch let problem as FlatFile.Problem {
            throw ReportProblem(words: problem.description)
        } catch {
            throw ReportProblem(words: "unreadable")
        }
        throw ReportProblem(words: "no report")
    }
}

/// Why one line cannot be used.
struct LineProblem: Error {
    var field: String
    var reason: String

    static func missing(_ field: String) -> LineProblem {
        LineProblem(field: field, reason: "missing")
    }

    static func unreadable(_ field: String) -> LineProblem {
        LineProblem(field: field, reason: "unreadable")
    }
}

extension FlatFile.Line {
    func required(_ field: String, limit: Int = 500) throws(LineProblem) -> String {
        guard let text = text(field, limit: limit) else { throw .missing(field) }
        return text
    }

    func order(_ field: String) throws(LineProblem) -> OrderID {
        let text = try required(field, limit: 64)
        guard !text.contains("/") else { throw .unreadable(field) }
        return OrderID(text)
    }

    /// Absent is fine, unreadable is not.
    func time(_ field: String, _ dates: ReportDate) throws(LineProblem) -> Timestamp? {
        guard let text = text(field) else { return nil }
        guard let time = dates.timestamp(text) else { throw .unreadable(field) }
        return time
    }

    func whole(_ field: String) throws(LineProblem) -> Int? {
        guard let text = text(field) else { return nil }
        guard let number = Int(text), WholeNumbers.sensible.contains(number) else {
            throw .unreadable(field)
        }
        return number
    }

    func amount(_ field: String) throws(LineProblem) -> ExactAmount? {
        guard let text = text(field) else { return nil }
        guard let amount = ExactAmount(text) else { throw .unreadable(field) }
        return amount
    }
}

extension FlatFile {
    /// Reads every line on its own.
    func rows<Row>(
        _ read: (Line) throws(LineProblem) -> Row?
    ) -> (rows: [Row], bad: [BadReportLine]) {
        var rows: [Row] = []
        var bad: [BadReportLine] = []
        for line in lines {
            do {
                if let row = try read(line) { rows.append(row) }
            } catch {
                bad.append(
                    BadReportLine(line: line.number, field: error.field, reason: error.reason))
            }
        }
        return (rows, bad)
    }
}
