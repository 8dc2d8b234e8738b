import ChannelAmazon
import Channels
import HelpDesk
import SwiftExtensions
import Testing

/// What a message is about, by texts that no table was written for.
struct MeaningTests {
    static func read(
        _ text: String, subject: String = "Inquiry (Order: 305-1111111-2222222)",
        host: String = "marketplace.amazon.com"
    ) throws -> InboundMessage {
        let body =
            "------------- Message: -------------\r\n\r\n\(text)\r\n\r\n------------- End message -------------\r\n"
        let bytes = Fixture.mail(
            from: "Ana <abcd1234efgh56@\(host)>", subject: subject, body: body)
        return try #require(Fixture.reader).read(bytes, context: Fixture.context)
    }

    @Test(arguments: [
        ("My parcel was supposed to be here last week, any news?", "where-is-my-order"),
        ("Ich warte seit zwei Wochen auf meine Bestellung!", "where-is-my-order"),
        ("Toujours rien dans ma boîte aux lettres, le suivi n'avance plus.", "where-is-my-order"),
        ("Il tracking è fermo da lunedì, il pacco non arriva.", "where-is-my-order"),
        ("Llevo esperando el paquete desde el lunes y no llega", "where-is-my-order"),
        ("注文した商品がまだ届いておりません。", "where-is-my-order"),
        ("我的快递到哪里了？", "where-is-my-order"),
        ("Bitte stornieren Sie meine Bestellung, ich habe mich verklickt.", "cancel-request"),
        ("Vorrei annullare l'ordine, grazie", "cancel-request"),
        ("注文をキャンセルしたいです", "cancel-request"),
        ("Ich brauche eine Rechnung mit ausgewiesener MwSt.", "invoice-request"),
        ("Podrían enviarme la factura a nombre de mi empresa?", "invoice-request"),
        ("インボイスの発行をお願いします", "invoice-request"),
        ("The screen is cracked and it won't turn on", "damaged-defective"),
        ("Das Glas kam zerbrochen an", "damaged-defective"),
        ("La batterie ne charge plus, l'appareil est en panne", "damaged-defective"),
        ("El ventilador no funciona, hace un ruido raro", "damaged-defective"),
        ("届いた皿が割れていました", "damaged-defective"),
        ("You sent me the wrong size", "wrong-item"),
        ("Ich habe die falsche Farbe bekommen", "wrong-item"),
        ("Ho ricevuto un articolo diverso da quello ordinato", "wrong-item"),
        ("注文したものと違う商品が届きました", "wrong-item"),
        ("I would like to send it back and get my money back", "return-refund"),
        ("Wie kann ich den Artikel zurückgeben?", "return-refund"),
        ("Wie kann ich den Artikel zurueckgeben?", "return-refund"),
        ("Je souhaite un remboursement", "return-refund"),
        ("Quisiera devolverlo, no me queda bien", "return-refund"),
        ("I moved, can you change the shipping address?", "address-change"),
        (
            "Je me suis trompé d'adresse, pouvez-vous changer l'adresse de livraison ?",
            "address-change"
        ),
        ("配送先の住所を変更できますか", "address-change"),
        ("How do I pair it with my phone?", "product-usage"),
        ("Gibt es eine Bedienungsanleitung auf Deutsch?", "product-usage"),
        ("使い方がわかりません。説明書はありますか", "product-usage"),
        ("Does this fit a 15 inch laptop?", "pre-sale-question"),
        ("Passt das auf einen Balkon mit 4 cm Geländer?", "pre-sale-question"),
        ("Est-ce compatible avec une plaque à induction ?", "pre-sale-question"),
        ("購入を検討していますが、在庫はありますか？", "pre-sale-question"),
        ("Ok.", "other"),
        // What somebody does not want is not what they write about.
        (
            "There is no need to return it, how do I pair it with my phone?", "product-usage"
        ),
        ("I do not want a refund, I want to know where my parcel is.", "where-is-my-order"),
        ("Please don't cancel my order, just change the shipping address.", "address-change"),
        ("Ich will es nicht zurückgeben, ich brauche eine Rechnung.", "invoice-request"),
        ("Je ne veux pas de remboursement, il me faut une facture.", "invoice-request"),
        ("Non voglio il rimborso, vorrei la fattura.", "invoice-request"),
        ("No quiero devolverlo, necesito la factura.", "invoice-request"),
        ("返品は希望しません。領収書の発行をお願いします。", "invoice-request"),
        ("我不想退货，请开发票。", "invoice-request"),
        // Somebody else's refusal is what it is about.
        ("You do not refund me, why?", "return-refund"),
    ]) func `category of a text`(_ text: String, _ category: String) throws {
        #expect(try Self.read(text).category.rawValue == category)
    }

    /// Neither rules nor model hear a return where none is wanted, in a text about nothing else.
    @Test(
        arguments: [
            ("No need to return it.", "en"), ("Ich möchte es nicht zurückschicken.", "de"),
            ("Pas besoin de le renvoyer.", "fr"), ("Non voglio restituirlo.", "it"),
            ("No hace falta devolverlo.", "es"), ("返品は不要です。", "ja"), ("不用退货。", "zh-Hans"),
        ] as [(String, LanguageCode)]) func `what is denied is heard by nobody`(
            _ text: String, _ language: LanguageCode
        ) throws
    {
        let reader = try #require(Fixture.reader)
        let rules = reader.categoryRules(
            topic: "", text: text, hasOrder: true, language: language)
        #expect(rules.rule != .returnRefund)
        #expect(try Self.read(text).category != .returnRefund)
        #expect(try Self.read(text).category != .cancelRequest)
    }

    @Test(arguments: [
        ("Damaged or defective (Order: 305-1111111-2222222)", "hi", "damaged-defective"),
        ("Invoice request from Amazon customer Ana", "hi", "invoice-request"),
        ("Exchange request for order (Order: 305-1111111-2222222)", "hi", "return-refund"),
        ("Package did not arrive (Order: 305-1111111-2222222)", "hello", "where-is-my-order"),
        ("Shipping inquiry from Amazon customer Ana", "Please cancel my order", "cancel-request"),
        ("Shipping inquiry from Amazon customer Ana", "Hello there", "where-is-my-order"),
        (
            "Different from what was ordered (Order: 305-1111111-2222222)", "I want a refund",
            "wrong-item"
        ),
    ]) func `the topic leads unless it is vague`(
        _ subject: String, _ text: String, _ category: String
    ) throws {
        #expect(try Self.read(text, subject: subject).category.rawValue == category)
    }

    @Test(arguments: [
        "Thank you!", "Thanks a lot, have a great day.",
        "Vielen Dank für die schnelle Antwort. LG Petra",
        "Merci beaucoup pour votre aide !", "Grazie mille, gentilissimi",
        "Muchas gracias por todo. Un saludo",
        "ありがとうございました。", "ご丁寧にありがとうございます。無事に届きました。", "谢谢您的帮助！", "好的，谢谢",
        "Perfekt, danke! Paket ist angekommen.",
    ]) func `mere thanks are courtesy`(_ text: String) throws {
        let message = try Self.read(text)
        #expect(message.kind == .courtesy)
        #expect(message.outcome == .message)
    }

    @Test(arguments: [
        "Thanks, but where is my parcel", "Thank you. Is it dishwasher safe?",
        "Thanks for nothing, it is broken.",
        "Danke, aber das ist falsch", "Merci de me rembourser", "Grazie, ma non funziona",
        "Gracias, pero no ha llegado",
        "ありがとうございます。いつ届きますか", "谢谢，但是没收到", "Thank you for your reply, I want to return the item",
        "Hello", "ok", "Thanks, my order number is 305-1111111-2222222",
        "Vielen Dank, bitte um Rückruf",
        "Thanks in advance for sending a replacement",
    ]) func `thanks with a matter are not courtesy`(_ text: String) throws {
        #expect(try Self.read(text).kind == .buyer)
    }

    @Test(arguments: [
        ("Tue, 09 Jun 2026 08:00:00 +0000", "2026-06-09T08:00:00Z", false),
        ("Tue, 09 Jun 2026 17:00:00 +0900", "2026-06-09T08:00:00Z", false),
        ("Fri, 01 Jan 2038 00:00:00 +0000", "2026-07-15T12:00:00Z", false),
        ("nonsense", "2026-07-15T12:00:00Z", true),
        ("Thu, 01 Jan 1970 00:00:00 +0000", "2026-07-15T12:00:00Z", true),
    ]) func `platform time`(_ date: String, _ instant: String, _ isEstimated: Bool) throws {
        let bytes = Array(
            "From: Ana <abcd1234efgh56@marketplace.amazon.de>\r\nDate: \(date)\r\n\r\nhallo".utf8)
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.platformTime == Timestamp(iso8601: instant))
        #expect(message.isTimeEstimated == isEstimated)
    }

    @Test func `the mail server's time serves where the mail has none`() throws {
        var context = Fixture.context
        context.receivedAt = Timestamp(iso8601: "2026-07-01T00:00:00Z")
        let bytes = Array("From: <abcd1234efgh56@marketplace.amazon.de>\r\n\r\nhallo".utf8)
        let message = try #require(Fixture.reader).read(bytes, context: context)
        #expect(message.platformTime == context.receivedAt)
        #expect(message.isTimeEstimated)
    }

    @Test func `a released mail is judged by its alias alone`() throws {
        var context = Fixture.context
        #expect(try Fixture.read("spoof-dmarc.eml").outcome == .quarantined)
        context.isReleased = true
        let message = try Fixture.read("spoof-dmarc.eml", context: context)
        #expect(message.outcome == .message)
        #expect(message.kind == .buyer)
    }

    @Test func `the store's default marketplace is the last evidence`() throws {
        var context = Fixture.context
        context.defaultMarketplace = "JP"
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.com>", subject: "News", body: "News")
        let message = try #require(Fixture.reader).read(bytes, context: context)
        #expect(message.marketplace == "JP")
        #expect(message.marketplaceEvidence == .storeDefault)
    }

    @Test func `a header of the marketplace outweighs the alias and says so`() throws {
        let bytes = Fixture.mail(
            from: "Ana <abcd1234efgh56@marketplace.amazon.de>",
            headers: ["X-Marketplace-ID: APJ6JRA9NG5V4"], body: "ciao")
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.marketplace == "IT")
        #expect(message.marketplaceEvidence == .header)
        #expect(message.warnings.contains(.marketplaceConflict))
    }

    @Test func `a buyer's message without alias is kept and owed`() throws {
        let bytes = Fixture.mail(
            from: "Amazon <no-reply@amazon.de>",
            headers: ["X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT"],
            body:
                "------------- Nachricht: -------------\nhallo\n------- Ende der Nachricht -------\n"
        )
        let message = try #require(Fixture.reader).read(bytes, context: Fixture.context)
        #expect(message.outcome == .unparsed)
        #expect(message.body == "hallo")
        #expect(message.warnings.contains(.aliasMissing))
        #expect(MailParseReport(file: "", message).kind == .buyerMessage)
    }

    @Test func `rules stand in the reference's order`() {
        #expect(
            RelayMailReader.ruleNames == [
                "forged-report", "delivery-report", "refused-by-platform", "own-reply-copy",
                "typed-notice",
                "forgery", "own-mail", "buyer-message", "buyer-without-alias",
                "other-platform-mail", "no-sender", "released", "anything-else",
            ])
    }
}
