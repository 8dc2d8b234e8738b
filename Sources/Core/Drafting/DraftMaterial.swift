import HelpDesk
import Store
import SwiftExtensions

/// What a draft is made of, and what its slots are filled with afterwards.
struct DraftMaterial {
    let question: DraftQuestion
    let language: LanguageCode
    private let values: TemplateValues

    private static let mostMessages = 8
    private static let longestMessage = 1500
    /// An engine's letter beyond this is no reply.
    private static let longestDraft = 4000

    init(
        _ ticket: Ticket, _ caller: Principal, _ desk: Desk, _ transaction: ReadTransaction
    ) throws {
        let language: LanguageCode = ticket.language == .undetermined ? "en" : ticket.language
        self.language = language
        let values = try TemplateValues(
            ticket, language: language, caller: caller, desk: desk, transaction)
        self.values = values
        let order = try ticket.order.flatMap {
            try transaction.order($0, store: ticket.store)?.order
        }
        let mask = try Self.mask(ticket, order, caller, transaction)
        let lines = try transaction.messages(of: ticket.id, limit: Self.mostMessages)
            .filter { $0.direction != .note }
            .compactMap { message -> DraftQuestion.Line? in
                guard let body = try transaction.messageContent(message.id)?.body, !body.isBlank
                else { return nil }
                let text = CleanText.clean(String(body.prefix(Self.longestMessage)))
                return DraftQuestion.Line(
                    isBuyer: message.direction == .inbound, text: mask.masked(text))
            }
        question = DraftQuestion(
            conversation: lines, language: language,
            slots: values.values.keys.sorted().filter {
                ReplyTemplate.text(of: $0, values.values, today: values.today, language: language)
                    != nil && values.values[$0]?.isFlag != true
            }.map { "{{\($0)}}" },
            facts: Self.facts(ticket, order))
    }

    private static func mask(
        _ ticket: Ticket, _ order: Order?, _ caller: Principal, _ transaction: ReadTransaction
    ) throws -> DraftMask {
        var known: [(value: String, variable: String)] = []
        if let number = ticket.order { known.append((number.rawValue, "order.id")) }
        for package in order?.packages ?? [] {
            if let number = package.trackingNumber { known.append((number, "shipment.tracking")) }
        }
        var names: [String] = []
        var hidden: [String] = []
        if let name = try ticket.buyer.flatMap({ try transaction.buyerContent($0)?.name }) {
            names.append(name)
        }
        if let number = ticket.order,
            let contact = try transaction.orderContact(number, ticket.store)
        {
            names += [contact.buyerName].compactMap { $0 }
            hidden += [contact.buyerEmail, contact.city, contact.postalCode].compactMap { $0 }
        }
        for name in names.map({ $0.collapsed() }) where !name.isEmpty {
            known.append((name, "buyer.name"))
            known += name.split(separator: " ").map(String.init).filter { $0.utf8.count > 2 }
                .map { ($0, "buyer.name") }
        }
        known += [caller.displayName].filter { !$0.isBlank }.map { ($0, "agent.alias") }
        return DraftMask(known: known, hidden: hidden)
    }

    private static func facts(_ ticket: Ticket, _ order: Order?) -> [String] {
        guard let order else { return ["no order is known."] }
        var facts = ["the order is \(order.status.rawValue)."]
        facts.append(
            order.packages.isEmpty ? "no parcel is known." : "it was given to a carrier.")
        if order.isFulfilledByPlatform { facts.append("the platform ships it.") }
        return facts + ["the question is about: \(ticket.category.rawValue)."]
    }

    /// The engine's text as a person may see it: clean, bounded, its known slots filled. Also what
    /// was filled in, to be compared again before the letter leaves.
    func filled(_ answer: String, at now: Timestamp) throws(DeskError) -> (
        text: String, facts: [FilledFact]
    ) {
        let clean = CleanText.clean(Self.spoken(answer)).trimmed
        guard !clean.isBlank else { throw .draft("empty") }
        guard clean.count <= Self.longestDraft else { throw .draft("too-large") }
        var text = ""
        var facts: [FilledFact] = []
        var rest = clean[...]
        while let open = rest.firstRange(of: "{{") {
            text += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else {
                rest = "{{" + rest
                break
            }
            let name = String(rest[..<close.lowerBound]).trimmed
            rest = rest[close.upperBound...]
            let value = ReplyTemplate.text(
                of: name, values.values, today: values.today, language: language)
            text += value ?? "{{\(name)}}"
            if let value, FilledFact.isFact(name) {
                facts.append(
                    FilledFact(variable: name, text: value, language: language, filledAt: now))
            }
        }
        return (text + rest, facts)
    }

    /// Some models think aloud first.
    private static func spoken(_ answer: String) -> String {
        guard let end = answer.ranges(of: "</think>").last else { return answer }
        return String(answer[end.upperBound...])
    }
}

extension TemplateValue {
    fileprivate var isFlag: Bool { if case .flag = self { true } else { false } }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
