import HelpDesk
import Testing

@testable import ChannelAmazon

/// Who misses a refund asks for it; only who wants none is not about it.
struct ComplaintCategoryTests {
    @Test(arguments: [
        ("Ich habe noch keine Erstattung erhalten.", "de"),
        ("Warum gibt es keine Rückerstattung?", "de"),
        ("Bis heute keine Ersatzlieferung bekommen.", "de"),
        ("Ich habe immer noch nicht mein Geld zurück.", "de"),
        ("Toujours pas de remboursement depuis deux semaines.", "fr"),
        ("Non ho ricevuto ancora nessun rimborso.", "it"),
        ("No quiero esperar más por el reembolso.", "es"),
    ])
    func `a missing refund is about a refund`(_ text: String, _ language: String) throws {
        let judge = CategoryJudge(table: try RelayTables.embedded().categories)
        let judgement = judge.judgement(
            topic: "", text: text, hasOrder: true, language: LanguageCode(language))
        #expect(judgement.rule == .returnRefund)
        #expect(!ShippedCategories.denials(in: text).contains(.returnRefund))
    }

    @Test func `a cancellation that did not come is about one`() {
        let text = "Meine Bestellung wurde immer noch nicht storniert."
        #expect(!ShippedCategories.denials(in: text).contains(.cancelRequest))
    }

    @Test(arguments: [
        "Ich möchte keine Erstattung.", "Eine Erstattung? Nein, ich brauche keine Rückerstattung.",
        "Je ne veux pas de remboursement.", "Non voglio un rimborso.", "No quiero reembolso.",
    ])
    func `who wants none is not about one`(_ text: String) {
        #expect(ShippedCategories.denials(in: text).contains(.returnRefund))
    }
}
