import HelpDesk

extension Detector {
    /// LNK-01, LNK-02, LNK-03, LNK-05: addresses of pages, with or without a scheme.
    static let links = Detector(name: "links") { input, _, meter in
        var scanner = LinkScanner(input: input, meter: &meter)
        return scanner.scan(meter: &meter)
    }
}

/// Finds page addresses in the joined layer.
private struct LinkScanner {
    let input: LintInput
    private var text: NormalizedText { input.text }

    /// Where sentences stand that name files, in order: a short name beside them is one, too.
    private let filing: [Range<Int>]

    init(input: LintInput, meter: inout StepMeter) {
        self.input = input
        var filing: [Range<Int>] = []
        for sentence in input.sentences
        where input.text.hasFileName(in: sentence.range, meter: &meter) {
            filing.append(sentence.range)
        }
        self.filing = filing
    }

    mutating func scan(meter: inout StepMeter) -> [Hit] {
        var hits: [Hit] = []
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isASCIIAlphanumeric else {
                index += 1
                continue
            }
            let (hit, next) = address(at: index, meter: &meter)
            if let hit { hits.append(hit) }
            index = max(index + 1, next)
        }
        return hits + spelledHosts(meter: &meter)
    }

    /// Reads one token and judges it. `next` is where to go on.
    private func address(at start: Int, meter: inout StepMeter) -> (Hit?, next: Int) {
        let hostEnd = hostEnd(from: start, meter: &meter)
        let first = text.string(start..<hostEnd)
        if Self.schemes.contains(first), text.scalar(at: hostEnd) == ":",
            text.scalar(at: hostEnd + 1) == "/"
        {
            return withScheme(first, from: start, colon: hostEnd, meter: &meter)
        }
        guard first.contains("."), isPageHost(first, start: start, end: hostEnd) else {
            return (nil, hostEnd)
        }
        let end = pathEnd(from: hostEnd, meter: &meter)
        let path = text.string(hostEnd..<end)
        if isFileName(first, hasPath: !path.isEmpty), filing(at: start) == .beside {
            let origin = text.origin(of: start..<end)
            return (Hit(.link, origin, atMost: .advise, arguments: ["unlike": ""]), end)
        }
        return (judge(host: first, path: path, scheme: nil, range: start..<end), end)
    }

    private func withScheme(
        _ scheme: String, from start: Int, colon: Int, meter: inout StepMeter
    ) -> (Hit?, next: Int) {
        var hostStart = colon + 1
        while text.scalar(at: hostStart) == "/" {
            meter.count()
            hostStart += 1
        }
        var end = pathEnd(from: hostStart, isWhole: true, meter: &meter)
        while end > hostStart, Self.trailing.contains(text[end - 1]) { end -= 1 }
        let rest = text.string(hostStart..<end)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = String(rest.dropFirst(authority.count))
        if authority.contains("@") {
            return (hit(.link, start..<end), end)
        }
        var host = String(authority.prefix { $0 != ":" })
        while host.hasSuffix(".") { host.removeLast() }
        guard !host.isEmpty, !Self.isPrivateAddress(host) else { return (nil, end) }
        return (judge(host: host, path: path, scheme: scheme, range: start..<end), end)
    }

    private func judge(host: String, path: String, scheme: String?, range: Range<Int>) -> Hit? {
        if Hosts.isAmazon(host) {
            if Self.pagePaths.contains(where: { path.contains($0) }) {
                return hit(.amazonPage, range)
            }
            return scheme == "http" ? upgraded(range) : nil
        }
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        if Hosts.amazonShort.contains(bare) { return hit(.amazonPage, range) }
        if Hosts.shorteners.contains(bare) { return hit(.shortener, range) }
        if Hosts.host(host, isIn: Hosts.carriers) {
            return scheme == "http" ? upgraded(range) : nil
        }
        return hit(.link, range)
    }

    private func hit(_ rule: RuleCode, _ range: Range<Int>) -> Hit {
        Hit(rule, text.origin(of: range))
    }

    private func upgraded(_ range: Range<Int>) -> Hit {
        Hit(
            .plainHTTP, text.origin(of: range),
            suggestion: "https" + text.string(range).dropFirst(4))
    }

    /// End of a run of letters, digits, dots and hyphens, without a closing dot.
    private func hostEnd(from start: Int, meter: inout StepMeter) -> Int {
        var end = start
        while end < text.count, end - start < 253,
            text[end].isASCIIAlphanumeric || text[end] == "." || text[end] == "-"
        {
            meter.count()
            end += 1
        }
        while end > start, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
        return max(end, start + 1)
    }

    private func pathEnd(from start: Int, isWhole: Bool = false, meter: inout StepMeter) -> Int {
        guard let first = text.scalar(at: start),
            isWhole || first == "/" || first == "?" || first == "#" || first == ":"
        else { return start }
        var end = start
        while end < text.count, end - start < 2048, Self.isURLScalar(text[end]) {
            meter.count()
            end += 1
        }
        while end > start, Self.trailing.contains(text[end - 1]) { end -= 1 }
        return end
    }

    /// Whether a dotted token without a scheme is meant as a host.
    private func isPageHost(_ token: String, start: Int, end: Int) -> Bool {
        if start > 0,
            text[start - 1] == "@" || text[start - 1] == "/" || text[start - 1] == "_"
                || text[start - 1] == "\\"
        {
            return false
        }
        if let next = text.scalar(at: end), next == "@" || next == "(" || next == "_" {
            return false
        }
        let labels = token.split(separator: ".", omittingEmptySubsequences: false)
        guard let zone = labels.last, labels.count >= 2, !labels.contains(""),
            Hosts.zones.contains(String(zone)), let name = labels.dropLast().last
        else { return false }
        let hasPath = text.scalar(at: end) == "/"
        if labels.first == "www" { return labels.count >= 3 }
        if isFileName(token, hasPath: hasPath), filing(at: start) == .here { return false }
        if name.count < 2, labels.count == 2, !hasPath, !Hosts.shorteners.contains(token) {
            return Hosts.amazonShort.contains(token)
        }
        if labels.count == 2, Hosts.wordZones.contains(String(zone)), !hasPath {
            return Hosts.shorteners.contains(token) || Hosts.amazonShort.contains(token)
                || name.contains("-")
        }
        return hasPath || !isMissingSpace(zoneStart: end - zone.count)
    }

    private enum Filing { case here, beside, nowhere }

    /// Whether the sentence of a place names files, or the one before it.
    private func filing(at index: Int) -> Filing {
        let place = filing.partitioningIndex { $0.upperBound > index }
        if place < filing.count, filing[place].lowerBound <= index { return .here }
        guard place > 0 else { return .nowhere }
        let own = input.sentences.partitioningIndex { $0.range.upperBound > index }
        let isBeside = own > 0 && input.sentences[own - 1].range == filing[place - 1]
        return isBeside ? .beside : .nowhere
    }

    private func isFileName(_ token: String, hasPath: Bool) -> Bool {
        let labels = token.split(separator: ".")
        return labels.count == 2 && !hasPath && Hosts.fileZones.contains(String(labels[1]))
    }

    /// "arrived.Please": a small letter, a stop and a capital are a space that somebody forgot.
    private func isMissingSpace(zoneStart: Int) -> Bool {
        guard zoneStart >= 2 else { return false }
        let before = input.byte(at: text.origin(of: zoneStart - 2..<zoneStart - 1).lowerBound)
        let zone = input.byte(at: text.origin(of: zoneStart..<zoneStart + 1).lowerBound)
        guard let before, let zone else { return false }
        return (97...122).contains(before) && (65...90).contains(zone)
    }

    /// Hosts with the dot written as a word: "shop-name dot com slash fit".
    private func spelledHosts(meter: inout StepMeter) -> [Hit] {
        let words = SpelledAddress(input: input)
        return (words.hosts(meter: &meter) + words.spacedHosts(meter: &meter)).map {
            hit(isShortener($0) ? .shortener : .link, $0)
        }
    }

    /// "bit punto ly": the labels of a spelled host that together are a known short one.
    private func isShortener(_ range: Range<Int>) -> Bool {
        let words = text.string(range).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = words.first else { return false }
        return words.dropFirst().contains { Hosts.shorteners.contains("\(first).\($0)") }
    }

    private static func isURLScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCIIAlphanumeric { return true }
        guard scalar.isASCII, !scalar.isBlank else { return false }
        return scalar != "\"" && scalar != "<" && scalar != ">" && scalar != "{" && scalar != "}"
    }

    private static func isPrivateAddress(_ host: String) -> Bool {
        host.hasPrefix("192.168.") || host.hasPrefix("10.") || host.hasPrefix("127.")
            || host == "localhost"
    }

    private static let schemes: Set<String> = ["http", "https", "hxxp", "hxxps", "ftp", "ttps"]
    private static let trailing: Set<Unicode.Scalar> = [
        ".", ",", ";", ":", "!", "?", ")", "'", "]",
    ]
    private static let pagePaths = [
        "/dp/", "/gp/product", "/stores", "/review", "/product-reviews", "/shop/", "/s?",
        "/gp/aw/d",
    ]
}

extension NormalizedText {
    /// Whether a name with the ending of a file stands somewhere, such as "fw-3.1.7.rar".
    fileprivate func hasFileName(in range: Range<Int>, meter: inout StepMeter) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            meter.count()
            guard self[index] == ".", index > range.lowerBound, self[index - 1].isASCIIAlphanumeric
            else {
                index += 1
                continue
            }
            var end = index + 1
            while end < count, end - index <= 5, self[end].isASCIIAlphanumeric { end += 1 }
            if Hosts.fileExtensions.contains(string(index + 1..<end)) { return true }
            index = end
        }
        return false
    }
}
