extension Catalogue {
    /// The catalogue that is part of the program; English needs none.
    package static func embedded(_ language: InterfaceLanguage) -> Catalogue {
        switch language {
        case .english: Catalogue()
        case .simplifiedChinese: simplifiedChinese
        }
    }

    /// Files of the embedded Chinese catalogue with their names.
    package static var simplifiedChineseFiles: [(name: String, bytes: [UInt8])] {
        [
            ("categories.txt", PackageResources.categories_txt),
            ("clocks.txt", PackageResources.clocks_txt),
            ("collision.txt", PackageResources.collision_txt),
            ("commands.txt", PackageResources.commands_txt),
            ("composer.txt", PackageResources.composer_txt),
            ("desk.txt", PackageResources.desk_txt),
            ("dispatches.txt", PackageResources.dispatches_txt),
            ("doctor.txt", PackageResources.doctor_txt),
            ("engine.txt", PackageResources.engine_txt),
            ("errors.txt", PackageResources.errors_txt),
            ("fields.txt", PackageResources.fields_txt),
            ("figures.txt", PackageResources.figures_txt),
            ("files.txt", PackageResources.files_txt),
            ("findings.txt", PackageResources.findings_txt),
            ("inbox.txt", PackageResources.inbox_txt),
            ("life.txt", PackageResources.life_txt),
            ("panes.txt", PackageResources.panes_txt),
            ("record.txt", PackageResources.record_txt),
            ("routing.txt", PackageResources.routing_txt),
            ("reports.txt", PackageResources.reports_txt),
            ("rights.txt", PackageResources.rights_txt),
            ("setup.txt", PackageResources.setup_txt),
            ("suggestions.txt", PackageResources.suggestions_txt),
            ("thread.txt", PackageResources.thread_txt),
            ("wall.txt", PackageResources.wall_txt),
            ("library.txt", PackageResources.library_txt),
            ("vocabulary.txt", PackageResources.vocabulary_txt),
        ]
    }

    /// A bad file of our own is left out, never a reason to stop; the tests refuse it by name.
    private static let simplifiedChinese: Catalogue = {
        var catalogue = Catalogue()
        for file in simplifiedChineseFiles {
            try? catalogue.add(String(decoding: file.bytes, as: UTF8.self), file: file.name)
        }
        return catalogue
    }()
}
