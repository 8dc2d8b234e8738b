import HelpDesk
import Jobs
import Simulator
import SwiftExtensions

/// A mail on its way into a mailbox.
struct PostedMail: Sendable {
    var arrivesAt: Timestamp
    var store: Int
    var bytes: [UInt8]
}

/// What buyers write and when it arrives, from a seed: late, out of order, and twice.
struct MailScript {
    /// What a buyer said, for the proof.
    struct Word: Sendable {
        var store: Int
        var order: OrderID
        var conversation: Int
    }

    private(set) var mails: [PostedMail] = []
    private(set) var words: [String: Word] = [:]
    /// Marks of claims, with the order that each is about.
    private(set) var claims: [String: Word] = [:]
    private(set) var copies = 0
    private var random: SeededRandom
    private let stores: [ScenarioStore]
    private let end: Timestamp

    init(
        _ size: ScenarioSize, stores: [ScenarioStore], orders: OrderScript, from start: Timestamp
    ) {
        random = SeededRandom(seed: size.seed &+ 1)
        self.stores = stores
        end = start + .days(Int64(size.days))
        var number = 0
        while mails.count < size.mails {
            guard let placed = orders.placed.randomElement(using: &random) else { break }
            let earliest = max(start, placed.at + .minutes(10))
            guard earliest + .hours(2) < end else { continue }
            converse(number, placed.store, placed.order.order.id, from: earliest, size.mails)
            number += 1
        }
        mails.sort { ($0.arrivesAt, $0.bytes.count) < ($1.arrivesAt, $1.bytes.count) }
    }

    private mutating func converse(
        _ number: Int, _ store: Int, _ order: OrderID, from earliest: Timestamp, _ limit: Int
    ) {
        let conversation = Conversation(
            number: number, store: store, order: order, name: "Kim \(number)",
            alias: "b\(Marks.mark("A", number).lowercased())", caseID: caseID(number),
            thread: "A\(Marks.mark("T", number))XXXXXXXXXXXXX")
        let letter = Letter(store: stores[store], conversation: conversation)
        let room = (end - earliest).wholeMilliseconds
        var time = earliest + .milliseconds(Int64.random(in: 0..<room, using: &random))
        for _ in 0..<Int.random(in: 1...4, using: &random) where mails.count < limit && time < end {
            write(letter, at: time)
            time = time + .minutes(Int64.random(in: 12...2000, using: &random))
        }
        if Int.random(in: 0..<25, using: &random) == 0, mails.count < limit {
            let mark = Marks.mark("C", claims.count)
            claims[mark] = Word(store: store, order: order, conversation: number)
            post(letter.claim(mark, at: time), store, time)
        }
    }

    private mutating func write(_ letter: Letter, at time: Timestamp) {
        let conversation = letter.conversation
        let mark = Marks.mark("B", words.count)
        words[mark] = Word(
            store: conversation.store, order: conversation.order,
            conversation: conversation.number)
        post(letter.message(mark, at: time), conversation.store, time)
        guard Int.random(in: 0..<12, using: &random) == 0 else { return }
        copies += 1
        let isOther = Bool.random(using: &random)
        post(letter.message(mark, at: time, isCopy: isOther), conversation.store, time)
    }

    /// Most mails come at once; some take hours, so that a later one overtakes them.
    private mutating func post(_ bytes: [UInt8], _ store: Int, _ time: Timestamp) {
        let isLate = Int.random(in: 0..<15, using: &random) == 0
        let delay: Duration =
            isLate
            ? .minutes(Int64.random(in: 10...1200, using: &random))
            : .seconds(Int64.random(in: 1...90, using: &random))
        mails.append(PostedMail(arrivesAt: time + delay, store: store, bytes: bytes))
    }

    private func caseID(_ number: Int) -> String {
        let digits = String(String(1_000_000_000_000 + number).dropFirst())
        return "83cf863f-e92f-442f-a405-\(digits)"
    }
}
