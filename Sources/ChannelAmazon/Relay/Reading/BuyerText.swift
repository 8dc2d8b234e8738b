import Channels
import HelpDesk
import MailKit

/// A buyer's own words, cut out of the mail around them.
struct BuyerText: Equatable {
    enum Source: Equatable {
        case preBlock, markers, serviceFields
        /// Neither was found: the whole text, flagged.
        case whole
    }

    var source: Source
    var text: String
    /// The template above the words: order number and products stand there.
    var preamble: String
    /// The template below: only links from here are trusted.
    var footer: String
    var footerLinks: [String]
    var warnings: [InboundWarning] = []
}

/// Cuts the buyer's words out: the `pre` block first, then marker runs, then fields, then all of it.
struct BuyerTextReader {
    let table: MarkerTable

    func read(_ mail: ParsedMail) -> BuyerText {
        let plain = mail.text.map(HTMLEntityText.decoded) ?? ""
        let hasPlain = plain.contains { !$0.isWhitespace }
        let marked = hasPlain ? fromMarkers(plain, html: mail.html) : nil
        if let html = mail.html, var found = fromBlock(html) {
            complete(&found, with: marked)
            return found
        }
        if let marked { return marked }
        let htmlText = mail.html.map(HTMLText.plain)
        if let htmlText, let found = fromMarkers(htmlText, html: mail.html) { return found }
        let whole = hasPlain ? plain : htmlText ?? ""
        if let found = fromServiceFields(whole) { return found }
        let missing: [InboundWarning] = [.markersMissing]
        return BuyerText(
            source: .whole, text: SafeText.body(whole), preamble: "", footer: "", footerLinks: [],
            warnings: missing)
    }

    private func fromBlock(_ html: String) -> BuyerText? {
        let blocks = PreBlocks(html)
        guard let block = blocks.buyerBlock else { return nil }
        var found = BuyerText(
            source: .preBlock, text: SafeText.body(blocks.text(of: block)),
            preamble: HTMLText.plain(blocks.source(before: block)),
            footer: HTMLText.plain(blocks.source(after: block)),
            footerLinks: LinkScan.links(inHTML: blocks.source(after: block)))
        if blocks.styledCount > 1 { found.warnings.append(.severalTextBlocks) }
        return found
    }

    /// What one of the two parts lacks, the other may have.
    private func complete(_ found: inout BuyerText, with marked: BuyerText?) {
        guard let marked else { return }
        if found.text.isEmpty { found.text = marked.text }
        found.preamble += "\n" + marked.preamble
        found.footer += "\n" + marked.footer
        found.footerLinks += marked.footerLinks
    }

    private func fromMarkers(_ text: String, html: String?) -> BuyerText? {
        let scan = MarkerScan(text, table: table)
        guard let span = MarkerSpan(scan, floor: templateEnd(scan)) else { return nil }
        let footer = span.footerStart.map { scan.text($0..<scan.scalars.count) } ?? ""
        var links = LinkScan.links(inText: footer)
        if let html { links += LinkScan.links(inHTML: footerSource(html)) }
        return BuyerText(
            source: .markers,
            text: SafeText.body(
                Quoting.removed(scan.text(span.words), marked: span.isQuoted(scan))),
            preamble: scan.text(0..<span.words.lowerBound), footer: footer, footerLinks: links,
            warnings: span.warnings)
    }

    /// End of the last template line above the text: the language-free rule counts from there.
    private func templateEnd(_ scan: MarkerScan) -> Int {
        guard let first = scan.markers.first else { return 0 }
        // Only a marker above an order line needs the floor; the first marker is usually below it.
        let head = scan.text(0..<first.range.lowerBound)
        guard OrderNumbers.all(in: head, limit: 1).isEmpty else { return 0 }
        let second = scan.markers.dropFirst().first
        guard let second, scan.markers.count > 2 else { return 0 }
        let between = scan.text(first.range.upperBound..<second.range.lowerBound)
        let isTemplate = between.contains("# ") && !OrderNumbers.all(in: between, limit: 1).isEmpty
        return isTemplate ? first.range.upperBound : 0
    }

    /// HTML source below its end marker; empty when it has none, so that no link is trusted.
    private func footerSource(_ html: String) -> String {
        let scan = MarkerScan(html, table: table)
        guard let start = MarkerSpan(scan, floor: 0)?.footerStart else { return "" }
        return scan.text(start..<scan.scalars.count)
    }

    private func fromServiceFields(_ text: String) -> BuyerText? {
        ServiceMail.read(text, forms: table.services)
    }
}
