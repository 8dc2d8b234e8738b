package import HelpDesk

/// A marketplace as its relay mails show it.
package struct CrowdSite: Sendable, Hashable {
    package var code: MarketplaceCode
    package var marketplaceID: String
    package var aliasDomain: String
    package var sellerCentral: String
    package var footerRegion: String
    package var language: LanguageCode
    var greeting: String
    var startWord: String
    var endWord: String
    var closing: String
    var resolveWord: String
    private var subjectForm: String
    private var questionForm: String

    func subject(_ name: String, _ order: String) -> String {
        subjectForm.replacing("ID", with: order).replacing("NAME", with: name)
    }

    /// What the platform shows for a buyer whose name it does not tell.
    var strangersName: String { language == "ja" ? "お客様" : "Amazon Customer" }

    func questionSubject(_ name: String) -> String { questionForm.replacing("NAME", with: name) }

    /// Nil for a marketplace that the crowd does not play.
    package static func of(_ code: MarketplaceCode) -> CrowdSite? {
        all.first { $0.code == code }
    }

    package static let all: [CrowdSite] = [us, ca, uk, de, fr, it, es, jp]

    private static let us = english(
        "US", "ATVPDKIKX0DER", "com", "US",
        subject: "Shipping inquiry from Amazon customer NAME (Order: ID)",
        question: "Product details inquiry from Amazon customer NAME")
    private static let ca = english(
        "CA", "A2EUQ1WTGCTBG2", "ca", "US",
        subject: "Order delivery inquiry from Amazon customer NAME (Order: ID)",
        question: "Product details inquiry from Amazon customer NAME")
    private static let uk = english(
        "UK", "A1F83G8C2ARO7P", "co.uk", "EU",
        subject: "Shipping enquiry from Amazon customer NAME (Order: ID)",
        question: "Product details enquiry from Amazon customer NAME")

    private static let de = CrowdSite(
        code: "DE", marketplaceID: "A1PA6795UKMFR9", aliasDomain: "marketplace.amazon.de",
        sellerCentral: "sellercentral.amazon.de", footerRegion: "EU", language: "de",
        greeting: "Du hast eine Nachricht erhalten.", startWord: "Nachricht:",
        endWord: "Ende der Nachricht", closing: "War diese E-Mail hilfreich?",
        resolveWord: "Fall lösen",
        subjectForm: "Frage von Amazon-Kunde NAME (Bestellung: ID)",
        questionForm: "Frage von Amazon-Kunde NAME")
    private static let fr = CrowdSite(
        code: "FR", marketplaceID: "A13V1IB3VIYZZH", aliasDomain: "marketplace.amazon.fr",
        sellerCentral: "sellercentral.amazon.fr", footerRegion: "EU", language: "fr",
        greeting: "Vous avez reçu un message.", startWord: "Message :",
        endWord: "Fin du message", closing: "Cet e-mail vous a-t-il été utile ?",
        resolveWord: "Résoudre le problème",
        subjectForm:
            "Demande de renseignements de la part du client Amazon NAME (Commande : ID)",
        questionForm: "Demande de renseignements de la part du client Amazon NAME")
    private static let it = CrowdSite(
        code: "IT", marketplaceID: "APJ6JRA9NG5V4", aliasDomain: "marketplace.amazon.it",
        sellerCentral: "sellercentral.amazon.it", footerRegion: "EU", language: "it",
        greeting: "Hai ricevuto un messaggio.", startWord: "Messaggio:",
        endWord: "Fine del messaggio", closing: "Questa e-mail ti è stata utile?",
        resolveWord: "Risolvi il caso",
        subjectForm: "Richiesta di informazioni dal cliente Amazon NAME (Ordine: ID)",
        questionForm: "Richiesta di informazioni dal cliente Amazon NAME")
    private static let es = CrowdSite(
        code: "ES", marketplaceID: "A1RKKUPIHCS9HS", aliasDomain: "marketplace.amazon.es",
        sellerCentral: "sellercentral.amazon.es", footerRegion: "EU", language: "es",
        greeting: "Has recibido un mensaje.", startWord: "Mensaje:",
        endWord: "Finalizar mensaje", closing: "¿Te ha resultado útil este correo?",
        resolveWord: "Resolver caso",
        subjectForm: "Consulta del cliente de Amazon NAME (Pedido: ID)",
        questionForm: "Consulta del cliente de Amazon NAME")
    private static let jp = CrowdSite(
        code: "JP", marketplaceID: "A1VC38T7YXB528", aliasDomain: "marketplace.amazon.co.jp",
        sellerCentral: "sellercentral.amazon.co.jp", footerRegion: "JP", language: "ja",
        greeting: "メッセージを受信しました。", startWord: "メッセージ:", endWord: "メッセージの終わり",
        closing: "このEメールは役に立ちましたか?", resolveWord: "問題を解決",
        subjectForm: "Amazonのカスタマー NAME 様から配送に関するお問い合わせ(注文: ID)",
        questionForm: "Amazonのカスタマー NAME 様から商品に関するお問い合わせ")

    private static func english(
        _ code: MarketplaceCode, _ id: String, _ suffix: String, _ region: String,
        subject: String, question: String
    ) -> CrowdSite {
        CrowdSite(
            code: code, marketplaceID: id, aliasDomain: "marketplace.amazon.\(suffix)",
            sellerCentral: "sellercentral.amazon.\(suffix)", footerRegion: region,
            language: "en", greeting: "You have received a message.", startWord: "Message:",
            endWord: "End message", closing: "Was this email helpful?",
            resolveWord: "Resolve case", subjectForm: subject, questionForm: question)
    }
}
