extension SafeText {
    /// The most bytes a paste may bring; the rest is cut off.
    package static let inputLimit = 1_000_000

    /// Text that was typed or pasted, made fit to be kept and sent: line ends become line feeds,
    /// tabs four blanks; control, direction and most invisible characters fall away.
    ///
    /// Joiners and selectors stay, because the reader's screen needs them for emoji and Persian.
    package static func input(_ text: some StringProtocol) -> String {
        var clean = String.UnicodeScalarView()
        var wasReturn = false
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > inputLimit { break }
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A: if !wasReturn { clean.append("\n") }
            case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: clean.append("\n")
            case 0x09: clean.append(contentsOf: "    ".unicodeScalars)
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x200C, 0x200D, 0xFE00...0xFE0F: clean.append(scalar)
            default: if isKept(scalar) { clean.append(scalar) }
            }
        }
        return String(clean)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .format
            && scalar.properties.generalCategory != .surrogate
    }
}
