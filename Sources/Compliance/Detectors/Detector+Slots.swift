import HelpDesk

extension Detector {
    /// FMT-08: a place that somebody forgot to fill in.
    static let unfilledSlots = Detector(name: "unfilled slots") { input, _, meter in
        var scanner = SlotScanner(
            text: input.folded, isTemplate: input.context.messageKind == .template)
        return scanner.scan(meter: &meter).map { slot in
            Hit(
                .unfilled, input.folded.origin(of: slot),
                suggestion: known(input.folded.string(slot), input.context))
        }
    }
}

extension Detector {
    /// What the desk knows may stand in a slot: the order's number.
    fileprivate static func known(_ slot: String, _ context: LintContext) -> String? {
        let isOrder = orderSlots.contains { slot.contains($0) }
        return isOrder ? context.orderID?.rawValue : nil
    }

    private static let orderSlots = [
        "order", "bestell", "commande", "ordine", "pedido", "注文", "订单", "xxx-xxxxxxx-xxxxxxx",
    ]
}

private struct SlotScanner {
    let text: NormalizedText
    /// A template's own variables are what makes it one.
    let isTemplate: Bool

    private static let longestSlot = 80

    mutating func scan(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            meter.count()
            if let slot = slot(at: index, meter: &meter) {
                found.append(slot)
                index = slot.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func slot(at index: Int, meter: inout StepMeter) -> Range<Int>? {
        switch text[index] {
        case "{":
            guard text.scalar(at: index + 1) == "{" else {
                return isTemplate ? nil : named(index, "}", meter: &meter)
            }
            guard let end = closing("}", from: index + 2, meter: &meter) else { return nil }
            let upper = text.scalar(at: end + 1) == "}" ? end + 2 : end + 1
            return isTemplate ? nil : index..<upper
        case "[": return named(index, "]", meter: &meter)
        case "<": return named(index, ">", meter: &meter)
        case "【": return named(index, "】", meter: &meter)
        case "〈": return named(index, "〉", meter: &meter)
        case "%": return betweenPercents(index, meter: &meter)
        case "m", "d", "y", "t", "j", "g": return dateForm(index, meter: &meter)
        case "x": return crossedOut(index, meter: &meter)
        case "_": return blankLine(index, meter: &meter)
        case "○", "〇", "◯": return blankDate(index)
        case "l": return literal("lorem ipsum", at: index)
        default: return nil
        }
    }

    private func closing(_ scalar: Unicode.Scalar, from start: Int, meter: inout StepMeter) -> Int?
    {
        var index = start
        while index < text.count, index - start < Self.longestSlot, text[index] != "\n" {
            meter.count()
            if text[index] == scalar { return index }
            index += 1
        }
        return nil
    }

    private func named(
        _ start: Int, _ closing: Unicode.Scalar, meter: inout StepMeter
    ) -> Range<Int>? {
        guard let end = self.closing(closing, from: start + 1, meter: &meter), end > start + 1,
            end - start < 40
        else { return nil }
        // "【注文番号】503-…" is a heading of what follows.
        if closing == "】", text.scalar(at: end + 1)?.isASCIIDigit == true { return nil }
        let name = text.string(start + 1..<end)
        let isSlot = Self.names.contains { stem in
            stem.utf8.first.map { $0 < 128 } == true
                ? name.split { !$0.isLetter }.contains { $0.hasPrefix(stem) } : name.contains(stem)
        }
        return isSlot || name.allSatisfy { $0 == "x" || $0 == "." } ? start..<end + 1 : nil
    }

    /// `XX.XX.XXXX` and `XXX-XXXXXXX-XXXXXXX`.
    private func crossedOut(_ start: Int, meter: inout StepMeter) -> Range<Int>? {
        if start > 0, text[start - 1].isASCIIAlphanumeric || text[start - 1] == "x" { return nil }
        var end = start
        var crosses = 0
        var groups = 1
        while end < text.count, end - start < 24 {
            meter.count()
            if text[end] == "x" {
                crosses += 1
            } else if Self.betweenCrosses.contains(text[end]), text.scalar(at: end + 1) == "x" {
                groups += 1
            } else {
                break
            }
            end += 1
        }
        if let next = text.scalar(at: end), next.isASCIIAlphanumeric { return nil }
        return crosses >= 4 && (groups >= 2 || crosses >= 5) ? start..<end : nil
    }

    private static let betweenCrosses = Set(".,-/年月".unicodeScalars)

    /// `__.__.____` and `____`, unless it draws a line across the letter.
    private func blankLine(_ start: Int, meter: inout StepMeter) -> Range<Int>? {
        if start > 0, text[start - 1].isASCIIAlphanumeric || text[start - 1] == "_" { return nil }
        var end = start
        var blanks = 0
        while let scalar = text.scalar(at: end),
            scalar == "_" || (".,-/".unicodeScalars.contains(scalar) && text[end - 1] == "_")
        {
            meter.count()
            if scalar == "_" { blanks += 1 }
            end += 1
        }
        while end > start, text[end - 1] != "_" { end -= 1 }
        let isInWord = text.scalar(at: end)?.isASCIIAlphanumeric == true
        let isAlone =
            (start == 0 || text[start - 1] == "\n") && (text.scalar(at: end) ?? "\n") == "\n"
        return blanks >= 4 && end - start <= Self.longestBlank && !isInWord && !isAlone
            ? start..<end : nil
    }

    private static let longestBlank = 30

    /// `%FIRST_NAME%`; "100 % of it, 20 %" is none.
    private func betweenPercents(_ start: Int, meter: inout StepMeter) -> Range<Int>? {
        var end = start + 1
        while end < text.count, end - start < 30, text[end].isASCIILetter || text[end] == "_" {
            meter.count()
            end += 1
        }
        return end - start > 3 && text.scalar(at: end) == "%" ? start..<end + 1 : nil
    }

    /// Words behind which a form of dates is asked for, not left unfilled.
    private static let formWords = [
        " as ", " als ", "format ", "formato ", "form ", "forme ", "forma ", ": ", " come ",
        " como ",
        "\"",
    ]

    /// `MM/DD/YYYY`, `TT.MM.JJJJ`: three groups of one letter each.
    private func dateForm(_ start: Int, meter: inout StepMeter) -> Range<Int>? {
        if start > 0, text[start - 1].isASCIIAlphanumeric || text[start - 1] == "." { return nil }
        let before = text.string(max(0, start - 12)..<start)
        if Self.formWords.contains(where: { before.hasSuffix($0) }) { return nil }
        var end = start
        var groups = 0
        while end < text.count, "mdytjga".unicodeScalars.contains(text[end]) {
            let letter = text[end]
            let first = end
            while end < text.count, end - first < 5, text[end] == letter { end += 1 }
            meter.count(end - first)
            guard (2...4).contains(end - first) else { return nil }
            groups += 1
            guard let sign = text.scalar(at: end), "./-".unicodeScalars.contains(sign) else {
                break
            }
            guard groups < 3 else { break }
            end += 1
        }
        guard groups == 3, text.scalar(at: end)?.isASCIIAlphanumeric != true else { return nil }
        return start..<end
    }

    private func blankDate(_ start: Int) -> Range<Int>? {
        guard let unit = text.scalar(at: start + 1), "月日年時円様".unicodeScalars.contains(unit) else {
            return nil
        }
        if text.scalar(at: start + 2) == text[start], text.scalar(at: start + 3) == "日" {
            return start..<start + 4
        }
        return text[start] == "〇" ? nil : start..<start + 2
    }

    private func literal(_ word: String, at start: Int) -> Range<Int>? {
        let scalars = Array(word.unicodeScalars)
        guard start + scalars.count <= text.count else { return nil }
        for (offset, scalar) in scalars.enumerated() where text[start + offset] != scalar {
            return nil
        }
        return start..<start + scalars.count
    }

    /// Stems of what people leave between brackets, in the languages of the desk.
    private static let names = [
        "name", "first", "customer", "buyer", "kunde", "client", "date", "datum", "data", "fecha",
        "nom", "nome", "nombre", "order", "bestell", "commande", "ordine", "pedido", "tracking",
        "sendung", "suivi", "amount", "betrag", "montant", "importo", "importe", "link", "product",
        "produkt", "produit", "prodotto", "producto", "agent", "address", "adresse", "insert",
        "einfugen", "carrier", "tbd", "xx", "xxx", "number", "nummer", "numero", "cliente", "sku",
        "氏名", "お客様", "日付", "注文", "追跡", "商品名", "担当者", "姓名", "日期", "订单", "单号", "金额", "客户", "客服", "填写",
        "产品", "名字", "物流", "お名前", "名前", "ご住所", "お届け日", "称呼", "客户名", "运单", "nachname", "vorname",
        "surname",
        "lastname", "apellido", "cognome", "prenom", "anrede", "shopname", "uhrzeit", "heure",
        "preis", "prix", "prezzo", "precio", "price", "articulo", "articolo",
    ]
}
