/// Counts rows and says the figures that follow from them. Tallies of parts add up to the tally of
/// the whole, medians included, because times are kept and not averages.
package struct FigureTally: Sendable {
    /// Times that ended and times that have not.
    package struct Times: Hashable, Sendable {
        package var ended: [Int64] = []
        package var waiting: [Int64] = []

        package var curve: SurvivalCurve { SurvivalCurve(ended: ended, waiting: waiting) }

        fileprivate mutating func merge(_ other: Times) {
            ended += other.ended
            waiting += other.waiting
        }
    }

    package private(set) var late = LateRate()
    package private(set) var first = Times()
    package private(set) var next = Times()
    var arrivals = 0
    var gross: [Int64] = []
    var net: [Int64] = []
    var firstResolve: [Int64] = []
    var resolves = 0
    var settled = (all: 0, reopened: 0)
    var young = (all: 0, reopened: 0)
    var cycles = (all: 0, oneTouch: 0)
    var replies = (all: 0, help: 0, templated: 0)
    var text = (replies: 0, all: Int64(0), template: Int64(0))
    var discharged = 0
    var ages: [Int64] = []
    var owedTickets: Set<Int64> = []
    var breaches = (raw: 0, net: 0, bornLate: 0, ours: 0)
    var queueShare = 0.0
    var shares = (all: 0, sum: 0.0)
    var ratings = (low: 0, middle: 0, high: 0)
    /// Hours in which the person, or anybody, did something.
    package var activeHours: Set<Int64> = []

    package init() {}

    /// Counts one row; `now` in milliseconds ends what has not ended.
    package mutating func add(_ fact: ReportFact, now: Int64) {
        switch fact.source {
        case .debt: addDebt(fact, now)
        case .turn: addTurn(fact, now)
        case .resolution: addResolution(fact)
        case .resolve: addResolve(fact, now)
        case .reply: addReply(fact)
        case .discharge: discharged += 1
        case .owed:
            ages.append(max(0, (fact.end ?? now) - fact.start))
            owedTickets.insert(fact.ticket)
        case .breach: addBreach(fact)
        case .share:
            shares.all += 1
            shares.sum += Self.part(fact)
        case .rating:
            switch fact.first {
            case ..<3: ratings.low += 1
            case 3: ratings.middle += 1
            default: ratings.high += 1
            }
        }
    }

    private mutating func addDebt(_ fact: ReportFact, _ now: Int64) {
        guard let state = fact.state else { return }
        if state != .void { arrivals += 1 }
        late.count(state, took: (fact.end ?? now) - fact.start)
    }

    private mutating func addTurn(_ fact: ReportFact, _ now: Int64) {
        let time = (fact.end ?? now) - fact.start
        switch (fact.flag, fact.end != nil) {
        case (true, true): first.ended.append(time)
        case (true, false): first.waiting.append(time)
        case (false, true): next.ended.append(time)
        case (false, false): next.waiting.append(time)
        }
    }

    private mutating func addResolution(_ fact: ReportFact) {
        guard let end = fact.end else { return }
        // `item` holds the first resolve: what rests there was not reopened yet.
        let time = max(0, end - fact.start - fact.first)
        gross.append(time)
        net.append(max(0, time - fact.second))
        firstResolve.append(max(0, fact.item - fact.start))
    }

    private mutating func addResolve(_ fact: ReportFact, _ now: Int64) {
        resolves += 1
        let isReopened = fact.end.map { $0 - fact.start <= FigureKind.reopenWindow } ?? false
        if now - fact.start >= FigureKind.reopenWindow {
            settled.all += 1
            if isReopened { settled.reopened += 1 }
        } else {
            young.all += 1
            if isReopened { young.reopened += 1 }
        }
        guard fact.flag else { return }
        cycles.all += 1
        if fact.mark { cycles.oneTouch += 1 }
    }

    private mutating func addReply(_ fact: ReportFact) {
        replies.all += 1
        if fact.mark { replies.help += 1 }
        if fact.flag { replies.templated += 1 }
        guard fact.first > 0 else { return }
        text.replies += 1
        text.all += fact.first
        text.template += min(fact.first, fact.second)
    }

    private mutating func addBreach(_ fact: ReportFact) {
        guard fact.state != .void else { return }
        breaches.raw += 1
        if fact.state != .excused { breaches.net += 1 }
        guard !fact.flag else {
            breaches.bornLate += 1
            return
        }
        breaches.ours += 1
        queueShare += Self.part(fact)
    }

    /// How much of the time between start and due the row's time is.
    private static func part(_ fact: ReportFact) -> Double {
        Double(fact.first) / Double(max(1, (fact.end ?? fact.start) - fact.start))
    }

    /// Adds another tally's cases.
    package mutating func merge(_ other: FigureTally) {
        late += other.late
        first.merge(other.first)
        next.merge(other.next)
        arrivals += other.arrivals
        gross += other.gross
        net += other.net
        firstResolve += other.firstResolve
        resolves += other.resolves
        settled = (settled.all + other.settled.all, settled.reopened + other.settled.reopened)
        young = (young.all + other.young.all, young.reopened + other.young.reopened)
        cycles = (cycles.all + other.cycles.all, cycles.oneTouch + other.cycles.oneTouch)
        replies = (
            replies.all + other.replies.all, replies.help + other.replies.help,
            replies.templated + other.replies.templated
        )
        text = (
            text.replies + other.text.replies, text.all + other.text.all,
            text.template + other.text.template
        )
        discharged += other.discharged
        ages += other.ages
        owedTickets.formUnion(other.owedTickets)
        breaches = (
            breaches.raw + other.breaches.raw, breaches.net + other.breaches.net,
            breaches.bornLate + other.breaches.bornLate, breaches.ours + other.breaches.ours
        )
        queueShare += other.queueShare
        shares = (shares.all + other.shares.all, shares.sum + other.shares.sum)
        ratings = (
            ratings.low + other.ratings.low, ratings.middle + other.ratings.middle,
            ratings.high + other.ratings.high
        )
        activeHours.formUnion(other.activeHours)
    }
}
