import HelpDesk
import Store
import SwiftExtensions

/// Questions in like words, as a report shows them.
enum QuestionReport {
    /// How many messages are read: enough to find what is common, few enough for two seconds.
    static let limit = 3_000
    /// How many groups are shown.
    private static let most = 25
    /// How much of an example is shown.
    private static let exampleLength = 120

    static func clusters(
        of questions: [ReadTransaction.Question], week: Timestamp, before: Timestamp
    ) -> [ReportQuestions.Cluster] {
        let texts = questions.map { WordingClusters.Text($0.body, language: $0.language) }
        return WordingClusters.groups(of: texts).prefix(most).map { members in
            // The first member is what the others were compared with.
            let example = questions[members[0]]
            let starts = members.map { questions[$0].start }
            return ReportQuestions.Cluster(
                language: example.language,
                words: Array(WordingClusters.shared(members, of: texts).prefix(6)),
                count: members.count, example: example.message, ticket: example.ticket,
                text: firstWords(of: example.body), asin: commonest(members, questions),
                messages: members.map { questions[$0].message },
                week: starts.count { $0 >= week },
                weekBefore: starts.count { $0 >= before && $0 < week })
        }
    }

    private static func firstWords(of body: String) -> String {
        let words = body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return String(words.prefix(exampleLength))
    }

    private static func commonest(
        _ members: [Int], _ questions: [ReadTransaction.Question]
    ) -> String? {
        var counts: [String: Int] = [:]
        for member in members {
            if let asin = questions[member].asin { counts[asin, default: 0] += 1 }
        }
        return counts.min { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }?.key
    }
}
