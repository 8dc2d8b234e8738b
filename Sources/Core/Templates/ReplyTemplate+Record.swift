import HelpDesk

extension ReplyTemplate {
    /// A template from the record, with the stores and marketplaces that the settings name for it.
    init(_ record: TemplateRecord, settings: DeskSettings) {
        let scope = settings.templateScopes[record.key] ?? TemplateScope()
        self.init(
            key: record.key, title: record.title, language: record.language,
            category: record.category, stores: scope.stores, marketplaces: scope.marketplaces,
            body: record.body, version: record.version)
    }
}
