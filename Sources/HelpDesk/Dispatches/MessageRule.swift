package import SwiftExtensions

/// The period that a warranty covers.
package struct CoveragePeriod: Hashable, Sendable, Codable {
    package var start: Timestamp
    package var end: Timestamp

    package init(start: Timestamp, end: Timestamp) {
        self.start = start
        self.end = end
    }
}

/// What one typed message may hold: the platform's published limits, narrowed by what it says of
/// the order at hand.
package struct MessageRule: Hashable, Sendable, Codable {
    /// The platform's name for the action, such as `unexpectedProblem`.
    package var action: String
    /// Longest text in Unicode code points; nil for an action without text.
    package var textLimit: Int?
    package var fewestFiles: Int
    package var mostFiles: Int
    package var needsCoverage: Bool

    package init(
        action: String, textLimit: Int? = nil, fewestFiles: Int = 0, mostFiles: Int = 0,
        needsCoverage: Bool = false
    ) {
        self.action = action
        self.textLimit = textLimit
        self.fewestFiles = fewestFiles
        self.mostFiles = mostFiles
        self.needsCoverage = needsCoverage
    }

    /// Throws the first reason why the platform would refuse such a message.
    package func check(
        text: String?, fileCount: Int, coverage: CoveragePeriod?
    ) throws(DeskError) {
        try check(text)
        try check(fileCount: fileCount)
        guard needsCoverage == (coverage != nil) else {
            throw DeskError(needsCoverage ? .dispatchCoverageMissing : .dispatchCoverageNotTaken)
        }
        if let coverage, coverage.end <= coverage.start {
            throw DeskError(.dispatchCoverageBackwards)
        }
    }

    /// Throws when there are too few or too many files.
    package func check(fileCount: Int) throws(DeskError) {
        guard fileCount >= fewestFiles else {
            throw DeskError(.dispatchFilesMissing, ["least": String(fewestFiles)])
        }
        guard fileCount <= mostFiles else {
            throw DeskError(.dispatchTooManyFiles, ["most": String(mostFiles)])
        }
    }

    private func check(_ text: String?) throws(DeskError) {
        let text = text.flatMap { $0.isBlank ? nil : $0 }
        guard let limit = textLimit else {
            if text != nil { throw DeskError(.dispatchTextNotTaken) }
            return
        }
        guard let text else { throw DeskError(.dispatchTextMissing) }
        let length = text.unicodeScalars.count
        guard length <= limit else {
            throw DeskError(
                .dispatchTextTooLong, ["limit": String(limit), "length": String(length)])
        }
        guard !Self.holdsMarkup(text) else { throw DeskError(.dispatchMarkup) }
    }

    /// Whether something in the text looks like an HTML tag or entity; the platform takes neither.
    static func holdsMarkup(_ text: String) -> Bool {
        var rest = Array(text.unicodeScalars)[...]
        while let opening = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            let inner = rest[(opening + 1)...].prefix(200)
            let isTag = rest[opening] == "<"
            let start = inner.first { isTag ? $0 != "/" && $0 != "!" : $0 != "#" }
            let name = inner.prefix { isTag ? $0 != ">" : $0 != ";" }
            let isClosed = name.count < inner.count
            if isClosed, let start, start.properties.isAlphabetic || (!isTag && isDigit(start)) {
                let isWord = isTag || name.allSatisfy { $0.isASCII && !isSpace($0) }
                if isWord, isTag || name.count <= 10 { return true }
            }
            rest = rest[(opening + 1)...]
        }
        return false
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 }
}
