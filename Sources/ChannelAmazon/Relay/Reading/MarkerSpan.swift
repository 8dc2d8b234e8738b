import Channels

/// Which markers of a text belong together, and what stands between them.
struct MarkerSpan {
    var words: Range<Int>
    /// Where the template's own footer begins; nil when a buyer may have written what follows.
    var footerStart: Int?
    var hasEnd: Bool
    var warnings: [InboundWarning]
    private var openerStart: Int?

    /// Nil when the text has no marker at all. Unknown markers count from `floor` on.
    init?(_ scan: MarkerScan, floor: Int) {
        let markers = scan.markers.filter { $0.kind != .unknown || $0.range.lowerBound >= floor }
        self.init(markers, scan)
        setFooter(markers)
    }

    private init?(_ markers: [MarkerScan.Marker], _ scan: MarkerScan) {
        if let start = markers.first(where: { $0.kind == .start }) {
            self.init(scan, from: start, markers)
        } else if let end = markers.first(where: { $0.kind == .end }) {
            self.init(scan, before: end, markers)
        } else if let start = markers.first, markers.count > 1 {
            self.init(scan, from: start, markers)
        } else {
            return nil
        }
    }

    /// Opened: the last known end before the next known start closes, since a buyer can paste an end
    /// marker, while an older message quoted below begins with a start. Else the next unknown closes.
    private init(
        _ scan: MarkerScan, from start: MarkerScan.Marker, _ markers: [MarkerScan.Marker]
    ) {
        let later = markers.filter { $0.range.lowerBound >= start.range.upperBound }
        let firstEnd = later.firstIndex { $0.kind == .end }
        var closing: MarkerScan.Marker?
        if let firstEnd {
            let run = later[firstEnd...].prefix { $0.kind != .start }
            closing = run.last { $0.kind == .end }
        } else {
            closing = later.first { $0.kind == .unknown }
        }
        openerStart = start.range.lowerBound
        hasEnd = closing != nil
        let end = closing?.range.lowerBound ?? scan.scalars.count
        words = start.range.upperBound..<end
        warnings = hasEnd ? [] : [.endMarkerMissing]
    }

    /// Only closed: an unknown marker above opens, else the text begins behind the template's lines.
    private init(
        _ scan: MarkerScan, before end: MarkerScan.Marker, _ markers: [MarkerScan.Marker]
    ) {
        let opener = markers.first {
            $0.kind == .unknown && $0.range.upperBound <= end.range.lowerBound
        }
        openerStart = opener?.range.lowerBound
        hasEnd = true
        words = (opener?.range.upperBound ?? 0)..<end.range.lowerBound
        warnings = opener == nil ? [.startMarkerMissing] : []
    }

    /// Nobody writes below the template's last marker except the template. A start behind an end is
    /// an older message quoted below, or a buyer's own imitation of both: no footer is the mail's
    /// own for sure then.
    private mutating func setFooter(_ markers: [MarkerScan.Marker]) {
        guard hasEnd, let last = markers.last else { return }
        let firstEnd = markers.firstIndex { $0.kind == .end } ?? markers.endIndex
        guard !markers[firstEnd...].contains(where: { $0.kind == .start }) else {
            warnings.append(.markersRepeated)
            return
        }
        footerStart = last.range.upperBound
    }

    /// True when the opening marker stands in a quotation, as in a mail forwarded by hand.
    func isQuoted(_ scan: MarkerScan) -> Bool {
        guard let openerStart else { return false }
        let head = scan.scalars[..<openerStart].suffix(3)
        return head.suffix(2).elementsEqual("> ".unicodeScalars)
    }
}

/// Marks that mail programs put before quoted lines.
enum Quoting {
    static func removed(_ text: String, marked: Bool) -> String {
        guard marked else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let rest = line.hasPrefix(">") ? line.dropFirst() : line
                return rest.hasPrefix(" ") ? rest.dropFirst() : rest
            }
            .joined(separator: "\n")
    }
}
