/// Function words, greetings and words of trade that short buyer messages are made of, lower case,
/// without accents. A word may stand for several languages; it then weighs less for each.
enum ShortTextWords {
    static let byLanguage: [(code: String, words: String)] = [
        (
            "en",
            """
            the and is are was were have has had not my your you i it this that of to in for with on at be can could \
            would when where what why how please thanks thank hello hi hey dear regards sorry yes no any been there \
            will do does did don't doesn't didn't haven't hasn't can't i'm it's its but if from we they got get order ordered package parcel \
            arrived arrive delivered delivery received receive refund return broken wrong item still waiting send sent back good morning \
            need want which does work working works invoice cancel much just very so me am
            """
        ),
        (
            "de",
            """
            der die das und ist sind war ich sie wir ihr ihre ihren mein meine meinen nicht kein keine ein eine einen mit \
            von zu auf fur wann wo warum wie was bitte danke vielen dank hallo guten tag morgen abend liebe lieber sehr geehrte geehrter \
            geehrten damen herren grusse grussen freundlichen gruss mfg habe hat haben noch schon aber wenn bei bestellung bestellt \
            paket lieferung geliefert angekommen erhalten rechnung zuruck ruckgabe kaputt defekt falsch artikel ware es mir mich dem \
            den im am kann konnen wie lange passt brauche mochte wurde wird werden leider immer nur auch oder ja nein nach wieder geht uber um bis seit
            """
        ),
        (
            "fr",
            """
            le la les un une des et est sont je vous nous mon ma mes votre vos ne pas plus que qui quand ou pourquoi comment \
            bonjour bonsoir merci s'il svp cordialement salut avec pour dans sur de du au aux ce cette ces c'est j'ai n'ai n'est \
            avez ai a ete recu recois commande colis livraison livre facture rembourser remboursement retour retourner casse abime produit article \
            toujours encore mais si par il elle on me suis avoir etre merci beaucoup d'avance madame monsieur quel quelle faire puis peut \
            pouvez qu'il d'une d'un l'article l'ai arrive rien tout tres bien voudrais savoir possible besoin quel envoyer
            """
        ),
        (
            "it",
            """
            il lo la gli le un una uno e sono ho ha hai abbiamo non mi mio mia miei vostro vostra di del della dei delle \
            da con per che chi quando dove perche come buongiorno buonasera salve ciao grazie mille cordiali saluti gentile gentili per favore \
            questo questa ordine pacco spedizione consegna consegnato arrivato ricevuto fattura rimborso reso restituire rotto difettoso articolo prodotto \
            ancora ma se nel nella sul al alla anche piu sempre solo molto si vorrei posso potete essere stato stata avete sto \
            c'e e' dell'ordine l'articolo l'ordine quanto quale attesa arriva arrivera arrivano vorrei volevo sapere possibile dov'e fatto
            """
        ),
        (
            "es",
            """
            el la los las un una unos y es son soy he ha han hemos no mi mis me su sus de del con para por que cuando donde \
            como porque hola buenos buenas dias tardes noches gracias muchas saludos cordial estimado estimados favor esto este esta \
            pedido paquete envio entrega entregado llegado llegar llega recibido factura reembolso devolucion devolver roto defectuoso articulo producto \
            todavia aun pero si en al lo le se ya mas muy bien solo quiero quisiera puedo pueden podria tengo tiene tienen estoy \
            hace desde sido cual cuanto usted ustedes nada llegara quisiera saber posible necesito mando compre
            """
        ),
        (
            "pt",
            """
            o a os as um uma e sao eu voce voces nao meu minha seu sua de do da dos das com para por que quando onde como \
            ola bom boa dia tarde noite obrigado obrigada atenciosamente favor isso isto este esta pedido encomenda pacote entrega entregue chegou \
            recebi nota fiscal reembolso devolucao devolver quebrado defeito produto ainda mas se no na em ao muito bem tenho tem foi \
            estou esta gostaria preciso posso qual quanto ate ja mais so
            """
        ),
        (
            "nl",
            """
            de het een en is zijn ik u wij je jij mijn uw niet geen met van naar op voor wanneer waar waarom hoe wat alstublieft \
            aub bedankt dank hallo beste goedemorgen goedendag groet groeten vriendelijke heb heeft hebben nog maar als bij bestelling besteld pakket \
            levering geleverd ontvangen factuur terug retour kapot defect verkeerd artikel product kan kunnen wordt werd graag ook of ja nee om te dat dit deze er
            """
        ),
        (
            "pl",
            """
            i w na z do nie jest sa to sie ze jak kiedy gdzie dlaczego czy prosze dziekuje dzien dobry witam pozdrawiam mam mam \
            zamowienie zamowienia paczka przesylka dostawa otrzymalem otrzymalam faktura zwrot uszkodzony produkt jeszcze ale za od moje moja chcialbym mozna
            """
        ),
        (
            "sv",
            """
            och att det som en ett jag du vi ni min mitt inte har hade med av pa for till nar var varfor hur vad hej tack snalla \
            vanliga halsningar bestallning order paket leverans fatt faktura retur trasig fel vara fortfarande men om fran kan skulle vill
            """
        ),
        (
            "tr",
            """
            ve bir bu icin ne zaman nerede nasil neden lutfen tesekkurler tesekkur ederim merhaba iyi gunler siparis siparisim kargo \
            teslim urun fatura iade bozuk hala ama degil var yok ben benim size saygilarimla gelmedi
            """
        ),
    ]

    /// Letters that few of these languages use.
    static let tellingLetters: [(letters: String, codes: [String])] = [
        ("ß", ["de"]), ("äöü", ["de", "sv", "tr"]), ("ñ¿¡", ["es"]), ("ãõ", ["pt"]),
        ("çœêèàùû", ["fr"]), ("òì", ["it"]), ("łąęśżźń", ["pl"]), ("å", ["sv"]), ("ğşı", ["tr"]),
    ]
}
