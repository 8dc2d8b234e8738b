/// A colour a theme names: a 24-bit value, one of the 256, or one of the 16; each tier takes what it
/// can show.
package struct TerminalColor: Hashable, Sendable {
    /// The index among the terminal's 256 colours; below 16 it is the terminal's own palette.
    package var index: UInt8
    /// What the 16-colour tier shows.
    package var basic: UInt8
    /// The exact colour, where the theme gives one.
    package var rgb: RGB?

    /// Reads `#rrggbb`, `0` to `255` or a name such as `bright-red`, with an optional `/name` that
    /// says what sixteen colours show; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let exact = parts.first else { return nil }
        if let rgb = RGB(exact) {
            self.rgb = rgb
            index = rgb.nearestIndex
        } else if let named = Self.names.firstIndex(of: String(exact)) {
            index = UInt8(named)
        } else if let number = UInt8(exact) {
            index = number
        } else {
            return nil
        }
        basic = index < 16 ? index : (rgb ?? RGB(index: index)).nearestBasic
        if parts.count == 2 {
            guard let named = Self.names.firstIndex(of: String(parts[1])) else { return nil }
            basic = UInt8(named)
        }
    }

    /// One of the 256 colours.
    package init(index: UInt8) {
        self.index = index
        self.basic = index < 16 ? index : RGB(index: index).nearestBasic
    }

    /// The index to show in a tier; nil where nothing but the terminal's own colour exists.
    package func index(in tier: ColorTier) -> Int? {
        switch tier {
        case .trueColor, .palette256: Int(index)
        case .palette16: Int(basic)
        case .mono: nil
        }
    }

    private static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
        "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta",
        "bright-cyan", "bright-white",
    ]
}

/// A colour as red, green and blue from 0 to 255.
package struct RGB: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, text.first == "#",
            let value = UInt32(text.dropFirst(), radix: 16), text.utf8.dropFirst().first != 0x2B
        else { return nil }
        self.init(
            red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    /// The value of one of xterm's 256 colours: 16 named ones, a cube of six steps, 24 greys.
    package init(index: UInt8) {
        switch index {
        case 0..<16:
            self = Self.basics[Int(index)]
        case 16..<232:
            let cube = Int(index) - 16
            self.init(
                red: Self.steps[cube / 36], green: Self.steps[cube / 6 % 6],
                blue: Self.steps[cube % 6])
        default:
            let grey = UInt8(8 + 10 * (Int(index) - 232))
            self.init(red: grey, green: grey, blue: grey)
        }
    }

    /// The nearest of the cube and the greys; the sixteen named ones differ from user to user.
    package var nearestIndex: UInt8 { nearest(in: 16...255) }

    /// The one of the sixteen named colours that means the same: by hue where there is one, since
    /// the nearest by distance would be grey for most.
    package var nearestBasic: UInt8 {
        let high = max(red, green, blue)
        let low = min(red, green, blue)
        guard high - low >= 40 else {
            return [0, 8, 7, 15].min { gap(to: $0) < gap(to: $1) } ?? 7
        }
        let middle = UInt8((Int(high) + Int(low)) / 2)
        let hue: UInt8 = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0)
        return high >= 200 ? hue + 8 : hue
    }

    private func gap(to index: UInt8) -> Int { distance(RGB(index: index)) }

    private func nearest(in range: ClosedRange<UInt8>) -> UInt8 {
        range.min { gap(to: $0) < gap(to: $1) } ?? 7
    }

    /// Squared distance with green weighing most, as eyes do.
    private func distance(_ other: RGB) -> Int {
        let red = Int(self.red) - Int(other.red)
        let green = Int(self.green) - Int(other.green)
        let blue = Int(self.blue) - Int(other.blue)
        return 3 * red * red + 6 * green * green + blue * blue
    }

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    private static let basics = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
        (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
        (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ].map { RGB(red: $0.0, green: $0.1, blue: $0.2) }
}
