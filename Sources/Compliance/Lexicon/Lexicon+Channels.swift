extension Lexicon {
    /// Messengers, networks, codes to scan and ways out of the platform.
    static let channels: [(Concept, String)] = [
        (
            .app,
            """
            whatsapp, whats app, whats-app, what's app, whatsap, watsapp, wasap, wsp, wechat, we chat, we-chat, weixin, wei xin, telegram, viber, kakao,
            kakaotalk, skype, discord, zalo, instagram, insta, facebook, fb, messenger, tiktok, tik tok, snapchat, twitter, threema,
            imessage, facetime, youtube channel, pinterest, wa.me, t.me,
            ワッツアップ, ウィーチャット, テレグラム, カカオトーク, カカオ, スカイプ, インスタグラム, インスタ, フェイスブック, ツイッター, ディスコード, バイバー,
            微信, 微博, 电报群, qq, q q, 抖音, 小红书, 脸书, 旺旺, 陌陌, 企业微信, whatsapp群, wa号
            """
        ),
        (
            .appHomonym,
            """
            line, line id, signal, ins, ig, x, dm, teams, zoom, threads, linked in, linkedin, ライン, らいん, 飞机, 纸飞机, 钉钉, 电报, 企鹅
            """
        ),
        (
            .appSlang,
            """
            v信, 威信, 薇信, 徽信, 维信, 加v, 加我v, vx, wx, wei信, 微x, 扣扣, 企鹅号, qq群, qq号, line号, 卫星号, 加微, 加我微, 绿色软件, 绿泡泡, 友だち追加, 友達追加, lineid, 公式アカウント,
            whatsapp us, whatsapp me, wechat us, wechat me, telegram us, telegram me, tele-gram, viber us, viber me, skype me,
            the usual green app, green chat app
            """
        ),
        (
            .outsideAmazon,
            """
            outside amazon, outside of amazon, off amazon, off-amazon, away from amazon, outside the platform, outside this platform,
            not through amazon, without amazon, outside of this chat, outside this messaging system, ausserhalb von amazon,
            ausserhalb amazons, ausserhalb der plattform, abseits von amazon, nicht uber amazon, an amazon vorbei,
            en dehors d'amazon, hors d'amazon, hors amazon, en dehors de la plateforme, sans passer par amazon,
            fuori da amazon, fuori amazon, al di fuori di amazon, fuori dalla piattaforma, senza passare da amazon,
            fuera de amazon, por fuera de amazon, fuera de la plataforma, sin pasar por amazon,
            amazon以外, amazonの外, アマゾン以外, アマゾンの外, amazonを通さず, amazonを介さず,
            亚马逊外面, 亚马逊以外, 亚马逊之外, 平台外, 平台以外, 平台之外, 不通过亚马逊, 绕开亚马逊, 绕过亚马逊
            """
        ),
        (
            .leaveChannel,
            """
            send us a direct message, send me a direct message, send us a dm, direct message us, message us privately,
            dm us, dm me, send us a pm, slide into our dms, schreiben sie uns eine direktnachricht, per direktnachricht,
            envoyez-nous un message prive, en message prive, scriveteci in privato, ci scriva in privato, in direct,
            envienos un mensaje directo, por mensaje directo, por privado, 站外沟通, 站外联系, 站外聊, 私下联系, 私下沟通, 私下聊,
            私信我, 私信我们, 私聊我, dmでご連絡, dmください, dmをください
            """
        ),
        (
            .qrCode,
            "qr code, qr-code, qr codes, qrcode, codigo qr, codice qr, code qr, qrコード, 二次元コード, 二维码, 小程序码"
        ),
        (
            .scanVerb,
            """
            scan*, einscannen, abscannen, scannez, flash*, inquadr*, scansion*, escane*, lea, leer, leggere, lisez, use, using,
            nutzen, nutzt, utilis*, usi, usare, use el, usar, 読み取*, 読取*, スキャン, 扫, 扫一扫, 扫描, 识别
            """
        ),
        (.leaveChannel, "扫码加, 扫码联系, 扫码进群"),
        (
            .qrExempt,
            """
            return, returns, drop-off, locker, pairing, pair, wi-fi, wifi, barcode, your orders, post office, ups store, retoure,
            rucksend*, rucksendung, packstation, koppeln, kopplung, filiale, paketshop, retour, point relais, appairage, appairer,
            reso, punto di ritiro, abbinamento, associare, devolucion, punto de recogida, emparejar, vincular,
            返品, 返送, ペアリング, 宅配ロッカー, 営業所, 接続, 退货, 退回, 配对, 取件, 自提, 连接
            """
        ),
    ]
}
