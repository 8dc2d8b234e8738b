import HelpDesk

extension Detector {
    /// CON-01: e-mail addresses, plain and disguised.
    static let mailboxes = Detector(name: "mailboxes") { input, _, meter in
        var hits: [Hit] = []
        for index in input.text.indices where input.text[index] == "@" {
            meter.count()
            guard let range = mailbox(around: index, in: input.text, meter: &meter) else {
                continue
            }
            hits.append(Hit(.email, input.text.origin(of: range)))
        }
        for range in SpelledAddress(input: input).mailboxes(meter: &meter) {
            hits.append(Hit(.email, input.text.origin(of: range)))
        }
        return hits
    }

    private static func mailbox(
        around sign: Int, in text: NormalizedText, meter: inout StepMeter
    ) -> Range<Int>? {
        let hasBlankBefore = sign > 0 && text[sign - 1] == " "
        let hasBlankAfter = text.scalar(at: sign + 1) == " "
        // "Instagram @name" is a handle; "help @ shop . com" is a mailbox.
        guard hasBlankBefore == hasBlankAfter || hasBlankAfter else { return nil }
        let localEnd = hasBlankBefore ? sign - 1 : sign
        var localStart = localEnd
        while localStart > 0, localEnd - localStart < 64, isLocalScalar(text[localStart - 1]) {
            meter.count()
            localStart -= 1
        }
        // "https://amazon.com@evil.example" is a link.
        if localStart > 1, text[localStart - 1] == "/", text[localStart - 2] == "/" { return nil }
        guard localStart < localEnd,
            let hostEnd = hostEnd(
                from: hasBlankAfter ? sign + 2 : sign + 1, in: text,
                needsKnownZone: hasBlankAfter, meter: &meter)
        else { return nil }
        return localStart..<hostEnd
    }

    private static func hostEnd(
        from start: Int, in text: NormalizedText, needsKnownZone: Bool, meter: inout StepMeter
    ) -> Int? {
        var end = start
        var labels = 0
        var lastLabel = start..<start
        while end - start < 255 {
            let labelStart = end
            while end < text.count, text[end].isASCIIAlphanumeric || text[end] == "-" {
                meter.count()
                end += 1
            }
            guard end > labelStart else { break }
            labels += 1
            lastLabel = labelStart..<end
            guard let next = nextLabel(after: end, in: text) else { break }
            end = next
        }
        let zone = text.string(lastLabel)
        guard labels >= 2, zone.unicodeScalars.allSatisfy(\.isASCIILetter), zone.count >= 2,
            !Hosts.fileExtensions.contains(zone)
        else { return nil }
        return needsKnownZone && !Hosts.zones.contains(zone) ? nil : lastLabel.upperBound
    }

    /// Where the label behind a dot starts; one blank on each side of the dot is a disguise.
    private static func nextLabel(after end: Int, in text: NormalizedText) -> Int? {
        if text.scalar(at: end) == ".", text.scalar(at: end + 1)?.isASCIIAlphanumeric == true {
            return end + 1
        }
        guard text.scalar(at: end) == " ", text.scalar(at: end + 1) == "." else { return nil }
        let next = text.scalar(at: end + 2) == " " ? end + 3 : end + 2
        return text.scalar(at: next)?.isASCIILetter == true ? next : nil
    }

    private static func isLocalScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCIIAlphanumeric { return true }
        switch scalar {
        case ".", "_", "%", "+", "-", "'", "~": return true
        default: return false
        }
    }
}
