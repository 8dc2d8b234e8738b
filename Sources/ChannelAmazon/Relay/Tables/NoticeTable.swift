import Channels
import HelpDesk
import SwiftExtensions

/// Notices that share the mailbox with buyers' messages (`notices.toml`).
struct NoticeTable: Sendable {
    enum Outcome: String, Sendable, CaseIterable {
        case notice
        case ownCopy = "own-copy"
        case buyerOptedOut = "buyer-opted-out"
        case sellerRestricted = "seller-restricted"
    }

    struct Row: Sendable {
        var kind: PlatformNotice.Kind
        var outcome: Outcome
        var isCaseEvent: Bool
        /// Nil for a case without a clock.
        var review: Duration?
        var closes: [PlatformNotice.Kind]
        var isProminent: Bool
        var endsWith: [OrderStatus]
        var types: [TypePattern]
        var senders: Set<String>
        var subjects: [SubjectPattern]
        var texts: [Phrase]
    }

    var buyerTypes: Set<String>
    var deadline: DeadlineWords
    var rows: [Row] = []

    init(_ file: TableFile) throws(TableFault) {
        try file.root.finish(["buyer-types", "deadline", "notice"])
        let buyer = try file.root.row("buyer-types")
        try buyer.finish(["types"])
        buyerTypes = Set(try buyer.strings("types", isRequired: true))
        deadline =
            file.root.has("deadline")
            ? try DeadlineWords(file.root.row("deadline")) : DeadlineWords()
        for row in try file.root.rows("notice") {
            try row.finish([
                "kind", "outcome", "case", "review-hours", "closes", "prominent", "ends-with",
                "types", "senders", "subjects", "texts",
            ])
            let outcome = try row.string("outcome", of: Outcome.allCases.map(\.rawValue))
            rows.append(
                Row(
                    kind: PlatformNotice.Kind(try row.string("kind")),
                    outcome: Outcome(rawValue: outcome) ?? .notice,
                    isCaseEvent: try row.bool("case"), review: try Self.review(row),
                    closes: try row.strings("closes").map { PlatformNotice.Kind($0) },
                    isProminent: row.has("prominent") ? try row.bool("prominent") : false,
                    endsWith: try Self.states(row),
                    types: try row.strings("types").map(TypePattern.init),
                    senders: Set(try row.strings("senders")),
                    subjects: try row.strings("subjects").map(SubjectPattern.init),
                    texts: try row.strings("texts").map(Phrase.init)))
        }
    }

    private static func review(_ row: TableRow) throws(TableFault) -> Duration? {
        guard row.has("review-hours") else { return nil }
        return .hours(Int64(try row.int("review-hours", in: 1...720)))
    }

    private static func states(_ row: TableRow) throws(TableFault) -> [OrderStatus] {
        var states: [OrderStatus] = []
        for text in try row.strings("ends-with") {
            guard let state = OrderStatus(rawValue: text) else {
                throw row.fault("ends-with", "“\(text)” is no state of an order")
            }
            states.append(state)
        }
        return states
    }

    /// True when some row or the buyers' list knows the platform's type.
    func knows(_ type: String) -> Bool {
        buyerTypes.contains(type) || rows.contains { $0.types.contains { $0.matches(type) } }
    }
}

/// A platform's name of a type, with `*` at either end standing for anything.
struct TypePattern: Sendable {
    private var core: String
    private var isOpenAtStart: Bool
    private var isOpenAtEnd: Bool

    init(_ text: String) {
        isOpenAtStart = text.hasPrefix("*")
        isOpenAtEnd = text.hasSuffix("*") && text.count > 1
        core = text.filter { $0 != "*" }
    }

    func matches(_ type: String) -> Bool {
        switch (isOpenAtStart, isOpenAtEnd) {
        case (false, false): type == core
        case (false, true): type.hasPrefix(core)
        case (true, false): type.hasSuffix(core)
        case (true, true): type.contains(core)
        }
    }
}

/// A phrase of a subject; with `^` in front it must stand at the beginning.
struct SubjectPattern: Sendable {
    var phrase: Phrase
    var isAtStart: Bool
    /// The words as written, for cutting them out of a subject.
    var words: String

    init(_ text: String) {
        isAtStart = text.hasPrefix("^")
        words = isAtStart ? String(text.dropFirst()) : text
        phrase = Phrase(words)
    }

    func matches(_ subject: String, _ folded: WordText) -> Bool {
        guard isAtStart else { return phrase.isIn(folded) }
        return WordFolding.fold(String(subject.prefix(words.count))) == WordFolding.fold(words)
    }
}
