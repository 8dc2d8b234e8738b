/// Words and characters that tell short notes in Han characters apart.
enum HanWords {
    /// Words of trade and courtesy that Japanese writes in kanji alone and Chinese does not use.
    static let japanese = [
        "返品", "未着", "領収書", "不良品", "初期不良", "希望", "至急", "配達", "注文番号", "返金", "宛名", "御中",
        "住所変更", "取消", "届先", "了解", "承知", "動作不良", "再送", "破損", "紛失", "注文", "商品未着",
    ]

    /// Characters that carry Chinese sentences and are rare in Japanese notes.
    static let chinese = Set("的是我你您她们們了吗嗎呢吧这這那哪怎么麼没沒还還就都给給很嘛咱啥".unicodeScalars)
}
