/// What an HTML mail says, as plain text.
package enum HTMLText {
    /// The visible text with LF line ends. Scripts, styles and images give nothing.
    package static func plain(_ html: String) -> String {
        var tokenizer = HTMLTokenizer(html)
        var builder = HTMLTextBuilder()
        var preDepth = 0
        while let token = tokenizer.next() {
            switch token {
            case .text(let range):
                builder.append(tokenizer.bytes[range], isPreformatted: preDepth > 0)
            case .open(let name, _):
                if name == "pre" { preDepth += 1 }
                open(name, &builder)
            case .close(let name):
                if name == "pre" { preDepth = max(0, preDepth - 1) }
                close(name, &builder)
            }
        }
        return builder.text
    }

    /// The text of the one `pre` element whose style holds `white-space: -o-pre-wrap`, where
    /// Amazon's mails carry the buyer's words. Nil when there is none or more than one.
    package static func preBlock(in html: String) -> String? {
        var tokenizer = HTMLTokenizer(html)
        var blocks: [HTMLTextBuilder] = []
        var depth = 0
        while let token = tokenizer.next() {
            switch token {
            case .text(let range) where depth > 0:
                blocks[blocks.count - 1].append(tokenizer.bytes[range], isPreformatted: true)
            case .open("pre", _) where depth > 0: depth += 1
            case .open("pre", let attributes) where isBuyerBlock(tokenizer.bytes[attributes]):
                guard blocks.isEmpty else { return nil }
                blocks.append(HTMLTextBuilder())
                depth = 1
            case .open("br", _) where depth > 0: blocks[blocks.count - 1].lineBreak()
            case .open(let name, _) where depth > 0: open(name, &blocks[blocks.count - 1])
            case .close("pre") where depth > 0: depth -= 1
            case .close(let name) where depth > 0: close(name, &blocks[blocks.count - 1])
            default: break
            }
        }
        return blocks.first?.text
    }

    private static func isBuyerBlock(_ attributes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: attributes, as: UTF8.self).lowercased()
        return text.filter { !$0.isWhitespace }.contains("white-space:-o-pre-wrap")
    }

    private static func open(_ name: String, _ builder: inout HTMLTextBuilder) {
        switch name {
        case "br": builder.lineBreak()
        case "li":
            builder.block(1)
            builder.literal("- ")
        case "td", "th": builder.space()
        default: boundary(name, &builder)
        }
    }

    private static func close(_ name: String, _ builder: inout HTMLTextBuilder) {
        boundary(name, &builder)
    }

    private static func boundary(_ name: String, _ builder: inout HTMLTextBuilder) {
        if paragraphs.contains(name) {
            builder.block(2)
        } else if blocks.contains(name) {
            builder.block(1)
        }
    }

    private static let paragraphs: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "table",
    ]
    private static let blocks: Set<String> = [
        "div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "main", "aside",
        "nav", "address", "form", "fieldset", "hr", "center", "figure", "figcaption", "body",
        "thead", "tbody", "tfoot", "caption",
    ]
}
