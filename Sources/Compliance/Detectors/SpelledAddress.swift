/// Reads addresses whose "@" and "." are words: "help (at) shop (dot) com".
struct SpelledAddress {
    let input: LintInput
    private var text: NormalizedText { input.text }

    init(input: LintInput) { self.input = input }

    /// Mailboxes, as ranges of the joined layer.
    func mailboxes(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for hit in input.hits where hit.concept == .atWord {
            meter.count()
            guard let local = tokenBefore(hit.range.lowerBound, meter: &meter),
                let host = host(after: hit.range.upperBound, isRomance: true, meter: &meter)
            else { continue }
            // German "ät" is never a preposition, though it folds to one.
            let isPlainWord =
                text.string(hit.range) == "at" && text.origin(of: hit.range).count == 2
            if isPlainWord, !host.isSpelled || !looksLikeMailbox(local, host) { continue }
            if !host.isSpelled, !hasProvider(host), !isBracketed(hit.range) { continue }
            found.append(extendedLeft(local, meter: &meter).lowerBound..<host.range.upperBound)
        }
        return found
    }

    /// Hosts without a mailbox, as ranges of the joined layer.
    func hosts(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for hit in input.hits where hit.concept == .dotWord || hit.concept == .dotWordRomance {
            meter.count()
            let isRomance = hit.concept == .dotWordRomance
            guard let name = tokenBefore(hit.range.lowerBound, meter: &meter), name.count >= 2,
                found.last?.contains(name.lowerBound) != true,
                let host = host(after: name.lowerBound, isRomance: isRomance, meter: &meter),
                host.isSpelled, !isRomance || isZoneMeant(host)
            else { continue }
            found.append(name.lowerBound..<withPath(host.range.upperBound, meter: &meter))
        }
        return found
    }

    /// "il punto es" and "point de" are ordinary words: behind a plain "punto" or "point" a zone that
    /// is a word too must end its sentence.
    private func isZoneMeant(_ host: Host) -> Bool {
        let words = text.string(host.range).split { !$0.isLetter }.map(String.init)
        let zone = words.last ?? ""
        // "Punkt de" is no German; "punto es" and "point de" are Spanish and French.
        let word = words.dropLast().last ?? ""
        guard Self.wordZones[word]?.contains(zone) ?? false else { return true }
        guard let next = text.scalar(at: host.range.upperBound) else { return true }
        return next == "." || next == "," || next == "!" || next == "\n" || next == "/"
    }

    private static let wordZones: [String: Set<String>] = [
        "punto": ["es", "de", "co", "ca", "info", "store", "online"],
        "point": ["de", "info", "ca", "es", "it"],
    ]

    private struct Host {
        var range: Range<Int>
        var firstLabel: Range<Int>
        var isSpelled: Bool
    }

    /// A host of tokens and dots that starts within two blanks of `start`.
    private func host(after start: Int, isRomance: Bool, meter: inout StepMeter) -> Host? {
        guard var token = token(from: start, meter: &meter) else { return nil }
        let firstLabel = token
        var isSpelled = false
        for _ in 0..<4 {
            guard let dot = dotWord(after: token.upperBound, isRomance: isRomance, meter: &meter),
                let next = self.token(from: dot, meter: &meter)
            else { break }
            isSpelled = true
            token = next
        }
        let labels = text.string(token).split(separator: ".")
        let name = text.string(firstLabel) + "." + text.string(token)
        if isSpelled, Hosts.shorteners.contains(name) {
            return Host(
                range: firstLabel.lowerBound..<token.upperBound, firstLabel: firstLabel,
                isSpelled: true)
        }
        // Behind a provider of mailboxes a zone is a zone, even "me".
        let isProvider = Hosts.mailProviders.contains(text.string(firstLabel))
        let zones = isSpelled && !isProvider ? Hosts.spelledZones : Hosts.zones
        guard let zone = labels.last, zones.contains(String(zone)),
            isSpelled || labels.count > 1
        else { return nil }
        return Host(
            range: firstLabel.lowerBound..<token.upperBound, firstLabel: firstLabel,
            isSpelled: isSpelled)
    }

    /// Letters, digits, hyphens and inner dots from `start`, after at most two blanks.
    private func token(from start: Int, meter: inout StepMeter) -> Range<Int>? {
        var lower = start
        while lower < text.count, lower - start < 2, text[lower] == " " { lower += 1 }
        var upper = lower
        while upper < text.count, upper - lower < 64, isTokenScalar(text[upper]) {
            meter.count()
            upper += 1
        }
        while upper > lower, text[upper - 1] == "." || text[upper - 1] == "-" { upper -= 1 }
        return upper > lower ? lower..<upper : nil
    }

    private func tokenBefore(_ end: Int, meter: inout StepMeter) -> Range<Int>? {
        var upper = end
        while upper > 0, end - upper < 2, text[upper - 1] == " " { upper -= 1 }
        var lower = upper
        while lower > 0, upper - lower < 64, isTokenScalar(text[lower - 1]) {
            meter.count()
            lower -= 1
        }
        return lower < upper ? lower..<upper : nil
    }

    private func dotWord(after start: Int, isRomance: Bool, meter: inout StepMeter) -> Int? {
        var index = start
        while index < text.count, index - start < 2, text[index] == " " { index += 1 }
        var found: [PhraseTrie.Match] = []
        input.book.lexicon.trie.match(
            text, at: min(index, max(0, text.count - 1)), nil, into: &found, meter: &meter)
        return found.filter {
            $0.concept == .dotWord || (isRomance && $0.concept == .dotWordRomance)
        }.map(\.range.upperBound).max()
    }

    /// Takes in names before the mailbox that a spelled dot ties to it.
    private func extendedLeft(_ local: Range<Int>, meter: inout StepMeter) -> Range<Int> {
        var local = local
        for _ in 0..<3 {
            guard let dot = tokenBefore(local.lowerBound, meter: &meter),
                ["dot", "punkt", "punto", "point"].contains(text.string(dot)),
                let name = tokenBefore(dot.lowerBound, meter: &meter)
            else { return local }
            local = name.lowerBound..<local.upperBound
        }
        return local
    }

    /// Hosts whose dots stand alone: "www . shop . it". Any zone that is no word will do.
    func spacedHosts(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for dot in text.indices.dropFirst() where text[dot] == "." && text[dot - 1] == " " {
            meter.count()
            guard found.last.map({ $0.upperBound <= dot }) ?? true,
                let name = tokenBefore(dot, meter: &meter), name.count >= 2
            else { continue }
            var end = name.upperBound
            var zone = ""
            var labels = 1
            while labels < 5, let next = spacedLabel(after: end, meter: &meter) {
                end = next.upperBound
                zone = text.string(next)
                labels += 1
            }
            let isWeb = text.string(name) == "www"
            let isHost = Hosts.spelledZones.contains(zone) && !Hosts.wordZones.contains(zone)
            guard labels > 1, isHost || (isWeb && labels > 2) else { continue }
            found.append(name.lowerBound..<end)
        }
        return found
    }

    /// The label behind a dot with blanks around it.
    private func spacedLabel(after end: Int, meter: inout StepMeter) -> Range<Int>? {
        var index = end
        if text.scalar(at: index) == " " { index += 1 }
        guard text.scalar(at: index) == "." else { return nil }
        index += 1
        if text.scalar(at: index) == " " { index += 1 }
        let start = index
        while index < text.count, index - start < 64,
            text[index].isASCIIAlphanumeric || text[index] == "-"
        {
            meter.count()
            index += 1
        }
        return index > start ? start..<index : nil
    }

    private func withPath(_ end: Int, meter: inout StepMeter) -> Int {
        guard let word = token(from: end, meter: &meter),
            ["slash", "schragstrich", "barra"].contains(text.string(word)),
            let path = token(from: word.upperBound, meter: &meter)
        else { return end }
        return path.upperBound
    }

    /// A plain "at" needs more: a mailbox-like name, or a provider of mailboxes.
    private func looksLikeMailbox(_ local: Range<Int>, _ host: Host) -> Bool {
        let name = text.string(local)
        return hasProvider(host) || name.contains { $0 == "." || $0 == "_" || $0.isNumber }
    }

    private func hasProvider(_ host: Host) -> Bool {
        let first = text.string(host.firstLabel).prefix { $0 != "." }
        return Hosts.mailProviders.contains(String(first))
    }

    private func isBracketed(_ range: Range<Int>) -> Bool {
        let first = text[range.lowerBound]
        return !first.isSpacedWordScalar || range.count > 2
    }

    private func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIAlphanumeric || scalar == "." || scalar == "-" || scalar == "_"
            || scalar == "+"
    }
}
