/// Width and height of a picture, read from its header and from nothing else.
package struct PictureSize: Hashable, Sendable {
    package var width: Int
    package var height: Int

    /// Nil when the bytes are no PNG, GIF, BMP or JPEG, or end too early.
    package init?(of bytes: [UInt8]) {
        switch FileSniffer.kind(of: bytes) {
        case .png: self.init(bytes, wide: 16..<20, high: 20..<24, isBigEndian: true)
        case .gif: self.init(bytes, wide: 6..<8, high: 8..<10, isBigEndian: false)
        case .bmp: self.init(bytes, wide: 18..<22, high: 22..<26, isBigEndian: false)
        case .jpeg: self.init(jpeg: bytes)
        default: return nil
        }
    }

    private init?(_ bytes: [UInt8], wide: Range<Int>, high: Range<Int>, isBigEndian: Bool) {
        guard bytes.count >= high.upperBound else { return nil }
        func number(_ range: Range<Int>) -> Int {
            let part = isBigEndian ? Array(bytes[range]) : Array(bytes[range].reversed())
            return part.reduce(0) { $0 << 8 | Int($1) }
        }
        width = number(wide)
        height = number(high)
    }

    /// Walks the segments to the frame header (ITU-T T.81, B.2.2).
    private init?(jpeg bytes: [UInt8]) {
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            let isFrame =
                (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                let size = { (at: Int) in Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
                height = size(place + 5)
                width = size(place + 7)
                return
            }
            place += 2 + max(2, Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        }
        return nil
    }
}
