import HelpDesk

/// Words of the platform's own mails, by the language of the seller's notifications.
struct RelayTemplate {
    var greeting: String
    var start: String
    var end: String
    var question: String
    var resolve: String
    var report: String

    static func words(_ language: String) -> RelayTemplate { all[language] ?? english }

    private static let english = RelayTemplate(
        greeting: "You have received a message.", start: "Message:", end: "End message",
        question: "Was this email helpful?", resolve: "Resolve case",
        report: "Report questionable activity")

    private static let all: [String: RelayTemplate] = [
        "de": RelayTemplate(
            greeting: "Du hast eine Nachricht erhalten.", start: "Nachricht:",
            end: "Ende der Nachricht", question: "War diese E-Mail hilfreich?",
            resolve: "Fall lösen", report: "Verdächtige Aktivität melden"),
        "fr": RelayTemplate(
            greeting: "Vous avez reçu un message.", start: "Message :", end: "Fin du message",
            question: "Cet e-mail vous a-t-il été utile ?", resolve: "Résoudre le cas",
            report: "Signaler une activité suspecte"),
        "it": RelayTemplate(
            greeting: "Hai ricevuto un messaggio.", start: "Messaggio:",
            end: "Fine del messaggio", question: "Questa e-mail ti è stata utile?",
            resolve: "Risolvi il caso", report: "Segnala attività sospetta"),
        "es": RelayTemplate(
            greeting: "Ha recibido un mensaje.", start: "Mensaje:", end: "Finalizar mensaje",
            question: "¿Le ha resultado útil este correo?", resolve: "Resolver caso",
            report: "Informar de actividad sospechosa"),
        "ja": RelayTemplate(
            greeting: "メッセージが届きました。", start: "メッセージ:", end: "メッセージの終了",
            question: "このEメールは役に立ちましたか?", resolve: "ケースを解決する", report: "不審な行為を報告する"),
    ]

    /// The subject as the marketplace writes it.
    static func subject(_ thread: CrowdThread) -> String {
        let name = thread.buyerName
        let order = thread.order?.rawValue
        func form(_ text: String, _ word: String) -> String {
            order.map { "\(text) (\(word)\($0))" } ?? text
        }
        switch thread.marketplace.rawValue {
        case "UK":
            return form("\(thread.topic) enquiry from Amazon customer \(name)".trimmed, "Order: ")
        case "DE": return form("Frage von Amazon-Kunde \(name)", "Bestellung: ")
        case "FR":
            return form(
                "Demande de renseignements de la part du client Amazon \(name)", "Commande : ")
        case "IT": return form("Richiesta da parte del cliente Amazon \(name)", "Ordine: ")
        case "ES": return form("Consulta del cliente de Amazon \(name)", "Pedido: ")
        case "JP":
            let tail = order.map { "(注文: \($0))" } ?? ""
            return "Amazonのカスタマー \(name) 様からご注文に関するお問い合わせ" + tail
        default:
            return form("\(thread.topic) inquiry from Amazon customer \(name)".trimmed, "Order: ")
        }
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
