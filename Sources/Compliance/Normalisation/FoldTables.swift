/// What folding makes of single scalars (compliance section 4.2). Data, not logic.
enum FoldTables {
    /// Latin letters with marks and the plain letters they are read as.
    static let latin: [Unicode.Scalar: String] = table([
        ("a", "àáâãäåāăąǎ"), ("c", "çćčĉċ"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģɡ"),
        ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"),
        ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšșſ"), ("t", "ţťŧț"),
        ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"),
        ("oe", "œ"), ("th", "þ"),
    ])

    /// Punctuation and symbols that folding unifies.
    static let symbols: [Unicode.Scalar: String] = table([
        ("-", "‐‑‒–—―−﹣ｰ➖"), ("'", "‘’‚‛′`´"), ("\"", "“”„‟″«»"), (",", "，"), (":", "："),
        (";", "；"),
        ("(", "（"), (")", "）"), ("!", "！"), ("?", "？"), ("。", "｡"), ("、", "､"), ("・", "･"),
        ("「", "｢"), ("」", "｣"), ("@", "﹫"), (".", "．․﹒"), ("/", "⁄∕"), ("tel", "℡"), ("no", "№"),
        ("~", "〜～"), ("...", "…"),
    ])

    /// Characters that Unicode calls a form of Latin letters, digits or signs.
    static let forms: [Unicode.Scalar: String] = DataTable.codePoints("same")

    /// Letters that look like a Latin one: what Unicode lists, and what readers of Cyrillic, Greek
    /// and small capitals see.
    static let lookAlikes: [Unicode.Scalar: String] = DataTable.codePoints("alike").merging(
        readAlike
    ) { _, own in own }

    private static let readAlike: [Unicode.Scalar: String] = table([
        ("a", "аαᴀ"), ("b", "вьʙ"), ("c", "сϲᴄ"), ("d", "ԁᴅ"), ("e", "еεёᴇ"), ("g", "ɢ"),
        ("h", "һнʜ"),
        ("i", "іιї"), ("j", "јᴊ"), ("k", "кκᴋ"), ("l", "ӏʟ"), ("m", "мᴍ"), ("n", "пηɴ"),
        ("o", "оοᴏ"),
        ("p", "рρᴘ"), ("q", "ԛ"), ("r", "гʀ"), ("s", "ѕꜱ"), ("t", "тτᴛ"), ("u", "υᴜ"), ("v", "ѵνᴠ"),
        ("w", "ԝѡωᴡ"), ("x", "хχ"), ("y", "уγ"), ("z", "ᴢ"),
    ])

    /// Half-width kana from U+FF66 on, in code point order.
    static let halfWidthKana = Array(
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

    private static func table(_ rows: [(String, String)]) -> [Unicode.Scalar: String] {
        var table: [Unicode.Scalar: String] = [:]
        for (target, sources) in rows {
            for source in sources.unicodeScalars { table[source] = target }
        }
        return table
    }
}
