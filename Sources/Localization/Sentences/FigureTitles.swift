package import HelpDesk

/// What a figure is called, short enough for the head of a column.
package enum FigureTitles {
    package static func title(_ kind: FigureKind) -> Phrase {
        answers(kind) ?? times(kind) ?? volume(kind) ?? rest(kind)
            ?? Phrase("figure.unnamed", "{kind}", ["kind": kind.rawValue])
    }

    private static func answers(_ kind: FigureKind) -> Phrase? {
        switch kind {
        case .lateRate:
            Phrase("figure.late-rate", "late")
        case .replyRate:
            Phrase("figure.reply-rate-24h", "in 24 h")
        case .overDay:
            Phrase("figure.over-24h", "over 24 h")
        case .noResponse:
            Phrase("figure.no-response", "no answer")
        case .exposure:
            Phrase("figure.exposure", "exposure")
        case .excusedLate:
            Phrase("figure.excused-late", "excused when late")
        case .firstMedian:
            Phrase("figure.first-response-median", "first, median")
        case .firstP90:
            Phrase("figure.first-response-p90", "first, p90")
        case .firstMean:
            Phrase("figure.first-response-mean", "first, mean of answered")
        case .firstWithin1:
            Phrase("figure.first-response-within-1h", "first in 1 h")
        case .firstWithin4:
            Phrase("figure.first-response-within-4h", "first in 4 h")
        case .firstWithin12:
            Phrase("figure.first-response-within-12h", "first in 12 h")
        case .firstWithin24:
            Phrase("figure.first-response-within-24h", "first in 24 h")
        case .nextMedian:
            Phrase("figure.next-response-median", "next, median")
        default: nil
        }
    }

    private static func times(_ kind: FigureKind) -> Phrase? {
        switch kind {
        case .nextP90:
            Phrase("figure.next-response-p90", "next, p90")
        case .nextMean:
            Phrase("figure.next-response-mean", "next, mean of answered")
        case .nextWithin24:
            Phrase("figure.next-response-within-24h", "next in 24 h")
        case .grossMedian:
            Phrase("figure.resolution-gross-median", "resolution, median")
        case .grossP90:
            Phrase("figure.resolution-gross-p90", "resolution, p90")
        case .grossMean:
            Phrase("figure.resolution-gross-mean", "resolution, mean")
        case .netMedian:
            Phrase("figure.resolution-net-median", "net resolution, median")
        case .netP90:
            Phrase("figure.resolution-net-p90", "net resolution, p90")
        case .firstResolveMedian:
            Phrase("figure.first-resolve-median", "first resolve, median")
        case .reopenRate:
            Phrase("figure.reopen-rate", "reopened")
        case .reopenProvisional:
            Phrase("figure.reopen-rate-provisional", "reopened so far")
        case .oneTouch:
            Phrase("figure.one-touch", "one touch")
        default: nil
        }
    }

    private static func volume(_ kind: FigureKind) -> Phrase? {
        switch kind {
        case .arrivals:
            Phrase("figure.arrivals", "arrivals")
        case .discharged:
            Phrase("figure.discharged", "discharged")
        case .replies:
            Phrase("figure.replies", "replies")
        case .helpReplies:
            Phrase("figure.help-replies", "help")
        case .resolves:
            Phrase("figure.resolves", "resolves")
        case .activeHours:
            Phrase("figure.active-hours", "active hours")
        case .dischargedPerHour:
            Phrase("figure.discharged-per-hour", "discharged / h")
        case .repliesPerHour:
            Phrase("figure.replies-per-hour", "replies / h")
        case .resolvesPerHour:
            Phrase("figure.resolves-per-hour", "resolves / h")
        case .templateShare:
            Phrase("figure.template-share", "with template")
        case .textShare:
            Phrase("figure.text-share", "template text")
        default: nil
        }
    }

    private static func rest(_ kind: FigureKind) -> Phrase? {
        switch kind {
        case .owedDebts:
            Phrase("figure.owed-debts", "owed")
        case .owedTickets:
            Phrase("figure.owed-tickets", "owed tickets")
        case .owedAgeMedian:
            Phrase("figure.owed-age-median", "age, median")
        case .owedAgeP90:
            Phrase("figure.owed-age-p90", "age, p90")
        case .owedAgeHighest:
            Phrase("figure.owed-age-highest", "age, highest")
        case .breachesRaw:
            Phrase("figure.breaches-raw", "breaches")
        case .breachesNet:
            Phrase("figure.breaches-net", "net breaches")
        case .breachesBornLate:
            Phrase("figure.breaches-born-late", "born late")
        case .breachShare:
            Phrase("figure.breach-share", "share of breaches")
        case .breachQueueShare:
            Phrase("figure.breach-queue-share", "queue's share")
        case .satisfied:
            Phrase("figure.satisfied", "4-5 stars")
        case .neutral:
            Phrase("figure.neutral", "3 stars")
        case .dissatisfied:
            Phrase("figure.dissatisfied", "1-2 stars")
        case .qualityScore:
            Phrase("figure.quality-score", "quality")
        case .questions:
            Phrase("figure.questions", "questions")
        case .questionRatio:
            Phrase("figure.question-ratio", "week on week")
        default: nil
        }
    }
}
