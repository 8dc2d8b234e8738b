extension Lexicon {
    /// What people are asked to do, and the words that turn it round.
    static let verbs: [(Concept, String)] = [
        (
            .action,
            """
            add, write, writing, message, text, chat, contact, follow, scan, search, find us, join, reach, talk, ping, send, register, subscribe,
            get in touch, look for us, come to, on our, in our, via, hit us up, available on, video call,
            schreib*, kontaktier*, folg*, hinzufug*, fugen sie, adden, erreich*, melden sie sich, suchen sie, kontakt, anschreiben, beitreten, auf unserer, per,
            ecri*, ajout*, contact*, suiv*, rejoin*, cherch*, joignez, joindre, retrouv*, sur notre, inscri*, par,
            scriv*, contatt*, aggiung*, segu*, cerch*, trov*, si unisca, iscri*, sulla nostra, su, tramite,
            escrib*, agreg*, anad*, contact*, siga*, sigue*, busqu*, unase, sumese, hable*, por, en nuestra, en nuestro,
            追加, 登録, フォロー, 連絡, 検索, 送って, 送信, お送り, メッセージ, 参加, 友だち, やり取り, やりとり,
            加, 添加, 搜索, 搜, 关注, 联系, 发到, 发给, 加入, 进群, 聊, 留言, 扫, 私信
            """
        ),
        (
            .identifierWord,
            "id, id:, account, username, user name, nickname, handle, nutzername, benutzername, identifiant, pseudo, utente, usuario, アカウント, 账号, 帐号, 群, 号码, 号"
        ),
        (
            .appFeature,
            """
            show*, support*, compatib*, notification*, display*, works with, certified, portal, sync*, alerts, icon, app store,
            anzeig*, unterstutz*, kompatib*, benachrichtigung*, symbol, zertifiziert, compatib*, affich*, prend en charge, prise en charge,
            mostra*, supporta*, notific*, visualizz*, muestr*, notificacion*, admite, avisos, avis, soporta,
            通知, 対応, 表示, 搭載, 支持, 显示, 提醒, 兼容, 通话功能
            """
        ),
        (
            .negation,
            """
            not, don't, do not, never, no, cannot, can't, without, won't, nicht, kein, keine, keinen, keinesfalls, weder, niemals, ne, n', ni, aucun, aucune, jamais, pas, non, ne', mai,
            nunca, tampoco, jamas, ないで, しないで, できません, ございません, ありません, なさらないで, いたしません, おりません, 不要, 不能, 请勿, 切勿, 别, 不会, 无法, 不可以, 没有, 无需, 不用
            """
        ),
        (
            .contactVerb,
            """
            contact*, write to us, write to me, write us, reach us, reach me, get in touch, talk to us, message us, let us talk, settle this, discuss*, deal with us, speak,
            kontaktier*, schreiben sie, wenden sie sich, melden sie sich, kontakt, klaren, erreichen, sprechen,
            contactez*, ecrivez*, joignez*, adressez*, parler, regler, discuter, echanger,
            ci contatti, contatt*, scriv*, parl*, sentir*, risolv*, pongase en contacto, contact*, escrib*, hablar, hablamos, arregl*,
            連絡, 相談, やり取り, やりとり, お話し, 联系, 沟通, 聊, 谈, 找我
            """
        ),
        (
            .optOut,
            """
            click here to unsubscribe, unsubscribe, opt out of our messages, opt out of these messages, opt-out link, to opt out, remove you from our list, desabonner, se desabonner, vous desabonner, desabonnez-vous,
            desinscrire, vous desinscrire, disiscriv*, cancellarsi dalla lista, annullare l'iscrizione, annulli l'iscrizione, annulla l'iscrizione, darse de baja de, cancelar la suscripcion, date de baja, dese de baja,
            配信停止, 配信を停止, 配信解除, 退订, 取消订阅, newsletter abbestellen, nachrichten abbestellen, vom verteiler
            """
        ),
        (
            .mailingWord,
            "abmelden, abbestellen, austragen, darse de baja, opt out, opt-out, desinscription, cancelar"
        ),
        (
            .messageWord,
            "messages, emails, e-mails, mails, newsletter, newsletters, mailing list, nachrichten, nos messages, mensajes, correos, boletin, messaggi, our list, unserer liste"
        ),
        (.hesitation, "hesit*, zoger*, dud*, esit*, 遠慮, ご遠慮なく, 客气, problem"),
        (
            .buyerSide,
            "your, a private, a personal, ihre, ihren, ihrer, deine, deinen, votre, vos, ton, ta, sua, suo, tua, tuo, su, tu, お客様, ご自身, 您, 你"
        ),
        (
            .subscriptionProgram,
            "subscribe & save, subscribe and save, spar-abo, prevoyez et economisez, iscriviti e risparmia, suscribete y ahorra, 定期おトク便, subscription box, in the app, in der app, amazon music, kindle unlimited, 省钱订购"
        ),
        (
            .requestVerb,
            """
            send me, send us, give me, give us, tell me, tell us, share, provide, leave us, leave me, reply with, let me have, let us have, let us know, what is, may i have, could you give, need,
            nennen sie, geben sie, teilen sie, schicken sie, senden sie, hinterlassen sie, verraten sie, mitteilen, brauchen, benotigen,
            indiquer, indiquez*, donnez*, communiquez*, laissez*, transmettre, transmettez*, envoyez*, fournir,
            mi dia, ci dia, mi indichi, ci indichi, mi mandi, ci mandi, ci lasci, mi lasci, mi comunichi, ci comunichi, fornirci, indicarci,
            faciliteme, facilitenos, indiqueme, indiquenos, deme, denos, dejeme, dejenos, envieme, envienos, digame, diganos, comparta,
            お知らせ, 教えて, ご記入, お教え, 送って, 留一个, 留个, 留下, 告诉我, 发给我, 发我, 提供, 给我, 发一下, 说一下
            """
        ),
    ]
}
