/// What is known of hosts: data of the link and mailbox detectors.
enum Hosts {
    /// Last labels that make a bare name a domain (compliance section 4.4).
    static let zones: Set<String> = [
        "com", "net", "org", "info", "biz", "shop", "store", "online", "site", "app", "top", "vip",
        "xyz", "link", "club", "example", "test", "tv", "io", "co", "ai", "me", "cc", "ly", "gl",
        "gd", "ee", "us", "ca", "uk", "de", "fr", "it", "es", "jp", "cn", "hk", "tw", "eu", "at",
        "ch", "be", "nl", "pt", "se", "pl", "ie", "dk", "mx", "in", "kr", "ru", "gy", "help",
        "support", "live", "website", "space", "tech", "pro", "page", "dev", "email", "world",
        "life", "cloud", "to",
    ]

    /// Zones that are also common words: a name of two labels needs a path or `www` with them.
    static let wordZones: Set<String> = [
        "in", "me", "it", "is", "at", "be", "us", "to", "so", "no", "ai", "se", "my", "am", "help",
        "support", "live", "space", "page", "life", "world", "pro", "app", "top", "link", "email",
        "test", "store", "site", "co",
    ]

    /// Zones accepted after a spelled-out dot, where common words would mislead.
    static let spelledZones: Set<String> = [
        "com", "net", "org", "info", "shop", "store", "biz", "online", "co", "uk", "de", "fr", "it",
        "es", "jp", "cn", "ca", "eu", "example", "io", "xyz", "site",
    ]

    static let mailProviders: Set<String> = [
        "gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "ymail", "icloud", "me",
        "aol",
        "gmx", "web", "t-online", "freenet", "orange", "wanadoo", "laposte", "free", "sfr",
        "libero",
        "virgilio", "tiscali", "alice", "telefonica", "terra", "163", "126", "qq", "foxmail",
        "sina",
        "sohu", "aliyun", "proton", "protonmail", "mail", "zoho", "docomo", "ezweb", "softbank",
        "nifty",
    ]

    static let fileExtensions: Set<String> = [
        "png", "jpg", "jpeg", "gif", "pdf", "zip", "bin", "txt", "doc", "docx", "xls", "xlsx",
        "csv",
        "md", "exe", "dmg", "apk", "html", "htm", "php", "js", "py", "sh", "mov", "mp4", "heic",
        "bmp", "tif", "tiff", "svg", "json", "xml", "stl", "rar", "7z", "tar", "gz", "iso", "img",
        "hex", "ini", "log", "cfg",
    ]

    /// Zones that are also endings of files, where the text speaks of files.
    static let fileZones: Set<String> = ["cc", "ai", "sh", "io", "ps", "pl", "top", "info", "tv"]

    static let amazonZones: Set<String> = [
        "com", "ca", "co.uk", "de", "fr", "it", "es", "co.jp", "com.mx", "com.br", "nl", "pl", "se",
        "com.be", "com.au", "sg", "in", "ae", "sa", "com.tr", "ie", "eg", "cn",
    ]

    /// Amazon's own short names; they hide where they lead.
    static let amazonShort: Set<String> = ["a.co", "amzn.to", "amzn.eu", "amzn.asia", "amzn.com"]

    static let shorteners: Set<String> = [
        "bit.ly", "tinyurl.com", "t.cn", "dwz.cn", "goo.gl", "ow.ly", "is.gd", "lin.ee", "wa.me",
        "m.me", "t.co", "cutt.ly", "rb.gy", "url.cn", "suo.im", "buff.ly", "rebrand.ly",
        "shorturl.at", "v.gd", "tiny.cc", "bl.ink", "t.ly", "urlz.fr", "s.id", "reurl.cc", "x.gd",
        "onl.tw", "w.url.cn", "lnkd.in", "t.me", "qr.ae", "soo.gd", "u.to",
    ]

    /// Carriers whose tracking pages an answer may name.
    static let carriers: Set<String> = [
        "ups.com", "fedex.com", "usps.com", "dhl.com", "dhl.de", "dhl.fr", "dhl.it", "dhl.es",
        "dhl.co.uk", "deutschepost.de", "royalmail.com", "parcelforce.com", "evri.com",
        "myhermes.co.uk", "hermesworld.com", "myhermes.de", "yodel.co.uk", "dpd.com", "dpd.de",
        "dpd.co.uk", "dpd.fr", "gls-group.eu", "gls-group.com", "gls-pakete.de", "gls-italy.com",
        "gls-spain.es", "laposte.fr", "colissimo.fr", "chronopost.fr", "mondialrelay.fr",
        "colisprive.com", "poste.it", "brt.it", "sda.it", "correos.es", "correosexpress.com",
        "seur.com", "mrw.es", "nacex.es", "canadapost.ca", "canadapost-postescanada.ca",
        "purolator.com", "ontrac.com", "intelcom.ca", "kuronekoyamato.co.jp",
        "yamato-transport.com",
        "sagawa-exp.co.jp", "post.japanpost.jp", "japanpost.jp", "seino.co.jp", "sf-express.com",
        "yunexpress.com", "4px.com", "cainiao.com", "ems.com.cn", "swiship.com", "swiship.co.uk",
        "swiship.de",
    ]

    /// Whether `host` is `name` or lies below it.
    static func host(_ host: String, isIn names: Set<String>) -> Bool {
        var rest = Substring(host)
        while true {
            if names.contains(String(rest)) { return true }
            guard let dot = rest.firstIndex(of: ".") else { return false }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// Whether `host` belongs to Amazon: `amazon.<zone>` or a name below it.
    static func isAmazon(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard let position = labels.lastIndex(of: "amazon"), position + 1 < labels.count else {
            return false
        }
        return amazonZones.contains(labels[(position + 1)...].joined(separator: "."))
    }
}
