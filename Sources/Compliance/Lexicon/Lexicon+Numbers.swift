extension Lexicon {
    /// Words around numbers and addresses: what they make likely, and what they rule out.
    static let numbersAndPlaces: [(Concept, String)] = [
        (
            .phoneCue,
            """
            call, calling, phone, telephone, dial, tel, mobile, cell, cellphone, hotline, helpline, fax, text me, text us, ring, ring us, reach me, reach us, my number, our number, direct line, my line, extension, sms, whatsapp, wechat, viber, telegram, landline,
            anruf*, anzurufen, ruf an, rufen sie, telefon*, handy, rufnummer, mobil, durchwahl, erreich*, nummer ist, festnetz, durchklingeln, klingeln sie,
            appel*, rappel*, telephon*, portable, joindre, joignable*, au numero, notre ligne, ligne directe, composez,
            chiam*, telefon*, cellulare, numero verde, ci trova al, componga, al numero, recapito telefonico,
            llam*, movil, marqu*, marcar, al numero, linea directa, nos encuentra en el, telef*,
            電話, お電話, 携帯, ケータイ, ダイヤル, ファックス, 連絡先, ショートメール, ご連絡ください, まで連絡, 电话, 手机, 座机, 致电, 拨打, 拨, 打给, 热线, 联系我, 联系方式, 微信, 短信, 打我, 回电, 来电
            """
        ),
        (
            .numberCounterCue,
            """
            serial, serial number, s/n, sn, model, part, part number, lot, batch, order, order number, tracking, tracking number, invoice, vat, item number, ean, upc, isbn, barcode, reference, ref, case id, parcel, tax, registration, code, article, sku, po, claim number, firmware, imei, version,
            seriennummer, seriennr*, modell*, artikelnummer, artikel, charge, chargennummer, bestellung, bestellnummer, sendungsnummer, sendung, rechnung*, ust-id*, ustid*, steuernummer, paketnummer, vorgangsnummer, ersatzteil*, aktenzeichen,
            numero de serie, n° de serie, serie, modele, lot, commande, suivi, numero de suivi, facture, tva, siret, siren, piece, colis, dossier, reference,
            numero di serie, seriale, modello, lotto, ordine, tracciamento, spedizione, fattura, partita iva, p.iva, codice, pezzo, ricambio, pacco, pratica,
            numero de serie, modelo, lote, pedido, seguimiento, envio, factura, nif, cif, iva, pieza, codigo, referencia, expediente, paquete,
            製造番号, シリアル, 型番, 品番, 伝票, 伝票番号, 追跡番号, 問い合わせ番号, 問合せ番号, 注文, 注文番号, 登録番号, 請求書, ロット, 部品番号, 管理番号, 受付番号, 郵便番号,
            序列号, 型号, 单号, 运单, 订单, 订单号, 追踪号, 快递单, 批次, 编号, 税号, 发票, 料号, 条码, 邮编, 物流号, 合计, 总计
            """
        ),
        (
            .carrier,
            """
            ups, fedex, usps, dhl, royal mail, parcelforce, hermes, evri, dpd, gls, yodel, canada post, purolator, deutsche post, colissimo, la poste, chronopost, mondial relay,
            poste italiane, poste, bartolini, brt, sda, correos, seur, mrw, nacex, correos express, ヤマト, ヤマト運輸, クロネコ, 佐川, 佐川急便, 日本郵便, 郵便局, 顺丰, 圆通, 中通, 韵达, 邮政, bosch, samsung, sony, manufacturer, hersteller, fabricant, produttore, fabricante, メーカー, 厂家, maker, maker's
            """
        ),
        (
            .ownSide,
            "me, us, our, my, uns, mich, mir, unser*, meine*, nous, notre, nos, moi, mon, ci, noi, nostr*, mi, mio, mia, nosotros, nuestr*, 弊社, 当店, 当社, 私, 我们, 我"
        ),
        (
            .atWord,
            "(at), [at], {at}, <at>, at, (a), arobase, (arobase), chiocciola, (chiocciola), arroba, (arroba), klammeraffe, (klammeraffe), ät, (ät), [ät], アット, アットマーク, (アット), 艾特, (艾特), 圈a, (@), [@]"
        ),
        (
            .dotWord,
            "(dot), [dot], {dot}, <dot>, dot, d0t, (.), [.], ドット, (ドット), 点, (点), (punkt), [punkt], (punto), (point), [point], [punto]"
        ),
        (.dotWordRomance, "punkt, point, punto"),
        (
            .buyerContactNoun,
            """
            email address, e-mail address, email, e-mail, mail address, phone number, telephone number, mobile number, cell number, whatsapp number, whatsapp, wechat id, wechat, telegram, line id, skype name, private number, private email, contact details,
            e-mail-adresse, emailadresse, mailadresse, telefonnummer, handynummer, mobilnummer, rufnummer, whatsapp-nummer, private nummer,
            adresse e-mail, adresse mail, adresse email, numero de telephone, numero de portable, numero whatsapp, courriel, coordonnees,
            indirizzo e-mail, indirizzo email, numero di telefono, numero di cellulare, numero whatsapp, recapito telefonico,
            correo, correo electronico, numero de telefono, numero de movil, numero de whatsapp, telefono movil, su telefono,
            メールアドレス, 電話番号, 携帯番号, lineのid, line id, 连絡先, ご連絡先, 微信号, 微信, 邮箱, 手机号, 电话, qq号, 联系方式, a number, a phone number, eine telefonnummer, un numero de telephone, un numero di telefono, un telefono
            """
        ),
        (
            .deliveryContext,
            "driver, haulier, courier, delivery crew, delivery day, fahrer, spediteur, spedition, zusteller, livreur, transporteur, livraison, corriere, autista, trasportatore, repartidor, transportista, conductor, 配送, ドライバー, 配達, 司机, 送货, 配送员"
        ),
    ]
}
