import HelpDesk
import SwiftExtensions
import Testing

@Suite struct WordingClusterTests {
    private static let texts: [(String, LanguageCode)] = [
        ("Where is my parcel? It has not arrived.", "en"),
        ("My parcel has not arrived yet, where is it?", "en"),
        ("The lamp flickers when I switch it on.", "en"),
        ("Wo bleibt mein Paket? Es ist noch nicht angekommen.", "de"),
        ("Mein Paket ist noch immer nicht angekommen!", "de"),
        ("まだ荷物が届いていません。", "ja"),
        ("荷物がまだ届いていないのですが。", "ja"),
        ("包裹还没有收到，什么时候能到？", "zh"),
        ("我的包裹还没收到", "zh"),
        ("Où est mon colis ? Il n'est pas arrivé.", "fr"),
        ("Mon colis n'est toujours pas arrivé", "fr"),
        ("¿Dónde está mi paquete? No ha llegado.", "es"),
        ("Mi paquete todavía no ha llegado", "es"),
        ("Dov'è il mio pacco? Non è arrivato.", "it"),
        ("Il mio pacco non è ancora arrivato", "it"),
    ]

    private var texts: [WordingClusters.Text] {
        Self.texts.map { WordingClusters.Text($0.0, language: $0.1) }
    }

    @Test func likeQuestionsStandTogetherInEachLanguage() {
        let groups = WordingClusters.groups(of: texts)
        #expect(
            Set(groups.map { Set($0) }) == [
                [0, 1], [3, 4], [5, 6], [7, 8], [9, 10], [11, 12], [13, 14],
            ])
    }

    @Test func groupsAreTheSameEachTime() {
        #expect(WordingClusters.groups(of: texts) == WordingClusters.groups(of: texts))
    }

    @Test func wordsOfALetterTellNothing() {
        let text = WordingClusters.Text(
            "Hello, thank you very much. Kind regards", language: "en")
        #expect(text.words.isEmpty)
        let german = WordingClusters.Text("Größe und Maße", language: "de")
        #expect(german.words == ["grosse", "masse"])
    }

    @Test func sharedWordsNameAGroup() {
        #expect(Set(WordingClusters.shared([0, 1], of: texts)) == ["parcel", "arrived"])
    }

    @Test func nothingHasNoGroups() {
        #expect(WordingClusters.groups(of: []).isEmpty)
        #expect(
            WordingClusters.groups(of: [WordingClusters.Text("", language: "en")]).isEmpty)
    }
}

@Suite struct BacklogPointTests {
    private let hour: Int64 = 3_600_000

    @Test func theCourseFollowsTheSpans() {
        let spans: [(from: Int64, to: Int64?, start: Int64)] = [
            (0, 10 * hour, 0), (5 * hour, nil, 5 * hour),
            // Owed again after a bounce: its age is from the message.
            (20 * hour, nil, 0),
        ]
        let points = BacklogPoint.course(
            at: [6, 12, 30].map { Timestamp(milliseconds: $0 * hour) }, spans: spans)
        #expect(points.map(\.owed) == [2, 1, 2])
        #expect(points.map { $0.ages?.highest } == [6 * hour, 7 * hour, 30 * hour])
        // After 30 h one waits since the beginning and one for 25 h.
        #expect(points.map(\.late) == [0, 0, 2])
    }

    @Test func bandsAreByTheTimeLeft() {
        let point = BacklogPoint(
            at: Timestamp(seconds: 0), ages: [25, 23, 22, 17, 16, 1].map { $0 * hour })
        #expect((point.late, point.near, point.soon, point.calm) == (1, 1, 2, 2))
    }
}

@Suite struct ReconciliationTests {
    private let from = Timestamp(seconds: 0)
    private let to = Timestamp(seconds: 30 * 86_400)
    private let middle = Timestamp(seconds: 15 * 86_400)

    private func causes(
        _ change: (inout Reconciliation.Message) -> Void, start: Timestamp? = nil
    ) -> [Reconciliation.Cause] {
        let start = start ?? middle
        var message = Reconciliation.Message(
            start: start, state: .answered, dischargedAt: start + .hours(2),
            seenAt: start + .minutes(1), isAnsweredOutside: false, bounces: 0)
        change(&message)
        return Reconciliation.causes(of: message, from: from, to: to, now: to)
    }

    @Test func whatMayBeCountedDifferently() {
        #expect(causes { _ in } == [])
        #expect(causes { $0.seenAt = middle + .hours(2) } == [.fetchedLate])
        #expect(causes { $0.isAnsweredOutside = true } == [.answeredOutside])
        #expect(causes { $0.bounces = 1 } == [.bounced])
        #expect(
            causes { $0.dischargedAt = middle + .hours(24) + .seconds(60) } == [.boundary])
        #expect(causes { $0.dischargedAt = middle + .hours(24) + .seconds(61) } == [])
        #expect(
            causes { message in
                message.state = .excusePending
                message.dischargedAt = nil
            } == [.excuseNotTicked])
        let edge = to - .hours(3)
        #expect(causes({ $0.dischargedAt = edge + .hours(30) }, start: edge) == [.zone])
    }

    @Test func theRestIsUnexplained() {
        let line = Reconciliation(
            amazon: AmazonFigure(store: "nova", day: "2026-03-01", days: 30, lateRate: 0.10),
            desk: LateRate(answered: 100, answeredLate: 5),
            candidates: [
                .init(ticket: TicketID(1), debt: DebtID(1), start: middle, causes: [.bounced])
            ])
        #expect(line.differingMessages == 5)
        #expect(line.unexplained == 4)
    }

    @Test func numbersThatCannotBeAreRefused() {
        #expect(AmazonFigure(store: "n", day: "d", days: 30, lateRate: 0.1).isPlausible)
        #expect(!AmazonFigure(store: "n", day: "d", days: 30).isPlausible)
        #expect(!AmazonFigure(store: "n", day: "d", days: 30, lateRate: 1.1).isPlausible)
        #expect(!AmazonFigure(store: "n", day: "d", days: 0, lateRate: 0.1).isPlausible)
        #expect(!AmazonFigure(store: "n", day: "d", days: 7, lateRate: .nan).isPlausible)
    }
}

@Suite struct TemplateSurvivalTests {
    private let body = "Hello {{buyer.name}},\n\nyour parcel is on its way.\nKind regards"

    @Test func linesThatWereLeftCount() {
        let sent = "Hello Kim,\n\nyour parcel is on its way.\nAll the best"
        // "your parcel is on its way." alone: "Hello" is too short, the end was changed.
        #expect(TemplateSurvival.characters(of: body, in: sent) == 26)
        #expect(
            TemplateSurvival.characters(
                of: body, in: "Hello Kim,\n\nyour parcel is on its way.\nKind regards") == 38)
        #expect(TemplateSurvival.characters(of: body, in: "Something else") == 0)
    }

    @Test func aBodyThatCannotBeReadCountsNothing() {
        #expect(TemplateSurvival.characters(of: "{{", in: "{{") == 0)
    }
}
