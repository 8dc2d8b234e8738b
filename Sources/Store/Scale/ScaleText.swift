import HelpDesk
import Jobs

/// Words for the fixture: a few languages, so that the search index meets every kind of text.
enum ScaleText {
    static func marketplace(of store: StoreID) -> MarketplaceCode {
        switch store {
        case "scale-us": "US"
        case "scale-uk": "UK"
        case "scale-jp": "JP"
        default: "DE"
        }
    }

    static func language(of store: StoreID) -> LanguageCode {
        switch store {
        case "scale-jp": "ja"
        case "scale-eu": "de"
        default: "en"
        }
    }

    static func subject(of store: StoreID) -> String {
        switch store {
        case "scale-jp": "注文についてのお問い合わせ"
        case "scale-eu": "Frage zu meiner Bestellung"
        default: "Question about my order"
        }
    }

    /// `305-0000001-0000001` and so on.
    static func orderNumber(_ number: Int64) -> String {
        let digits = String(number)
        let part = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return "305-\(part)-\(part)"
    }

    private static let english = [
        "The parcel has not arrived yet.", "The lamp flickers when I switch it on.",
        "Could you send an invoice?", "I would like to return one piece.",
        "The colour is not the one in the picture.", "Please cancel the second item.",
    ]
    private static let german = [
        "Das Paket ist noch nicht angekommen.", "Die Lampe flackert beim Einschalten.",
        "Könnten Sie mir eine Rechnung schicken?", "Ich möchte ein Stück zurückgeben.",
        "Die Farbe stimmt nicht mit dem Bild überein.",
    ]
    private static let japanese = [
        "まだ荷物が届いていません。", "電源を入れるとランプがちらつきます。", "領収書を送っていただけますか。",
        "一つ返品したいのですが。", "色が写真と違います。",
    ]

    /// Two to four sentences and the number of the ticket.
    static func body(of store: StoreID, _ number: Int, using random: inout SeededRandom) -> String {
        let sentences =
            switch language(of: store) {
            case "ja": japanese
            case "de": german
            default: english
            }
        var text = ""
        for _ in 0..<Int.random(in: 2...4, using: &random) {
            text += sentences[Int.random(in: 0..<sentences.count, using: &random)] + "\n"
        }
        return text + "Reference R\(number)\n"
    }
}
