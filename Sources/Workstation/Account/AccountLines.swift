import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// One store's account as lines.
struct AccountLines {
    let account: AccountView
    let model: WorkstationModel
    let width: Int

    private var words: Words { model.words }

    /// All lines; the first of each list leads to its rows.
    var all: [AccountPane.Entry] {
        ([heading, places] + health).map { AccountPane.Entry(line: $0) }
            + opening(settlement, .settlements) + opening([returns], .returns)
            + opening([ratings], .ratings) + opening(stock, .stock)
    }

    private func opening(_ lines: [TextLine], _ list: AccountList) -> [AccountPane.Entry] {
        lines.enumerated().map { index, line in
            AccountPane.Entry(
                line: line,
                target: index == 0 ? AccountTarget(store: account.store, list: list) : nil)
        }
    }

    private var heading: TextLine {
        let name = account.participations?.marketplaces.compactMap(\.storeName).first
        let plan = account.participations?.sellingPlan
        let facts = [name, plan].compactMap { $0 }.map { SafeText.line($0) }
        return [
            StyledText(account.store.rawValue, .title, .bold),
            StyledText(facts.isEmpty ? "" : "  " + facts.joined(separator: " · "), .muted),
            StyledText("  "),
            account.health == nil
                ? StyledText(words(AccountStrings.unknown), .muted)
                : LevelText.badge(account.level, words),
        ]
    }

    private var places: TextLine {
        guard let participations = account.participations else {
            return [StyledText("  " + words(AccountStrings.placesUnknown), .muted)]
        }
        var line: TextLine = [StyledText("  " + words(AccountStrings.sellsIn) + " ", .muted)]
        for place in participations.marketplaces {
            let country = Self.site(place.countryCode)
            if !place.isParticipating {
                line.append(StyledText("(\(country)) ", .muted))
            } else if place.hasSuspendedListings {
                line.append(
                    StyledText("\(country) " + words(AccountStrings.suspended) + " ", .error, .bold)
                )
            } else {
                line.append(StyledText("\(country) "))
            }
        }
        return line
    }

    private var health: [TextLine] {
        guard let health = account.health else {
            return [label(AccountStrings.health) + missing(.health)]
        }
        let age = AgeWords.age(since: health.createdAt, now: model.now, words)
        var title = label(AccountStrings.health)
        title.append(StyledText(words(AccountStrings.reported(age)), .muted))
        if health.badLines > 0 {
            title.append(
                StyledText("  " + words(AccountStrings.badLines(health.badLines)), .warning))
        }
        if let problem = health.problem {
            title.append(
                StyledText(
                    "  " + words(AccountStrings.unreadable(SafeText.line(problem))), .error))
        }
        title += trouble(.health)
        // What needs people comes first; the platform's order holds within a level.
        let sorted = health.lines.enumerated().sorted {
            ($1.element.verdict.level, $0.offset) < ($0.element.verdict.level, $1.offset)
        }
        return [title] + sorted.map { metric($0.element) }
    }

    private func label(_ phrase: Phrase) -> TextLine {
        [StyledText(("  " + words(phrase)).padded(to: 18), .info)]
    }

    private func metric(_ line: HealthLine) -> TextLine {
        let entry = line.entry
        let place = country(entry.marketplaceID)
        let isFine = line.verdict.level == .fine
        var result: TextLine = [
            StyledText("  "), LevelText.mark(line.verdict.level),
            StyledText(" \(place) ".padded(to: 4), .muted),
            StyledText(
                words(AccountStrings.metric(entry.name)).padded(to: nameWidth),
                isFine ? .muted : .text),
            StyledText(
                value(entry).padded(to: 15), isFine ? .muted : LevelText.role(line.verdict.level)),
        ]
        let chart = TrendText.text(line.trend, width: isWide ? 24 : 6, rules: model.rules)
        result.append(StyledText(chart.padded(to: isWide ? 26 : 8), .info))
        if isWide {
            result.append(StyledText(TrendText.numbers(line.trend).padded(to: 18), .muted))
        }
        if !isFine {
            result.append(
                StyledText(
                    words(AccountStrings.reason(line.verdict.reason)),
                    LevelText.role(line.verdict.level)))
        }
        return result
    }

    private var isWide: Bool { width >= 120 }
    private var nameWidth: Int { isWide ? 40 : 26 }

    /// The share and what it must keep to, or the count, or the platform's own word.
    private func value(_ entry: HealthEntry) -> String {
        if let value = entry.value {
            let target = entry.target.map { Percent.text($0) } ?? ""
            let sign =
                switch entry.condition {
                case "LESS_THAN": " <"
                case "GREATER_THAN": " >"
                default: " ="
                }
            return Percent.text(value) + (target.isEmpty ? "" : sign + target)
        }
        if entry.kind == .violation { return entry.count.map(String.init) ?? "-" }
        return SafeText.line(entry.status)
    }

    private func country(_ marketplaceID: String) -> String {
        let known = account.participations?.marketplaces.first {
            $0.marketplaceID == marketplaceID
        }
        return Self.site(known?.countryCode ?? String(marketplaceID.suffix(2)))
    }

    /// The desk's name of a marketplace: the platform calls the British one GB.
    static func site(_ countryCode: String) -> String {
        countryCode == "GB" ? "UK" : SafeText.line(countryCode)
    }

    private var settlement: [TextLine] {
        guard model.isSupervisor else { return [] }
        guard let settlement = account.settlement else {
            return [label(AccountStrings.settlement) + missing(.settlement)]
        }
        let total = MoneyText.format(
            amount: settlement.total.amount, currency: settlement.total.currency,
            language: words.language)
        var line = label(AccountStrings.settlement)
        line.append(StyledText(total, .text, .bold))
        if let end = settlement.end {
            let day = model.localTime.date(end, now: model.now)
            line.append(StyledText("  " + words(AccountStrings.until(day)), .muted))
        }
        line.append(
            StyledText("  " + words(AccountStrings.lineCount(settlement.lineCount)), .muted))
        guard !settlement.isBalanced else {
            return [line + [StyledText("  " + words(AccountStrings.balanced), .ok)]]
        }
        let sum = settlement.sum.map {
            MoneyText.format(
                amount: $0, currency: settlement.total.currency, language: words.language)
        }
        let broken = words(AccountStrings.unbalanced(sum ?? "?"))
        return [line, [StyledText(indent + broken, .error)]]
    }

    private var returns: TextLine {
        label(AccountStrings.returns)
            + (isKnown(.returns)
                ? [StyledText(words(AccountStrings.lately(account.returns, 30)))]
                    + trouble(.returns)
                : missing(.returns))
    }

    private var ratings: TextLine {
        let stars = account.feedback.enumerated().reversed().map { "\($0 + 1)★ \($1)" }
        return label(AccountStrings.ratings)
            + (isKnown(.feedback)
                ? [
                    StyledText(stars.joined(separator: "  ")),
                    StyledText("  " + words(AccountStrings.days(90)), .muted),
                ] + trouble(.feedback)
                : missing(.feedback))
    }

    /// Two sources make the stock: one that is kept from us is said even where the other speaks.
    private var stock: [TextLine] {
        let topics: [AccountTopic] = [.inventory, .listings]
        guard topics.contains(where: isKnown) else {
            return [label(AccountStrings.stock) + missing(.inventory)]
        }
        let count = words(
            AccountStrings.products(account.products, account.productsWithoutStock))
        return [label(AccountStrings.stock) + [StyledText(count)]]
            + topics.compactMap { topic in
                let said = isKnown(topic) ? trouble(topic) : missing(topic)
                guard !said.isEmpty else { return nil }
                let name = words(AccountStrings.topic(topic))
                return [StyledText(indent + name + ": ", .muted)] + said
            }
    }

    private var indent: String { String(repeating: " ", count: 18) }

    /// Whether the topic was ever read and still may be: only then a zero means none.
    private func isKnown(_ topic: AccountTopic) -> Bool {
        guard let task = account.task(topic) else { return false }
        return task.lastSuccess != nil && task.phase != .notPermitted
    }

    /// What stands where nothing is known: the missing role, the failure, or that it takes time.
    private func missing(_ topic: AccountTopic) -> TextLine {
        let said = trouble(topic)
        return said.isEmpty ? [StyledText(words(AccountStrings.noReport), .muted)] : said
    }

    /// What is not permitted, failing or under way; what is in order says nothing.
    private func trouble(_ topic: AccountTopic) -> TextLine {
        guard let task = account.task(topic) else { return [] }
        switch task.phase {
        case .idle:
            guard task.platformNote == "CANCELLED" else { return [] }
            return [StyledText("  " + words(AccountStrings.nothing), .muted)]
        case .requested:
            return [StyledText("  " + words(AccountStrings.requested), .muted)]
        case .notPermitted:
            let role = SafeText.line(task.missingRole ?? "?")
            return [StyledText(words(AccountStrings.notPermitted(role)), .warning)]
        case .failed:
            let sentence = task.failure.map {
                words(
                    SyncSentences.words(
                        errorClass: $0.errorClass.rawValue, trouble: $0.trouble?.rawValue
                    ).problem)
            }
            return [StyledText("  " + (sentence ?? words(AccountStrings.failed)), .error)]
        }
    }
}
