/// Words that say little of what a letter is about, beside `WordingStopWords`, which serve every
/// comparison; without accents.
enum SmallWords {
    static let all: Set<String> = Set(
        [english, german, french, italian, spanish].joined(separator: " ")
            .split(whereSeparator: \.isWhitespace).map(String.init))

    private static let english = """
        before after put puts only still want wants wanted need needs needed like know let make made
        way thing things something anything nothing again already even ever never now today
        tomorrow yesterday day days time well sorry good nice new other really since until while
        over under out off use used try tried see look say says said tell come came give take
        hope think right yet hi cheers many few last next first second please each every
        """
    private static let german = """
        jetzt heute morgen gestern noch immer wieder mal doch dann denn weil oder etwas nichts
        alles mehr viel viele sehr gut gerne gern einfach leider schon bereits seit bis uber unter
        beim diese dieser dieses diesen mussen muss soll sollte wurde wurden kommt geht gibt
        machen macht gemacht brauche brauchen tag tage tagen guten gruss grusse liebe lieber hier
        gar gruesse ohne
        """
    private static let french = """
        maintenant hier demain aujourd hui jour jours encore toujours deja rien tout tous toute
        toutes peu beaucoup merci svp sans sous apres avant depuis entre donc comme chez deux
        trois faut dois peux peut veux bonsoir cordialement comment alors lors ici sinon leur
        bonne journee
        """
    private static let italian = """
        ora oggi ieri domani giorno giorni ancora sempre gia niente tutto tutti tutta molto poco
        dopo prima senza sotto sopra tra fra quindi due tre devo posso puo voglio fare fatto
        saluto saluti buonasera buona questo questa questi quello essere hanno sono perche
        """
    private static let spanish = """
        ahora hoy ayer manana dia dias todavia siempre nada todo todos toda mucho poco despues
        antes desde hasta entre sin sobre entonces dos tres debo puedo quiero hacer hecho saludo
        saludos buenas tardes algo solo tambien porque eso esa ese favor tenia
        """
}
