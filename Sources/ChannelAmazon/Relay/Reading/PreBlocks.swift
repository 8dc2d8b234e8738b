import MailKit

/// The `pre` elements of an HTML mail with their places in the source, since only what stands below
/// the buyer's words may be trusted as Amazon's footer.
struct PreBlocks {
    struct Block: Equatable {
        var open: Int
        var inner: Range<Int>
        var close: Int
        /// Its style holds `-o-pre-wrap`, Amazon's sign of a buyer's words.
        var isStyled: Bool
    }

    private let bytes: [UInt8]
    let blocks: [Block]

    init(_ html: String) {
        bytes = Array(html.utf8)
        blocks = Self.blocks(in: bytes)
    }

    var styledCount: Int { blocks.count { $0.isStyled } }

    /// The styled block, else the only block there is: some converters drop styles.
    var buyerBlock: Block? {
        blocks.first { $0.isStyled } ?? (blocks.count == 1 ? blocks.first : nil)
    }

    func text(of block: Block) -> String {
        HTMLText.plain("<pre>" + source(block.inner) + "</pre>")
    }

    func source(before block: Block) -> String { source(0..<block.open) }
    func source(after block: Block) -> String { source(block.close..<bytes.count) }

    private func source(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }

    private static func blocks(in bytes: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        var index = 0
        while let open = next("<pre", in: bytes, from: index) {
            guard let start = tagEnd(bytes, from: open + 4) else { break }
            let inner = start + 1
            let end = next("</pre", in: bytes, from: inner) ?? bytes.count
            let close = end < bytes.count ? (tagEnd(bytes, from: end) ?? bytes.count - 1) + 1 : end
            let attributes = String(decoding: bytes[open..<start], as: UTF8.self).lowercased()
            blocks.append(
                Block(
                    open: open, inner: inner..<max(inner, end), close: close,
                    isStyled: attributes.contains("-o-pre-wrap")))
            index = close
        }
        return blocks
    }

    /// The place of a tag's name, comments left out; a longer name does not count.
    private static func next(_ tag: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let name = Array(tag.description.utf8)
        let comment = Array("<!--".utf8)
        var index = start
        while index + name.count <= bytes.count {
            guard let open = bytes[index...].firstIndex(of: 0x3C), open + name.count <= bytes.count
            else { return nil }
            if bytes[open...].starts(with: comment) {
                index = commentEnd(bytes, from: open)
                continue
            }
            let here = bytes[open..<open + name.count].map {
                $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
            }
            let after = open + name.count < bytes.count ? bytes[open + name.count] : 0x3E
            if here == name, [0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x2F].contains(after) { return open }
            index = open + 1
        }
        return nil
    }

    private static func commentEnd(_ bytes: [UInt8], from open: Int) -> Int {
        var index = open + 4
        while index + 2 < bytes.count {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
                return index + 3
            }
            index += 1
        }
        // A comment without end hides nothing: what follows is read all the same.
        return open + 4
    }

    /// The place of the `>` that ends a tag; quoted attributes may hold one.
    private static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        var quote: UInt8?
        for index in start..<max(start, bytes.count) {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return index
            }
        }
        return nil
    }
}
