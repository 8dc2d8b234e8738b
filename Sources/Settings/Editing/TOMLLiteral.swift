/// A value as it is written into a TOML file.
package enum TOMLLiteral: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case bool(Bool)
    case strings([String])
    /// An inline table, its keys in this order.
    case table([Pair])

    package struct Pair: Hashable, Sendable {
        package var key: String
        package var value: TOMLLiteral

        package init(_ key: String, _ value: TOMLLiteral) {
            self.key = key
            self.value = value
        }
    }

    /// As TOML writes it (toml.io v1.0, basic strings).
    package var text: String {
        switch self {
        case .string(let text): "\"\(Self.escaped(text))\""
        case .integer(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .strings(let texts):
            "[" + texts.map { "\"\(Self.escaped($0))\"" }.joined(separator: ", ") + "]"
        case .table(let pairs):
            "{ " + pairs.map { "\($0.key) = \($0.value.text)" }.joined(separator: ", ") + " }"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }
}
