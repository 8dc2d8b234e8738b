import HelpDesk

extension Detector {
    /// FMT-01: emoji. `isEmoji` alone would take in digits and ©.
    static let emoji = Detector(name: "emoji") { input, _, meter in
        var runs: [Range<Int>] = []
        for character in input.clusters {
            meter.count()
            guard character.isEmoji else { continue }
            if let last = runs.last, last.upperBound == character.range.lowerBound,
                character.isKeycap
            {
                runs[runs.count - 1] = last.lowerBound..<character.range.upperBound
            } else {
                runs.append(character.range)
            }
        }
        return runs.map { Hit(.emoji, $0) }
    }

    /// FMT-02: more than two line breaks in a row.
    static let lineBreaks = Detector(name: "line breaks") { input, _, meter in
        var hits: [Hit] = []
        var first: Int?
        var breaks = 0
        var end = 0
        for offset in 0...input.byteCount {
            meter.count()
            let byte = input.byte(at: offset)
            switch byte {
            case 10:
                first = first ?? offset
                breaks += 1
                end = offset + 1
            case 13, 32, 9: continue
            default:
                if breaks > 2, let first {
                    hits.append(Hit(.lineBreaks, first..<end, suggestion: "\n\n"))
                }
                first = nil
                breaks = 0
            }
        }
        return hits
    }

    /// FMT-03: markup, which the channel shows as it is or changes the style with.
    static let markup = Detector(name: "markup") { input, _, meter in
        var scanner = MarkupScanner(text: input.folded)
        return scanner.scan(meter: &meter).map {
            let plain = PlainForm.of(input.folded.string($0))
            return Hit(.markup, input.folded.origin(of: $0), suggestion: plain)
        }
    }

    /// FMT-06: longer than the channel takes.
    static let length = Detector(name: "length") { input, _, _ in
        guard let limit = input.context.characterLimit, input.clusters.count > limit else {
            return []
        }
        return [Hit(.tooLong, 0..<0)]
    }
}

/// What a reader sees where markup stood.
private enum PlainForm {
    static func of(_ markup: String) -> String {
        if markup.hasPrefix("<") {
            let name = markup.dropFirst().prefix { $0.isLetter || $0.isNumber }
            return lineTags.contains(String(name)) ? "\n" : ""
        }
        let name = String(markup.dropFirst().dropLast())
        guard name.hasPrefix("#") else { return entities[name] ?? "" }
        let isHexadecimal = name.hasPrefix("#x")
        let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        let scalar = number.flatMap(Unicode.Scalar.init)
        // A number that stands for a control or a sign of markup is left out.
        guard let scalar, scalar.value >= 32, scalar != "<", scalar != ">", scalar != "&" else {
            return ""
        }
        return scalar.properties.isDefaultIgnorableCodePoint ? "" : String(scalar)
    }

    private static let lineTags: Set<String> = ["br", "hr", "li", "tr"]
    private static let entities = [
        "nbsp": " ", "amp": "+", "quot": "\"", "apos": "'", "euro": "€", "copy": "©", "reg": "®",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "eacute": "é", "egrave": "è",
        "agrave": "à", "hellip": "…", "ndash": "–", "mdash": "—",
    ]
}

/// Finds tags and entities of HTML.
private struct MarkupScanner {
    let text: NormalizedText

    private static let longestTag = 300

    mutating func scan(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            meter.count()
            if text[index] == "<", let end = tagEnd(from: index, meter: &meter) {
                found.append(index..<end)
                index = end
            } else if text[index] == "&", let end = entityEnd(from: index) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private func tagEnd(from start: Int, meter: inout StepMeter) -> Int? {
        var index = start + 1
        if text.scalar(at: index) == "/" { index += 1 }
        let nameStart = index
        while index < text.count, text[index].isASCIIAlphanumeric, index - nameStart < 12 {
            index += 1
        }
        guard Self.tags.contains(text.string(nameStart..<index)) else { return nil }
        guard let next = text.scalar(at: index), next == ">" || next == "/" || next.isBlank else {
            return nil
        }
        while index < text.count, index - start < Self.longestTag {
            meter.count()
            if text[index] == ">" { return index + 1 }
            if text[index] == "<" { return nil }
            index += 1
        }
        return nil
    }

    private func entityEnd(from start: Int) -> Int? {
        var index = start + 1
        if text.scalar(at: index) == "#" { index += 1 }
        let nameStart = index
        while index < text.count, text[index].isASCIIAlphanumeric, index - nameStart < 8 {
            index += 1
        }
        guard index > nameStart, text.scalar(at: index) == ";" else { return nil }
        let name = text.string(nameStart..<index)
        let isNumber = text[start + 1] == "#" && name.allSatisfy(\.isHexDigit)
        return isNumber || Self.entities.contains(name) ? index + 1 : nil
    }

    private static let tags: Set<String> = [
        "a", "b", "i", "u", "s", "p", "br", "hr", "div", "span", "font", "table", "tr", "td", "th",
        "tbody", "h1", "h2", "h3", "h4", "h5", "h6", "img", "strong", "em", "ul", "ol", "li",
        "center", "style", "html", "body", "head", "small", "big", "sup", "sub", "script", "iframe",
        "blockquote", "pre", "code", "marquee", "input", "button", "form",
    ]
    private static let entities: Set<String> = [
        "nbsp", "amp", "lt", "gt", "quot", "apos", "euro", "copy", "reg", "auml", "ouml", "uuml",
        "szlig", "eacute", "egrave", "agrave", "hellip", "ndash", "mdash",
    ]
}
