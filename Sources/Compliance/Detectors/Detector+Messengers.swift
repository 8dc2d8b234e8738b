import HelpDesk

extension Detector {
    /// CON-03: messengers and networks, when the sentence sends the buyer there.
    static let messengers = Detector(name: "messengers", isByWords: true) { input, _, meter in
        var hits: [Hit] = []
        for number in input.sentences.indices {
            let judge = MessengerJudge(input: input, sentence: number)
            hits += judge.findings(meter: &meter)
        }
        return hits
    }
}

/// Rule of thumb of the catalogue: a name alone is not enough; it takes an act, an account or a
/// number in the same sentence, and no word of a product's feature.
private struct MessengerJudge {
    let input: LintInput
    let sentence: Int
    private var text: NormalizedText { input.text }
    private var range: Range<Int> { input.sentences[sentence].range }

    /// Apps judged in one sentence; a list of more is no invitation.
    private static let appLimit = 8

    func findings(meter: inout StepMeter) -> [Hit] {
        let hits = input.hits(inSentence: sentence)
        var found: [Hit] = []
        for app in hits.filter({ Self.isApp($0.concept) }).prefix(Self.appLimit) {
            meter.count(hits.count)
            guard let span = invitation(to: app, among: hits, meter: &meter) else { continue }
            let isSocial = Self.social.contains(text.string(app.range))
            found.append(Hit(isSocial ? .social : .messenger, text.origin(of: span)))
        }
        return found
    }

    private func invitation(
        to app: ConceptHit, among hits: ArraySlice<ConceptHit>, meter: inout StepMeter
    ) -> Range<Int>? {
        let account = account(near: app.range, meter: &meter)
        let span = account.map { join($0, app.range) } ?? app.range
        let isNegated = account == nil && isNegated(app, among: hits)
        guard !isNegated else { return nil }
        let actions = hits.filter { $0.concept == .action && !$0.range.overlaps(app.range) }
        // "kettlo.support" is a name, whatever it is made of.
        // Neither is what stands in another clause than the app that one is to write to.
        let clause = input.sentences[sentence].clause(at: app.range.lowerBound)
        let isAsked =
            actions.contains { clause.contains($0.range.lowerBound) }
            && hits.contains {
                $0.concept == .ownSide && clause.contains($0.range.lowerBound)
            }
        let isFeature = hits.contains {
            $0.concept == .appFeature && account?.overlaps($0.range) != true
                && (!isAsked || clause.contains($0.range.lowerBound))
        }
        switch app.concept {
        case .appSlang: return span
        case .app:
            if account != nil { return isFeature && actions.isEmpty ? nil : span }
            return isFeature || actions.isEmpty ? nil : span
        default:
            guard !isFeature else { return nil }
            return isHomonymMeantAsApp(app, actions: actions, hasAccount: account != nil)
                ? span : nil
        }
    }

    /// LINE, Signal and the like: only where the grammar leaves no other reading.
    private func isHomonymMeantAsApp(
        _ app: ConceptHit, actions: [ConceptHit], hasAccount: Bool
    ) -> Bool {
        let next = text.scalar(at: app.range.upperBound)
        if let next, next.isEastAsian {
            guard Self.particles.contains(next) else { return false }
            return hasAccount
                || actions.contains {
                    (0..<14).contains($0.range.lowerBound - app.range.upperBound)
                }
        }
        let first = input.byte(at: text.origin(of: app.range).lowerBound)
        guard let first, (65...90).contains(first) else { return false }
        return isAfterPreposition(app.range.lowerBound) && !actions.isEmpty
            || (hasAccount && isAfterPreposition(app.range.lowerBound))
    }

    private func isAfterPreposition(_ start: Int) -> Bool {
        let words = text.string(max(range.lowerBound, start - 8)..<start)
        return Self.prepositions.contains { words.hasSuffix(" " + $0 + " ") }
    }

    /// An account beside the name: `lamp_helper2024`, `@kettlo`, or six digits and more.
    private func account(near app: Range<Int>, meter: inout StepMeter) -> Range<Int>? {
        token(from: app.upperBound, to: min(range.upperBound, app.upperBound + 34), meter: &meter)
            ?? handle(from: max(range.lowerBound, app.lowerBound - 34), to: app.lowerBound)
            ?? token(
                from: max(range.lowerBound, app.lowerBound - 24), to: app.lowerBound,
                isName: true, meter: &meter)
    }

    /// The first account between two places; before the name of an app, a number is none.
    private func token(
        from start: Int, to end: Int, isName: Bool = false, meter: inout StepMeter
    ) -> Range<Int>? {
        var index = start
        while index < end {
            meter.count()
            guard isAccountScalar(text[index]) else {
                index += 1
                continue
            }
            let tokenStart = index
            while index < range.upperBound, index - tokenStart < 40, isAccountScalar(text[index]) {
                index += 1
            }
            let hasLetter = text.scalars[tokenStart..<index].contains(where: \.isASCIILetter)
            if !isName || hasLetter, isAccount(tokenStart..<index) { return tokenStart..<index }
        }
        return nil
    }

    private func handle(from start: Int, to end: Int) -> Range<Int>? {
        guard let sign = (start..<max(start, end)).last(where: { text[$0] == "@" }) else {
            return nil
        }
        var index = sign + 1
        while index < end, isAccountScalar(text[index]) { index += 1 }
        return index - sign >= 4 ? sign..<index : nil
    }

    private func isAccount(_ range: Range<Int>) -> Bool {
        let token = text.scalars[range]
        guard token.count >= 4, let first = token.first else { return false }
        if first == "@" { return true }
        let digits = token.filter(\.isASCIIDigit).count
        let letters = token.filter(\.isASCIILetter).count
        if letters == 0 { return digits >= 6 && !token.contains(".") }
        // "kettlo.support" beside a messenger's name is an account, and a page a link.
        let isDotted = token.contains(".") && letters >= 8 && token.last?.isASCIILetter == true
        return first.isASCIILetter && letters >= 2
            && (token.contains("_") || digits >= 2 || isDotted)
    }

    private func isAccountScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIAlphanumeric || scalar == "_" || scalar == "@" || scalar == "."
            || scalar == "-"
    }

    /// Whether a negation governs the name: in its clause, or over a list it stands in.
    private func isNegated(_ app: ConceptHit, among hits: ArraySlice<ConceptHit>) -> Bool {
        guard !hits.contains(where: { $0.concept == .hesitation }) else { return false }
        let negations = hits.filter { $0.concept == .negation }
        guard !negations.isEmpty else { return false }
        let clause = input.sentences[sentence].clause(at: app.range.lowerBound)
        let acts = hits.contains {
            $0.concept == .action && clause.contains($0.range.lowerBound)
                && !$0.range.overlaps(app.range)
        }
        let scope = acts ? clause : range
        return negations.contains { scope.contains($0.range.lowerBound) }
    }

    private func join(_ left: Range<Int>, _ right: Range<Int>) -> Range<Int> {
        min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    private static func isApp(_ concept: Concept) -> Bool {
        concept == .app || concept == .appHomonym || concept == .appSlang
    }

    private static let particles = Set("にでをのか".unicodeScalars)
    private static let prepositions = ["on", "via", "per", "auf", "sur", "su", "por", "en", "uber"]
    private static let social: Set<String> = [
        "facebook", "fb", "instagram", "insta", "tiktok", "tik tok", "twitter", "pinterest", "ins",
        "ig", "x", "threads", "linkedin", "linked in", "youtube channel", "微博", "抖音", "小红书", "脸书",
        "インスタグラム", "インスタ", "フェイスブック", "ツイッター",
    ]
}
