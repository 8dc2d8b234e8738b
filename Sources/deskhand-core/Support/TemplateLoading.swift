import Core
import HelpDesk
import Settings

/// The templates of a folder, and what each is for.
struct TemplateLoading {
    var records: [TemplateRecord] = []
    var scopes: [TemplateKey: TemplateScope] = [:]

    /// Turns template files into records, refusing what would fail an agent later. Throws every
    /// problem of every file at once.
    init(folder: String?) throws(ConfigurationError) {
        guard let folder else { return }
        var problems: [ConfigurationProblem] = []
        for entry in try TemplateFile.loadAll(inFolder: folder) {
            guard let category = InquiryCategory(rawValue: entry.category) else {
                let known = InquiryCategory.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(Self.problem(entry, "category", "one of \(known)"))
                continue
            }
            let found = Self.template(entry, category).validate(file: entry.file, line: entry.line)
            problems += found.map { fault in
                ConfigurationProblem(
                    file: fault.file, line: fault.line, key: "\(entry.key).\(fault.field)",
                    kind: .badValue, detail: fault.detail)
            }
            var states: [OrderStanding] = []
            for word in entry.orderStates {
                guard let state = OrderStanding(rawValue: word) else {
                    let known = OrderStanding.allCases.map(\.rawValue).joined(separator: ", ")
                    problems.append(Self.problem(entry, "order_states", "of \(known)"))
                    continue
                }
                states.append(state)
            }
            records.append(
                TemplateRecord(
                    key: TemplateKey(entry.key), title: entry.title,
                    language: LanguageCode(entry.language), category: category,
                    body: entry.body, version: entry.version))
            scopes[TemplateKey(entry.key)] = TemplateScope(
                stores: entry.stores.map { StoreID($0) },
                marketplaces: entry.marketplaces.map { MarketplaceCode($0) },
                orderStates: states, group: entry.group.map { GroupID($0) },
                origin: entry.origin.map { TemplateKey($0) })
        }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
    }

    private static func template(_ entry: TemplateFile.Entry, _ category: InquiryCategory)
        -> ReplyTemplate
    {
        ReplyTemplate(
            key: TemplateKey(entry.key), title: entry.title,
            language: LanguageCode(entry.language), category: category,
            stores: entry.stores.map { StoreID($0) },
            marketplaces: entry.marketplaces.map { MarketplaceCode($0) }, body: entry.body,
            version: entry.version)
    }

    private static func problem(_ entry: TemplateFile.Entry, _ field: String, _ detail: String)
        -> ConfigurationProblem
    {
        ConfigurationProblem(
            file: entry.file, line: entry.line, key: "\(entry.key).\(field)", kind: .badValue,
            detail: detail)
    }
}
