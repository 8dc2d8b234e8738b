package import SwiftExtensions

/// How a language writes days, money and lists in a letter.
package struct TemplateLocale: Hashable, Sendable {
    private let language: String
    private let months: [String]
    private let weekdays: [String]

    package static let english = TemplateLocale(
        language: "en",
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December",
        ],
        weekdays: [
            "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
        ])

    private init(language: String, months: [String], weekdays: [String]) {
        self.language = language
        self.months = months
        self.weekdays = weekdays
    }

    /// The locale of a BCP 47 language by its first part; nil for a language without templates.
    package init?(_ code: LanguageCode) {
        let language = code.rawValue.prefix { $0 != "-" }
        guard let locale = Self.all.first(where: { $0.language == language }) else { return nil }
        self = locale
    }

    private static let all = [
        english,
        TemplateLocale(
            language: "de",
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                "September", "Oktober", "November", "Dezember",
            ],
            weekdays: [
                "Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag",
            ]),
        TemplateLocale(
            language: "fr",
            months: [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ],
            weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]),
        TemplateLocale(
            language: "it",
            months: [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
                "settembre", "ottobre", "novembre", "dicembre",
            ],
            weekdays: [
                "domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato",
            ]),
        TemplateLocale(
            language: "es",
            months: [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre",
            ],
            weekdays: [
                "domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
            ]),
        TemplateLocale(language: "ja", months: [], weekdays: ["日", "月", "火", "水", "木", "金", "土"]),
        TemplateLocale(language: "zh", months: [], weekdays: ["日", "一", "二", "三", "四", "五", "六"]),
    ]

    /// A day of a letter, with its weekday and without its year: `Tuesday, March 3`.
    package func date(_ day: CivilTime) -> String {
        guard weekdays.indices.contains(day.weekday) else { return "" }
        let weekday = weekdays[day.weekday]
        switch language {
        case "ja": return "\(day.month)月\(day.day)日(\(weekday))"
        case "zh": return "\(day.month)月\(day.day)日（周\(weekday)）"
        default: break
        }
        guard months.indices.contains(day.month - 1) else { return "" }
        let month = months[day.month - 1]
        switch language {
        case "de": return "\(weekday), \(day.day). \(month)"
        case "fr": return "\(weekday) \(day.day == 1 ? "1er" : String(day.day)) \(month)"
        case "it": return "\(weekday) \(day.day == 1 ? "1º" : String(day.day)) \(month)"
        case "es": return "\(weekday), \(day.day) de \(month)"
        default: return "\(weekday), \(month) \(day.day)"
        }
    }

    var usesComma: Bool { ["de", "fr", "it", "es"].contains(language) }
    var isJapanese: Bool { language == "ja" }

    /// French keeps thousands apart with a narrow space that never breaks.
    var thousandsSign: String {
        switch language {
        case "fr": "\u{202F}"
        case "de", "it", "es": "."
        default: ","
        }
    }

    /// Names joined as a sentence does it.
    package func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let head = items.dropLast()
        switch language {
        case "ja": return items.joined(separator: "、")
        case "zh": return head.joined(separator: "、") + "和" + last
        case "de": return head.joined(separator: ", ") + " und " + last
        case "fr": return head.joined(separator: ", ") + " et " + last
        case "it": return head.joined(separator: ", ") + " e " + last
        case "es": return head.joined(separator: ", ") + " y " + last
        case "en" where items.count > 2: return head.joined(separator: ", ") + ", and " + last
        default: return head.joined(separator: ", ") + " and " + last
        }
    }

    func text(_ value: TemplateValue) -> String {
        switch value {
        case .text(let text): text
        case .date(let day): date(day)
        case .money(let money): self.money(money)
        case .list(let items): list(items)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "✓" : ""
        }
    }
}
