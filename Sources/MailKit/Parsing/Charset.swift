import Glibc

/// Bytes in a charset that a stranger named, as text.
///
/// Only charsets that mail of our marketplaces uses are handed to iconv: rarely used converters
/// are where its faults have been. Names are read as browsers read them (WHATWG Encoding), since
/// senders write `iso-8859-1` and mean Windows-1252.
enum Charset {
    struct Decoded {
        var text: String
        /// Whether the name is unknown or some bytes did not fit.
        var isDoubtful: Bool
    }

    /// `name` nil, empty or plainly wrong: UTF-8 when it is valid UTF-8, else what the bytes look
    /// like: Japanese, Chinese, or Windows-1252.
    static func decode(_ bytes: [UInt8], named name: String?) -> Decoded {
        let name = (name ?? "").lowercased()
        guard let converter = converters[name] else { return guess(bytes, isNamed: !name.isEmpty) }
        switch converter {
        case "UTF-8": return utf8(bytes)
        case "US-ASCII": return guess(bytes, isNamed: false)
        case "ISO-2022-JP": return japanese(bytes)
        case "UTF-16": return convert(bytes, from: wideOrder(bytes)) ?? guess(bytes, isNamed: true)
        default: return convert(bytes, from: converter) ?? guess(bytes, isNamed: true)
        }
    }

    private static func utf8(_ bytes: [UInt8]) -> Decoded {
        if let text = String(validating: bytes, as: UTF8.self) {
            return Decoded(text: text, isDoubtful: false)
        }
        return eastAsian(bytes)
            ?? Decoded(text: String(decoding: bytes, as: UTF8.self), isDoubtful: true)
    }

    /// The text where the bytes are plainly Japanese or Chinese, whatever they were called.
    private static func eastAsian(_ bytes: [UInt8]) -> Decoded? {
        let charset = CharsetGuess.eastAsian(bytes) { name in
            convert(bytes, from: name).flatMap { $0.isDoubtful ? nil : $0.text }
        }
        return charset.flatMap { convert(bytes, from: $0) }
            .map { Decoded(text: $0.text, isDoubtful: true) }
    }

    private static func guess(_ bytes: [UInt8], isNamed: Bool) -> Decoded {
        if let text = String(validating: bytes, as: UTF8.self) {
            return Decoded(text: text, isDoubtful: isNamed && bytes.contains { $0 >= 0x80 })
        }
        if let found = eastAsian(bytes) { return found }
        let text = convert(bytes, from: "CP1252")?.text ?? String(decoding: bytes, as: UTF8.self)
        return Decoded(text: text, isDoubtful: true)
    }

    private static func japanese(_ bytes: [UInt8]) -> Decoded {
        let converted = JapaneseEscapes.shiftJIS(bytes)
        guard var decoded = convert(converted.bytes, from: "CP932") else {
            return guess(bytes, isNamed: true)
        }
        decoded.isDoubtful = decoded.isDoubtful || converted.isDoubtful
        return decoded
    }

    /// Without a byte order mark the high byte comes first (RFC 2781 4.3), unless the zeros of
    /// plain letters stand in the other places.
    private static func wideOrder(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        let zeros = bytes.prefix(4096).indices.filter { bytes[$0] == 0 }
        let low = zeros.count { $0 % 2 == 1 }
        return low > zeros.count - low ? "UTF-16LE" : "UTF-16BE"
    }

    private static func convert(_ bytes: [UInt8], from charset: String) -> Decoded? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1)
        else { return nil }
        defer { iconv_close(converter) }
        var run = ConversionRun(converter: converter, capacity: bytes.count)
        run.convert(bytes)
        return Decoded(
            text: String(decoding: run.output, as: UTF8.self), isDoubtful: run.replacements > 0)
    }

    private static let converters: [String: String] = {
        var table = [
            "utf-8": "UTF-8", "utf8": "UTF-8", "unicode-1-1-utf-8": "UTF-8",
            "us-ascii": "US-ASCII", "ascii": "US-ASCII", "ansi_x3.4-1968": "US-ASCII",
            "iso-8859-1": "CP1252", "iso8859-1": "CP1252", "latin1": "CP1252", "l1": "CP1252",
            "iso_8859-1": "CP1252", "cp1252": "CP1252", "x-cp1252": "CP1252",
            "iso-8859-9": "CP1254", "latin9": "ISO-8859-15", "iso8859-15": "ISO-8859-15",
            "iso_8859-15": "ISO-8859-15",
            "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
            "ms_kanji": "CP932", "cp932": "CP932", "windows-31j": "CP932", "ms932": "CP932",
            "euc-jp": "EUC-JP-MS", "x-euc-jp": "EUC-JP-MS", "eucjp": "EUC-JP-MS",
            "iso-2022-jp": "ISO-2022-JP", "csiso2022jp": "ISO-2022-JP",
            "gb2312": "GB18030", "gb_2312-80": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030",
            "gb18030": "GB18030", "cp936": "GB18030", "ms936": "GB18030",
            "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS", "cp950": "BIG5-HKSCS",
            "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "cp949": "CP949",
            "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "utf-16": "UTF-16", "utf-16le": "UTF-16LE",
            "utf-16be": "UTF-16BE", "utf-7": "UTF-7", "unicode-1-1-utf-7": "UTF-7",
        ]
        for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
            table["iso-8859-\(number)"] = "ISO-8859-\(number)"
        }
        for number in 1250...1258 { table["windows-\(number)"] = "CP\(number)" }
        return table
    }()
}

/// One pass of iconv over a buffer; bytes that do not fit become U+FFFD one by one.
private struct ConversionRun {
    let converter: iconv_t
    var output: [UInt8] = []
    var replacements = 0
    private var piece: [CChar]

    init(converter: iconv_t, capacity: Int) {
        self.converter = converter
        piece = [CChar](repeating: 0, count: 16 << 10)
        output.reserveCapacity(capacity + capacity / 2)
    }

    mutating func convert(_ bytes: [UInt8]) {
        var input = bytes.map { CChar(bitPattern: $0) }
        let count = input.count
        input.withUnsafeMutableBufferPointer { buffer in
            var position = buffer.baseAddress
            var left = count
            while left > 0 {
                guard step(&position, &left) else { break }
            }
        }
        flush()
    }

    /// Converts until the piece is full or a byte does not fit. False when nothing moves any more.
    private mutating func step(_ position: inout UnsafeMutablePointer<CChar>?, _ left: inout Int)
        -> Bool
    {
        let before = left
        let converter = converter
        let status = intoPiece { iconv(converter, &position, &left, &$0, &$1) }
        guard status == -1 else { return left < before || left == 0 }
        switch errno {
        case E2BIG: return true
        case EILSEQ, EINVAL:
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            replacements += 1
            position = position.map { $0 + 1 }
            left -= 1
            return true
        default: return false
        }
    }

    /// Lets a stateful charset write what it still holds.
    private mutating func flush() {
        let converter = converter
        _ = intoPiece { iconv(converter, nil, nil, &$0, &$1) }
    }

    private mutating func intoPiece(
        _ body: (inout UnsafeMutablePointer<CChar>?, inout Int) -> Int
    ) -> Int {
        var status = 0
        var produced = 0
        var failure: CInt = 0
        piece.withUnsafeMutableBufferPointer { buffer in
            var target = buffer.baseAddress
            var room = buffer.count
            status = body(&target, &room)
            failure = errno
            produced = buffer.count - room
        }
        output.append(contentsOf: piece[..<produced].lazy.map { UInt8(bitPattern: $0) })
        errno = failure
        return status
    }
}
