/// Why bytes are not JSON, and where.
struct JSONProblem: Error, Equatable {
    enum Kind: String {
        case endsEarly, unexpectedByte, tooDeep, notUTF8, trailingBytes
    }
    var kind: Kind
    var offset: Int
}

/// A strict JSON reader (RFC 8259) for answers from outside: bounded depth, no traps. Of members
/// with the same name the first counts.
struct JSONReader {
    private static let deepest = 64
    private let bytes: [UInt8]
    private var position = 0

    /// The value that fills the document.
    static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.problem(.trailingBytes) }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func problem(_ kind: JSONProblem.Kind) -> JSONProblem {
        JSONProblem(
            kind: position >= bytes.count && kind == .unexpectedByte ? .endsEarly : kind,
            offset: position)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < Self.deepest else { throw problem(.tooDeep) }
        skipSpace()
        let start = position
        let content: JSONValue.Content
        switch current {
        case UInt8(ascii: "{"): content = try object(depth: depth)
        case UInt8(ascii: "["): content = try array(depth: depth)
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        default: content = .number(try number())
        }
        return JSONValue(content: content, range: start..<position)
    }

    private mutating func word(
        _ text: StaticString, _ content: JSONValue.Content
    ) throws(JSONProblem) -> JSONValue.Content {
        for byte in "\(text)".utf8 where !skip(byte) { throw problem(.unexpectedByte) }
        return content
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue.Content {
        var members: [(key: String, value: JSONValue)] = []
        position += 1
        skipSpace()
        if skip(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw problem(.unexpectedByte) }
            let key = try string()
            skipSpace()
            guard skip(UInt8(ascii: ":")) else { throw problem(.unexpectedByte) }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
            if skip(UInt8(ascii: "}")) { return .object(members) }
            guard skip(UInt8(ascii: ",")) else { throw problem(.unexpectedByte) }
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue.Content {
        var elements: [JSONValue] = []
        position += 1
        skipSpace()
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if skip(UInt8(ascii: "]")) { return .array(elements) }
            guard skip(UInt8(ascii: ",")) else { throw problem(.unexpectedByte) }
        }
    }

    private mutating func number() throws(JSONProblem) -> String {
        let start = position
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits() }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONProblem) {
        let start = position
        while let byte = current, (48...57).contains(byte) { position += 1 }
        guard position > start else { throw problem(.unexpectedByte) }
    }
}

extension JSONReader {
    private mutating func string() throws(JSONProblem) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw problem(.notUTF8)
                }
                return string
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &text)
            case 0..<0x20:
                throw problem(.unexpectedByte)
            default:
                text.append(byte)
                position += 1
            }
        }
        throw problem(.endsEarly)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
        guard let byte = current else { throw problem(.endsEarly) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try unicode()).utf8))
        default: throw problem(.unexpectedByte)
        }
    }

    /// A lone surrogate becomes the replacement character.
    private mutating func unicode() throws(JSONProblem) -> Unicode.Scalar {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let mark = position
        if (0xD800..<0xDC00).contains(first), skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) {
            let second = try fourHexDigits()
            if (0xDC00..<0xE000).contains(second) {
                let code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                return Unicode.Scalar(code) ?? "\u{FFFD}"
            }
        }
        position = mark
        return "\u{FFFD}"
    }

    private mutating func fourHexDigits() throws(JSONProblem) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current,
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { throw problem(.unexpectedByte) }
            code = code << 4 + UInt32(digit)
            position += 1
        }
        return code
    }
}
