package import HelpDesk

/// What a figure means: how it is worked out, of what, and what is left out.
package enum FigureFormulas {
    /// The formula in the language of `words`. It stands in pieces, since a line holds no more.
    package static func formula(_ kind: FigureKind, _ words: Words) -> String {
        let pieces = answers(kind) ?? times(kind) ?? volume(kind) ?? rest(kind) ?? []
        return pieces.map { words($0) }.joined(
            separator: words.language == .simplifiedChinese ? "" : " ")
    }

    private static func answers(_ kind: FigureKind) -> [Phrase]? {
        switch kind {
        case .lateRate:
            [
                Phrase(
                    "figure.late-rate.formula1",
                    "(answered after more than 24 h + unanswered for more than 24 h) / (debts"),
                Phrase(
                    "figure.late-rate.formula2",
                    "that started in the window, without void and excused ones: answered, or"),
                Phrase(
                    "figure.late-rate.formula3",
                    "unanswered for more than 24 h); younger unanswered ones are exposure,"),
                Phrase("figure.late-rate.formula4", "beside it"),
            ]
        case .replyRate:
            [
                Phrase("figure.reply-rate-24h.formula1", "1 - late rate, of the same debts")
            ]
        case .overDay:
            [
                Phrase(
                    "figure.over-24h.formula1",
                    "answered after more than 24 h / (debts that started in the window, without"),
                Phrase(
                    "figure.over-24h.formula2",
                    "void and excused ones: answered, or unanswered for more than 24 h)"),
            ]
        case .noResponse:
            [
                Phrase(
                    "figure.no-response.formula1",
                    "unanswered for more than 24 h / (debts that started in the window, without"),
                Phrase(
                    "figure.no-response.formula2",
                    "void and excused ones: answered, or unanswered for more than 24 h)"),
            ]
        case .exposure:
            [
                Phrase("figure.exposure.formula1", "unanswered debts younger than 24 h; in no rate")
            ]
        case .excusedLate:
            [
                Phrase(
                    "figure.excused-late.formula1",
                    "debts that started in the window and were excused after more than 24 h;"),
                Phrase("figure.excused-late.formula2", "in no rate, so they are shown here"),
            ]
        case .firstMedian:
            [
                Phrase(
                    "figure.first-response-median.formula1",
                    "time by which half are answered: first human reply - start of the first"),
                Phrase(
                    "figure.first-response-median.formula2",
                    "debt of a cycle; unanswered cycles count as censored at the report's"),
                Phrase("figure.first-response-median.formula3", "instant (Kaplan-Meier)"),
            ]
        case .firstP90:
            [
                Phrase(
                    "figure.first-response-p90.formula1",
                    "time by which nine in ten are answered: first human reply - start of the"),
                Phrase(
                    "figure.first-response-p90.formula2",
                    "first debt of a cycle; unanswered cycles count as censored at the report's"),
                Phrase("figure.first-response-p90.formula3", "instant (Kaplan-Meier)"),
            ]
        case .firstMean:
            [
                Phrase(
                    "figure.first-response-mean.formula1",
                    "mean of the answered alone, shown only beside the median: it knows nothing"),
                Phrase("figure.first-response-mean.formula2", "of those that wait"),
            ]
        case .firstWithin1:
            [
                Phrase(
                    "figure.first-response-within-1h.formula1",
                    "share answered within 1 h: first human reply - start of the first debt of"),
                Phrase(
                    "figure.first-response-within-1h.formula2",
                    "a cycle; unanswered cycles count as censored at the report's instant"),
                Phrase("figure.first-response-within-1h.formula3", "(Kaplan-Meier)"),
            ]
        case .firstWithin4:
            [
                Phrase(
                    "figure.first-response-within-4h.formula1",
                    "share answered within 4 h: first human reply - start of the first debt of"),
                Phrase(
                    "figure.first-response-within-4h.formula2",
                    "a cycle; unanswered cycles count as censored at the report's instant"),
                Phrase("figure.first-response-within-4h.formula3", "(Kaplan-Meier)"),
            ]
        case .firstWithin12:
            [
                Phrase(
                    "figure.first-response-within-12h.formula1",
                    "share answered within 12 h: first human reply - start of the first debt of"),
                Phrase(
                    "figure.first-response-within-12h.formula2",
                    "a cycle; unanswered cycles count as censored at the report's instant"),
                Phrase("figure.first-response-within-12h.formula3", "(Kaplan-Meier)"),
            ]
        case .firstWithin24:
            [
                Phrase(
                    "figure.first-response-within-24h.formula1",
                    "share answered within 24 h: first human reply - start of the first debt of"),
                Phrase(
                    "figure.first-response-within-24h.formula2",
                    "a cycle; unanswered cycles count as censored at the report's instant"),
                Phrase("figure.first-response-within-24h.formula3", "(Kaplan-Meier)"),
            ]
        case .nextMedian:
            [
                Phrase(
                    "figure.next-response-median.formula1",
                    "time by which half are answered: human reply - start of its turn, without"),
                Phrase(
                    "figure.next-response-median.formula2",
                    "first ones; a rest between resolve and the next message is not in it;"),
                Phrase(
                    "figure.next-response-median.formula3",
                    "unanswered turns are censored (Kaplan-Meier)"),
            ]
        default: nil
        }
    }

    private static func times(_ kind: FigureKind) -> [Phrase]? {
        switch kind {
        case .nextP90:
            [
                Phrase(
                    "figure.next-response-p90.formula1",
                    "time by which nine in ten are answered: human reply - start of its turn,"),
                Phrase(
                    "figure.next-response-p90.formula2",
                    "without first ones; a rest between resolve and the next message is not in"),
                Phrase(
                    "figure.next-response-p90.formula3",
                    "it; unanswered turns are censored (Kaplan-Meier)"),
            ]
        case .nextMean:
            [
                Phrase(
                    "figure.next-response-mean.formula1",
                    "mean of the answered alone, shown only beside the median")
            ]
        case .nextWithin24:
            [
                Phrase(
                    "figure.next-response-within-24h.formula1",
                    "share answered within 24 h: human reply - start of its turn, without first"),
                Phrase(
                    "figure.next-response-within-24h.formula2",
                    "ones; a rest between resolve and the next message is not in it; unanswered"),
                Phrase(
                    "figure.next-response-within-24h.formula3",
                    "turns are censored (Kaplan-Meier)"),
            ]
        case .grossMedian:
            [
                Phrase(
                    "figure.resolution-gross-median.formula1",
                    "tickets whose last resolve lies in the window: last resolve - start, less"),
                Phrase("figure.resolution-gross-median.formula2", "rest before counted reopenings"),
            ]
        case .grossP90:
            [
                Phrase(
                    "figure.resolution-gross-p90.formula1",
                    "tickets whose last resolve lies in the window: last resolve - start, less"),
                Phrase("figure.resolution-gross-p90.formula2", "rest before counted reopenings"),
            ]
        case .grossMean:
            [
                Phrase(
                    "figure.resolution-gross-mean.formula1",
                    "tickets whose last resolve lies in the window: last resolve - start, less"),
                Phrase(
                    "figure.resolution-gross-mean.formula2",
                    "rest before counted reopenings; only beside the median"),
            ]
        case .netMedian:
            [
                Phrase(
                    "figure.resolution-net-median.formula1",
                    "tickets whose last resolve lies in the window: last resolve - start, less"),
                Phrase(
                    "figure.resolution-net-median.formula2",
                    "rest before counted reopenings; less time waiting for the buyer (hold is"),
                Phrase("figure.resolution-net-median.formula3", "not taken off)"),
            ]
        case .netP90:
            [
                Phrase(
                    "figure.resolution-net-p90.formula1",
                    "tickets whose last resolve lies in the window: last resolve - start, less"),
                Phrase(
                    "figure.resolution-net-p90.formula2",
                    "rest before counted reopenings; less time waiting for the buyer (hold is"),
                Phrase("figure.resolution-net-p90.formula3", "not taken off)"),
            ]
        case .firstResolveMedian:
            [
                Phrase(
                    "figure.first-resolve-median.formula1",
                    "the same tickets: first resolve - start")
            ]
        case .reopenRate:
            [
                Phrase(
                    "figure.reopen-rate.formula1",
                    "resolves in the window that are at least 14 d old and were reopened"),
                Phrase(
                    "figure.reopen-rate.formula2",
                    "(counted) within 14 d / all such resolves; charged to who resolved"),
            ]
        case .reopenProvisional:
            [
                Phrase(
                    "figure.reopen-rate-provisional.formula1",
                    "the same of resolves younger than 14 d: may still rise")
            ]
        case .oneTouch:
            [
                Phrase(
                    "figure.one-touch.formula1",
                    "resolved cycles with exactly one human reply and no message of the buyer"),
                Phrase("figure.one-touch.formula2", "but thanks within 7 d / resolved cycles"),
            ]
        default: nil
        }
    }

    private static func volume(_ kind: FigureKind) -> [Phrase]? {
        switch kind {
        case .arrivals:
            [
                Phrase(
                    "figure.arrivals.formula1",
                    "debts that started in the window, without void ones")
            ]
        case .discharged:
            [
                Phrase(
                    "figure.discharged.formula1",
                    "debts discharged by a person's reply in the window; an answer from Seller"),
                Phrase("figure.discharged.formula2", "Central has no person"),
            ]
        case .replies:
            [
                Phrase(
                    "figure.replies.formula1",
                    "human replies in the window, those from Seller Central included")
            ]
        case .helpReplies:
            [
                Phrase(
                    "figure.help-replies.formula1",
                    "replies on tickets that their writer never owned")
            ]
        case .resolves:
            [
                Phrase(
                    "figure.resolves.formula1",
                    "resolves in the window, by people and by timers")
            ]
        case .activeHours:
            [
                Phrase(
                    "figure.active-hours.formula1",
                    "clock hours in which the person did something on record; stands for"),
                Phrase(
                    "figure.active-hours.formula2", "staffed hours where there is no shift plan"),
            ]
        case .dischargedPerHour:
            [
                Phrase("figure.discharged-per-hour.formula1", "discharged / active hours")
            ]
        case .repliesPerHour:
            [
                Phrase("figure.replies-per-hour.formula1", "replies / active hours")
            ]
        case .resolvesPerHour:
            [
                Phrase("figure.resolves-per-hour.formula1", "resolves / active hours")
            ]
        case .templateShare:
            [
                Phrase(
                    "figure.template-share.formula1",
                    "human replies made with at least one template / human replies")
            ]
        case .textShare:
            [
                Phrase(
                    "figure.text-share.formula1",
                    "characters of template lines that survive in the sent text / sent"),
                Phrase(
                    "figure.text-share.formula2",
                    "characters; only replies whose text is kept here"),
            ]
        default: nil
        }
    }

    private static func rest(_ kind: FigureKind) -> [Phrase]? {
        switch kind {
        case .owedDebts:
            [
                Phrase(
                    "figure.owed-debts.formula1",
                    "debts owed at the window's end, or now if that is earlier; age from the"),
                Phrase("figure.owed-debts.formula2", "message"),
            ]
        case .owedTickets:
            [
                Phrase(
                    "figure.owed-tickets.formula1",
                    "tickets with a debt owed at the window's end, or now if that is earlier;"),
                Phrase("figure.owed-tickets.formula2", "age from the message"),
            ]
        case .owedAgeMedian:
            [
                Phrase(
                    "figure.owed-age-median.formula1",
                    "age of the debts owed at the window's end, or now if that is earlier; age"),
                Phrase("figure.owed-age-median.formula2", "from the message"),
            ]
        case .owedAgeP90:
            [
                Phrase(
                    "figure.owed-age-p90.formula1",
                    "age of the debts owed at the window's end, or now if that is earlier; age"),
                Phrase("figure.owed-age-p90.formula2", "from the message"),
            ]
        case .owedAgeHighest:
            [
                Phrase(
                    "figure.owed-age-highest.formula1",
                    "age of the debts owed at the window's end, or now if that is earlier; age"),
                Phrase("figure.owed-age-highest.formula2", "from the message"),
            ]
        case .breachesRaw:
            [
                Phrase(
                    "figure.breaches-raw.formula1",
                    "debts whose platform deadline lies in the window and passed without a"),
                Phrase("figure.breaches-raw.formula2", "discharge, without void ones"),
            ]
        case .breachesNet:
            [
                Phrase(
                    "figure.breaches-net.formula1",
                    "debts whose platform deadline lies in the window and passed without a"),
                Phrase(
                    "figure.breaches-net.formula2",
                    "discharge, without void ones; less those excused since"),
            ]
        case .breachesBornLate:
            [
                Phrase(
                    "figure.breaches-born-late.formula1",
                    "debts whose platform deadline lies in the window and passed without a"),
                Phrase(
                    "figure.breaches-born-late.formula2",
                    "discharge, without void ones: those that were late when the desk first saw"),
                Phrase("figure.breaches-born-late.formula3", "them; the channel's"),
            ]
        case .breachShare:
            [
                Phrase(
                    "figure.breach-share.formula1",
                    "sum over breaches of time held between start and due / whole time; born"),
                Phrase("figure.breach-share.formula2", "late ones are nobody's"),
            ]
        case .breachQueueShare:
            [
                Phrase(
                    "figure.breach-queue-share.formula1",
                    "sum over breaches of time without an owner between start and due / whole"),
                Phrase("figure.breach-queue-share.formula2", "time"),
            ]
        case .satisfied:
            [
                Phrase(
                    "figure.satisfied.formula1",
                    "ratings of 4 or 5 / seller ratings given in the window, by the last human"),
                Phrase("figure.satisfied.formula2", "reply before them"),
            ]
        case .neutral:
            [
                Phrase(
                    "figure.neutral.formula1",
                    "ratings of 3 / seller ratings given in the window, by the last human reply"),
                Phrase("figure.neutral.formula2", "before them"),
            ]
        case .dissatisfied:
            [
                Phrase(
                    "figure.dissatisfied.formula1",
                    "ratings of 1 or 2 / seller ratings given in the window, by the last human"),
                Phrase("figure.dissatisfied.formula2", "reply before them"),
            ]
        case .qualityScore:
            [
                Phrase(
                    "figure.quality-score.formula1",
                    "mean of judged answers: accuracy 30, completeness 25, policy 20, language"),
                Phrase(
                    "figure.quality-score.formula2",
                    "15, timeliness 10; broken policy caps at 59; drawn by lot, 5 of each"),
                Phrase("figure.quality-score.formula3", "person and week; no rank below 10"),
            ]
        case .questions:
            [
                Phrase(
                    "figure.questions.formula1",
                    "buyer messages with a debt that started in the window, by category and by"),
                Phrase("figure.questions.formula2", "like words"),
            ]
        case .questionRatio:
            [
                Phrase(
                    "figure.question-ratio.formula1",
                    "count of the window's last 7 d / count of the 7 d before, with the exact"),
                Phrase("figure.question-ratio.formula2", "95 % interval"),
            ]
        default: nil
        }
    }
}
