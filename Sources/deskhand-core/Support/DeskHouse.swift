import Core
import HelpDesk
import Logging
import Settings
import Store
import Wire

/// An opened data folder with the desk on it: what `serve`, `sync --once` and `demo` share.
struct DeskHouse {
    let folder: DataFolder
    let database: DeskDatabase
    let desk: Desk

    /// Locks the folder, opens the database and assembles the desk. Throws `dataFolderLocked` when
    /// another core has it.
    static func open(
        _ configuration: Configuration, people: [PersonSeed] = [],
        storeNames: [StoreID: String] = [:],
        isRehearsal: Bool = false, logger: Logger
    ) async throws -> DeskHouse {
        let folder = try DataFolder.open(configuration.core.data)
        let key = try ContentKey.load(orCreateAt: folder.keyPath)
        let database = try DeskDatabase(path: folder.databasePath, key: key)
        var options = DeskOptions()
        options.people = people
        options.isRehearsal = isRehearsal
        let templates = try TemplateLoading(folder: configuration.core.templates)
        options.templates = templates.records
        options.templateScopes = templates.scopes
        options.storeNames = storeNames
        options.coreVersion = deskhandVersion
        options.logger = logger
        let desk = try await Desk.assemble(
            configuration: configuration, database: database, options: options)
        return DeskHouse(folder: folder, database: database, desk: desk)
    }

    func close() throws {
        try database.close()
        folder.close()
    }
}
