extension FigureTally {
    /// Figures of what was counted, in their order.
    package func values(_ kinds: [FigureKind]) -> [FigureValue] {
        var sheet = FigureSheet(tally: self)
        return kinds.map { sheet.value($0) }
    }

    /// One figure of what was counted.
    package func value(_ kind: FigureKind) -> FigureValue {
        var sheet = FigureSheet(tally: self)
        return sheet.value(kind)
    }
}

/// Works figures out; what several of them need is sorted once.
private struct FigureSheet {
    let tally: FigureTally
    lazy var first = tally.first.curve
    lazy var next = tally.next.curve
    lazy var gross = Spread(tally.gross)
    lazy var net = Spread(tally.net)
    lazy var ages = Spread(tally.ages)

    init(tally: FigureTally) {
        self.tally = tally
    }

    mutating func value(_ kind: FigureKind) -> FigureValue {
        let late = tally.late
        return switch kind {
        case .lateRate:
            FigureValue(kind, late.rate, n: late.population, interval: late.interval)
        case .replyRate:
            share(kind, late.population - late.late, of: late.population)
        case .overDay: share(kind, late.answeredLate, of: late.population)
        case .noResponse: share(kind, late.unansweredLate, of: late.population)
        case .exposure: count(kind, late.exposure)
        case .excusedLate: count(kind, late.excusedLate)
        case .firstMedian, .firstP90, .firstMean, .firstWithin1, .firstWithin4, .firstWithin12,
            .firstWithin24:
            time(kind, first, ended: tally.first.ended)
        case .nextMedian, .nextP90, .nextMean, .nextWithin24:
            time(kind, next, ended: tally.next.ended)
        case .grossMedian, .grossP90, .grossMean: spread(kind, gross)
        case .netMedian, .netP90: spread(kind, net)
        case .firstResolveMedian: spread(kind, Spread(tally.firstResolve))
        case .reopenRate: share(kind, tally.settled.reopened, of: tally.settled.all)
        case .reopenProvisional: share(kind, tally.young.reopened, of: tally.young.all)
        case .oneTouch: share(kind, tally.cycles.oneTouch, of: tally.cycles.all)
        case .satisfied: share(kind, tally.ratings.high, of: ratingCount)
        case .neutral: share(kind, tally.ratings.middle, of: ratingCount)
        case .dissatisfied: share(kind, tally.ratings.low, of: ratingCount)
        case .owedAgeMedian, .owedAgeP90, .owedAgeHighest: spread(kind, ages)
        default: volume(kind)
        }
    }

    private var ratingCount: Int {
        tally.ratings.low + tally.ratings.middle + tally.ratings.high
    }

    private func volume(_ kind: FigureKind) -> FigureValue {
        switch kind {
        case .arrivals: count(kind, tally.arrivals)
        case .discharged: count(kind, tally.discharged)
        case .replies: count(kind, tally.replies.all)
        case .helpReplies: count(kind, tally.replies.help)
        case .resolves: count(kind, tally.resolves)
        case .activeHours: count(kind, tally.activeHours.count)
        case .dischargedPerHour: perHour(kind, tally.discharged)
        case .repliesPerHour: perHour(kind, tally.replies.all)
        case .resolvesPerHour: perHour(kind, tally.resolves)
        case .templateShare: share(kind, tally.replies.templated, of: tally.replies.all)
        case .textShare:
            FigureValue(
                kind,
                tally.text.all > 0 ? Double(tally.text.template) / Double(tally.text.all) : nil,
                n: tally.text.replies)
        case .owedDebts: count(kind, tally.ages.count)
        case .owedTickets:
            FigureValue(kind, Double(tally.owedTickets.count), n: tally.ages.count)
        case .breachesRaw: count(kind, tally.breaches.raw)
        case .breachesNet: count(kind, tally.breaches.net)
        case .breachesBornLate: count(kind, tally.breaches.bornLate)
        case .breachShare: FigureValue(kind, tally.shares.sum, n: tally.shares.all)
        case .breachQueueShare: FigureValue(kind, tally.queueShare, n: tally.breaches.ours)
        default: FigureValue(kind, nil, n: 0)
        }
    }

    private func count(_ kind: FigureKind, _ count: Int) -> FigureValue {
        FigureValue(kind, Double(count), n: count)
    }

    private func share(_ kind: FigureKind, _ count: Int, of n: Int) -> FigureValue {
        FigureValue(
            kind, n > 0 ? Double(count) / Double(n) : nil, n: n,
            interval: .wilson(count, of: n))
    }

    private func perHour(_ kind: FigureKind, _ count: Int) -> FigureValue {
        let hours = tally.activeHours.count
        return FigureValue(kind, hours > 0 ? Double(count) / Double(hours) : nil, n: count)
    }

    private func spread(_ kind: FigureKind, _ spread: Spread?) -> FigureValue {
        let value: Double? =
            switch kind {
            case .grossMean: spread?.mean
            case .grossP90, .netP90, .owedAgeP90: spread.map { Double($0.p90) }
            case .owedAgeHighest: spread.map { Double($0.highest) }
            default: spread.map { Double($0.median) }
            }
        return FigureValue(kind, value, n: spread?.n ?? 0)
    }

    private func time(
        _ kind: FigureKind, _ curve: SurvivalCurve, ended: [Int64]
    ) -> FigureValue {
        let value: Double? =
            switch kind {
            case .firstMean, .nextMean:
                ended.isEmpty ? nil : ended.reduce(0) { $0 + Double($1) } / Double(ended.count)
            case .firstP90, .nextP90: curve.p90.map(Double.init)
            case .firstWithin1: curve.share(within: 3_600_000)
            case .firstWithin4: curve.share(within: 4 * 3_600_000)
            case .firstWithin12: curve.share(within: 12 * 3_600_000)
            case .firstWithin24, .nextWithin24: curve.share(within: 24 * 3_600_000)
            default: curve.median.map(Double.init)
            }
        // A mean knows nothing of what has not ended, so it is only of what has.
        let isMean = kind == .firstMean || kind == .nextMean
        return FigureValue(
            kind, value, n: isMean ? curve.ended : curve.n, censored: isMean ? 0 : curve.censored)
    }
}
