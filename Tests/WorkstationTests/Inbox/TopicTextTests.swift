import Testing

@testable import Workstation

struct TopicTextTests {
    @Test(arguments: [
        ("Shipping inquiry from Amazon customer Dana W.(Order: 305-1)", "Dana W.", "Shipping"),
        ("Frage von Amazon-Kunde Jürgen B. (Bestellung: 305-1)", "Jürgen B.", "Frage"),
        ("Facture de la part du client Amazon Camille R.", "Camille R.", "Facture"),
        ("Amazonのお客様佐藤様からの返品について（注文番号：305-1）", "佐藤", "返品について"),
        ("Where is my package?", "Dana W.", "Where is my package?"),
        ("Inquiry from Amazon customer Dana W.", "Marc T.", "Inquiry from Amazon customer Dana W."),
    ])
    func leavesTheTopicAlone(_ subject: String, _ buyer: String, _ topic: String) {
        #expect(TopicText.topic(of: subject, buyer: buyer) == topic)
    }
}
