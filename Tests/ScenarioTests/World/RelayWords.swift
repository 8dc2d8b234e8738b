import HelpDesk

/// What the relay of one marketplace writes around a buyer's words.
struct RelayWords: Sendable {
    var code: MarketplaceCode
    var marketplaceID: String
    var domain: String
    var currency: String
    var greeting: String
    var start: String
    var end: String
    /// The subject before the order's number.
    var subject: String
    var question: String
    var answer: String

    static let all: [RelayWords] = [
        RelayWords(
            code: "DE", marketplaceID: "A1PA6795UKMFR9", domain: "amazon.de", currency: "EUR",
            greeting: "Du hast eine Nachricht erhalten.", start: "Nachricht:",
            end: "Ende der Nachricht", subject: "Frage von Amazon-Kunde %@ (Bestellung: %#)",
            question: "Wo bleibt mein Paket? Es sollte gestern kommen.",
            answer: "Guten Tag, Ihr Paket ist unterwegs und kommt morgen an. Viele Grüße"),
        RelayWords(
            code: "US", marketplaceID: "ATVPDKIKX0DER", domain: "amazon.com", currency: "USD",
            greeting: "You have received a message.", start: "Message:", end: "End message",
            subject: "Order delivery inquiry from Amazon customer %@ (Order: %#)",
            question: "Where is my parcel? It should have come yesterday.",
            answer: "Hello, your parcel is on its way and arrives tomorrow. Kind regards"),
        RelayWords(
            code: "FR", marketplaceID: "A13V1IB3VIYZZH", domain: "amazon.fr", currency: "EUR",
            greeting: "Vous avez reçu un message.", start: "Message :", end: "Fin du message",
            subject: "Demande de renseignements de la part du client Amazon %@ (Commande : %#)",
            question: "Où est mon colis ? Il devait arriver hier.",
            answer: "Bonjour, votre colis est en route et arrive demain. Cordialement"),
        RelayWords(
            code: "UK", marketplaceID: "A1F83G8C2ARO7P", domain: "amazon.co.uk", currency: "GBP",
            greeting: "You have received a message.", start: "Message:", end: "End message",
            subject: "Order delivery enquiry from Amazon customer %@ (Order: %#)",
            question: "Where is my parcel? It was due yesterday.",
            answer: "Hello, your parcel is on its way and arrives tomorrow. Kind regards"),
        RelayWords(
            code: "IT", marketplaceID: "APJ6JRA9NG5V4", domain: "amazon.it", currency: "EUR",
            greeting: "Hai ricevuto un messaggio.", start: "Messaggio:",
            end: "Fine del messaggio",
            subject: "Richiesta da parte del cliente Amazon %@ (Ordine: %#)",
            question: "Dov'è il mio pacco? Doveva arrivare ieri.",
            answer: "Buongiorno, il suo pacco è in viaggio e arriva domani. Cordiali saluti"),
        RelayWords(
            code: "ES", marketplaceID: "A1RKKUPIHCS9HS", domain: "amazon.es", currency: "EUR",
            greeting: "Ha recibido un mensaje.", start: "Mensaje:", end: "Finalizar mensaje",
            subject: "Consulta del cliente de Amazon %@ (Pedido: %#)",
            question: "¿Dónde está mi paquete? Debía llegar ayer.",
            answer: "Hola, su paquete está en camino y llega mañana. Un saludo"),
    ]
}
