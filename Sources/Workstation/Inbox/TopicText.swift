/// A subject without the clause that only says again who writes about which order.
enum TopicText {
    /// What the platform puts before the buyer's name, longer forms first.
    private static let clauses = [
        "inquiry from Amazon customer", "enquiry from Amazon customer",
        "question from Amazon customer", "request from Amazon customer", "from Amazon customer",
        "von Amazon-Kundin", "von Amazon-Kunde", "vom Amazon-Kunden", "von Amazon Kunde",
        "von Amazon.de-Kunde", "de la part du client Amazon", "de la part de la cliente Amazon",
        "du client Amazon", "d'un client Amazon", "da parte del cliente Amazon",
        "dal cliente Amazon", "por parte del cliente de Amazon", "de parte del cliente de Amazon",
        "del cliente de Amazon", "del cliente Amazon", "da un cliente Amazon",
        "de un cliente de Amazon", "van Amazon-klant", "od klienta Amazon", "från Amazon-kund",
        "Amazonのカスタマー", "Amazonのお客様", "Amazonカスタマー",
    ]

    /// The topic alone where a clause names this buyer; any other subject as it is.
    static func topic(of subject: String, buyer: String) -> String {
        guard !buyer.isEmpty, subject.contains(buyer) else { return subject }
        for clause in clauses {
            guard let start = subject.firstRange(of: clause),
                let name = subject[start.upperBound...].firstRange(of: buyer)
            else { continue }
            let before = trimmed(subject[..<start.lowerBound])
            return before.isEmpty ? behind(subject[name.upperBound...]) : before
        }
        return subject
    }

    /// Japanese subjects put the topic behind the name.
    private static func behind(_ rest: Substring) -> String {
        let words = rest.prefix { !"(（".contains($0) }
        guard let suffix = words.firstRange(of: "様から") else { return trimmed(words) }
        let topic = words[suffix.upperBound...]
        return trimmed(topic.first == "の" ? topic.dropFirst() : topic)
    }

    private static func trimmed(_ text: Substring) -> String {
        let edges = " -–—:·,、：（("
        let start = text.drop { edges.contains($0) }
        return String(start.reversed().drop { edges.contains($0) }.reversed())
    }
}
