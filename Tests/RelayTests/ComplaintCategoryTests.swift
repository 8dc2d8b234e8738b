import HelpDesk
import Testing

@testable import ChannelAmazon

/// Who misses a refund asks for it; only who wants none is not about it.
struct ComplaintCategoryTests {
    @Test(arguments: [
        "Ich habe noch keine Erstattung erhalten.",
        "Warum gibt es keine Rückerstattung?",
        "Bis heute keine Ersatzlieferung bekommen.",
        "Ich habe immer noch nicht mein Geld zurück.",
        "Toujours pas de remboursement depuis deux semaines.",
        "Non ho ricevuto ancora nessun rimborso.",
        "No quiero esperar más por el reembolso.",
    ])
    func `a missing refund is not denied`(_ text: String) {
        #expect(!ShippedCategories.denials(in: text).contains(.returnRefund))
    }

    @Test func `a cancellation that did not come is not denied`() {
        let text = "Meine Bestellung wurde immer noch nicht storniert."
        #expect(!ShippedCategories.denials(in: text).contains(.cancelRequest))
    }

    @Test(arguments: [
        "Ich möchte keine Erstattung.", "Eine Erstattung? Nein, ich brauche keine Rückerstattung.",
        "Je ne veux pas de remboursement.", "Non voglio un rimborso.", "No quiero reembolso.",
    ])
    func `who wants none denies it`(_ text: String) {
        #expect(ShippedCategories.denials(in: text).contains(.returnRefund))
    }
}
