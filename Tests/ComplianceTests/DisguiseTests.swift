import Compliance
import HelpDesk
import Testing

/// Contact data in disguise, and honest texts that look like it. Written without looking at the
/// detectors; a new way round the linter gets a line here first.
@Suite struct DisguiseTests {
    @Test(arguments: guilty)
    func findsWhatIsHidden(rule: String, text: String) {
        let findings = Linter.lint(text)
        #expect(findings.contains { $0.rule == rule }, "\(findings)")
    }

    @Test(arguments: honest)
    func leavesHonestTextsAlone(text: String) {
        #expect(Linter.lint(text).filter { $0.severity != .advise }.isEmpty)
    }

    /// Invisible characters, other widths and line wraps change nothing.
    @Test(arguments: guilty)
    func disguisesDoNotHelp(rule: String, text: String) {
        let hidden = text.map { "\($0)\u{200B}" }.joined()
        #expect(Linter.lint(hidden).contains { $0.rule == rule }, "\(hidden)")
        let wide = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard (0x21...0x7E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
                }))
        #expect(Linter.lint(wide).contains { $0.rule == rule }, "\(wide)")
    }

    /// What the desk knows of the order is no telephone number, however it is grouped.
    @Test func knownNumbersAreNoTelephoneNumbers() {
        let text = "Please call it up in the app: 0123 456 789."
        #expect(Linter.lint(text).contains { $0.rule == "CON-02" })
        let context = LintContext(knownTrackingNumbers: ["0123456789"])
        #expect(Linter.lint(text, context: context).isEmpty)
    }

    @Test func templatesMayHaveVariables() {
        let text = "Dear {{buyer.name}}, your order [ORDER ID] is here."
        let findings = Linter.lint(text, context: LintContext(messageKind: .template))
        #expect(findings.map(\.text) == ["[ORDER ID]"])
        #expect(Linter.lint(text).map(\.text) == ["{{buyer.name}}", "[ORDER ID]"])
    }

    private static let guilty: [(String, String)] = [
        ("CON-01", "Write me at jo.service+eu@proton.me and I'll fix it"),
        ("CON-01", "mail: jo [at] shop-nova [dot] com"),
        ("CON-01", "kontakt ÄT nova-home PUNKT de"),
        ("CON-01", "Contact us: nova @ gmail . com"),
        ("CON-01", "请发邮件到 nova#163点com 或 nova艾特163点com"),
        ("CON-01", "support＠nova-home。jp までお送りください"),
        ("CON-01", "n o v a @ g m a i l . c o m"),
        ("CON-01", "nova.hilfe at web dot de"),
        ("CON-01", "scrivi a nova punto aiuto chiocciola libero punto it"),
        ("CON-02", "Ring me on 07700 900123 after six"),
        ("CON-02", "Rufen Sie 0171/3920012 an"),
        ("CON-02", "appelez le 06.39.98.01.45"),
        ("CON-02", "llame al 612345678 por favor"),
        ("CON-02", "Call +1 206-555-0143"),
        ("CON-02", "chiami il 3331234567"),
        ("CON-02", "お電話は０３ー１２３４ー５６７８まで"),
        ("CON-02", "打我电话13800138000"),
        ("CON-02", "手机 138-0013-8000"),
        ("CON-02", "my cell: 206.555.0143"),
        ("CON-02", "+49 (0)30 23125 100"),
        ("CON-02", "dial 1 800 555 0147 for our team"),
        ("CON-02", "❷⓿❻ 555 0143 call me"),
        ("CON-02", "電話：090 1234 5678"),
        ("CON-02", "Telefon: 0049 30 23125100"),
        ("CON-02", "0120-000-000 にお電話ください"),
        ("CON-03", "Please add me on Whats-App"),
        ("CON-03", "message us on facebook messenger"),
        ("CON-03", "加薇信聊"),
        ("CON-03", "加微 信：nova888"),
        ("CON-03", "ＷｅＣｈａｔ id nova_2024"),
        ("CON-03", "Folgen Sie uns auf Instagram @novahome"),
        ("CON-03", "contattaci su telegram"),
        ("CON-03", "ラインで友だち追加してください"),
        ("CON-03", "Find us on TikTok and send a message"),
        ("CON-03", "tele-gram me: nova_help"),
        ("CON-03", "w.h.a.t.s.a.p.p us"),
        ("CON-03", "LINEのIDは nova_home です。追加してください"),
        ("CON-03", "Viber oder WhatsApp geht schneller, schreiben Sie uns dort"),
        ("CON-03", "私信我们 Instagram"),
        ("CON-02", "Ring the bench on nine one seven, 555, oh one four three"),
        ("CON-02", "Durchwahl O3O.23l25.144, bis 16 Uhr"),
        ("CON-02", "To call us, start with 206 555. After that come 01 and then 43."),
        ("CON-02", "Ruf an: nullzweinull sieben neun vier sechs null drei eins"),
        ("CON-02", "Appelez le zéro un, quatre-vingt-dix-neuf, zéro zéro, douze, trente-quatre"),
        ("CON-02", "電話はゼロサンのゴーゴーゴーゴーのゼロイチハチナナまで"),
        ("CON-02", "打给我 壹叁玖 壹贰叁肆 伍陆柒捌"),
        ("CON-03", "add us on wh4ts4pp"),
        ("CON-03", "message me on insta-gram please"),
        ("CON-03", "write to us on tele_gram"),
        ("CON-03", "text us on whaaatsapp"),
        ("CON-03", "Suchen Sie uns in der grünen App mit dem Telefonhörer"),
        ("LNK-01", "siehe nova-home Punkt de Schrägstrich hilfe"),
        ("LNK-01", "lo trova su www . novahome . it"),
        ("LNK-03", "vea bit punto ly barra nova40"),
        ("CON-05", "Let's settle this outside of Amazon, please contact us directly"),
        ("CON-05", "我们可以私下沟通"),
        ("CON-05", "schreiben Sie uns außerhalb der Plattform"),
        ("CON-09", "Just scan the QR-code on the leaflet to get help"),
        ("CON-09", "Scannen Sie den QR-Code auf der Karte"),
        ("CON-09", "请扫描包装里的二维码联系客服"),
        ("LNK-01", "see nova-home.shop/manual"),
        ("LNK-01", "visit www.novahome.com"),
        ("LNK-01", "https://amazon.com.evil.example/login"),
        ("LNK-01", "https://amazon.com@evil.example/"),
        ("LNK-01", "nova-home dot com"),
        ("LNK-01", "hxxps://nova.example/a"),
        ("LNK-01", "Besuchen Sie novahome.de"),
        ("LNK-01", "download from drive.google.com/file/d/1"),
        ("LNK-01", "ｗｗｗ．ｎｏｖａ．ｃｏｍ"),
        ("LNK-01", "nova-home。com をご覧ください"),
        ("LNK-03", "tinyurl.com/abc"),
        ("LNK-03", "click https://bit.ly/3xYz"),
        ("LNK-03", "wa.me/8613800138000"),
        ("LNK-04", "You can unsubscribe from these messages"),
        ("FMT-08", "Hello [Customer Name],"),
        ("FMT-08", "Dear {{buyer.name}}, thanks"),
        ("FMT-08", "Ihre Bestellung XXX-XXXXXXX-XXXXXXX"),
        ("FMT-08", "Estimado [nombre]:"),
    ]

    private static let honest = [
        "Your order 206-1192837-5540098 left with Evri, tracking H00A1B2345678901.",
        "The line on the pan will vanish after a while; our production line checks each one.",
        "Please press [OK] and then [MENU] for 5 seconds.",
        "Bitte den Adapter mit 5V@3A nutzen, 100-240 V, 50/60 Hz.",
        "The watch shows WhatsApp and Telegram messages.",
        "Die Sendungsnummer lautet 00340434161094021518.",
        "The serial number is 2065550143, thank you.",
        "Bitte nennen Sie mir die Seriennummer 0301234567 vom Typenschild.",
        "Votre commande 402-5566778-9900112 est partie le 03/06/2024 avec Colissimo 6A12345678901.",
        "Il suo pacco BRT 012345678901 arriva il 12.05.2024 alle 14:15.",
        "Su pedido 404-2239847-1120934 cuesta 1.234,56 € y pesa 2.5 kg.",
        "伝票番号は4471-2093-8856、〒060-0001の営業所です。",
        "单号 SF1234567890123，订单 112-8873610-2290147，合计 129.00 美元。",
        "序列号是13800138000，谢谢。",
        "Amazon will call you; you find the phone icon in the Amazon app under Help.",
        "The return QR code from Amazon can be shown at the post office.",
        "Open https://www.amazon.de/gp/css/order-history to see it.",
        "Track it at https://www.dhl.de/de/privatkunden.html?piececode=123",
        "I waited.The parcel arrived.Please check it.",
        "Use firmware v2.4.0.1 and the file setup.exe or readme.md.",
        "We cannot contact you outside of Amazon, please answer here.",
        "Bitte senden Sie uns keine Telefonnummer oder E-Mail-Adresse.",
        "Please do not send your phone number or WhatsApp here.",
        "The fishing line is 300 yd / 0.016 in, and the signal light is red.",
        "Measure 120 x 60 x 75 cm, 12 kg; model KU-PCK-38, EAN 4006381333931.",
        "EAN 4 006381 333931 on the box",
        "Our VAT number is GB 123 4567 82 and invoice 2024-000123.",
        "Il codice del pezzo è 27-440-1182.",
        "Te lo enviamos el 12-05-2024 entre las 8:00 y las 14:00.",
        "Koppeln Sie die Lampe per QR-Code mit der App.",
        "Thank you for your e-mail address update in Your Orders.",
        "The charge takes 2-3 hours, 3.000 mAh, 10 W.",
        "Le numéro de suivi est 8L12345678901.",
        "ISBN 978-3-16-148410-0 liegt bei.",
        "Lot 23W 0412 1998, part 555 0143 0001",
        "お問い合わせ番号 1234-5678-9012 をご確認ください。",
        "The refund of $1,234.56 was issued on 2024-05-12 at 10:42.",
        "Please tell me which email from Amazon you mean.",
        "Wir haben 030 Stück auf Lager, Bestellung 302-7719204-5530981.",
        "Sie können den Vertrag bei Amazon Music abmelden.",
        "The tracking number 9400 1118 9956 2301 2345 67 is correct; call it a day.",
        "Ihr Paket liegt bei DHL, Packstation 123.",
        "请不要发微信号给我们，直接回复此消息。",
        "If you are not at home, UPS may leave it with no. 42.",
        "Die Waage misst 5.000 g und 0,1 g genau.",
        "we at Nova dot every i",
        " La caja mide 30 x 20 x 15 y pesa 650 g.",
        "La ref. es 612 345 678 en la factura.",
        "N'hésitez pas à répondre à ce message.",
        "Wi-Fi: scan the code on the router, then pair.",
        "Bitte wählen Sie 2 von 3 Farben: rot, blau, grün.",
        "Turn dial 1 to 3 and hold for 10 s.",
        "Your order 112-1234567-1234567 contains 2 x B0CNV7PAN2.",
        "Le colis 1Z999AA10123456784 sera livré entre 9 h et 13 h.",
    ]
}
