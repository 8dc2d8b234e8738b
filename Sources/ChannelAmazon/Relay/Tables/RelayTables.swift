package import Channels

/// All that the reading of relay mail knows about words and addresses: data files, checked on load.
package struct RelayTables: Sendable {
    var addresses: AddressTable
    var markers: MarkerTable
    var subjects: SubjectTable
    var notices: NoticeTable
    var categories: CategoryTable
    var courtesy: CourtesyTable
    var marketplaces: MarketplaceTable = .standard

    /// The tables that ship with the desk, parsed once for all that ask.
    package static func embedded() throws(TableFault) -> RelayTables { try shipped.get() }

    private static let shipped = Result { () throws(TableFault) in try parsed() }

    private static func parsed() throws(TableFault) -> RelayTables {
        try RelayTables(
            addresses: AddressTable(
                TableFile("relay.toml", toml: EmbeddedTable.text(PackageResources.relay_toml))),
            markers: MarkerTable(
                TableFile("markers.toml", toml: EmbeddedTable.text(PackageResources.markers_toml))),
            subjects: SubjectTable(
                TableFile("subjects.toml", toml: EmbeddedTable.text(PackageResources.subjects_toml))
            ),
            notices: NoticeTable(
                TableFile("notices.toml", toml: EmbeddedTable.text(PackageResources.notices_toml))),
            categories: CategoryTable(
                TableFile(
                    "categories.toml", toml: EmbeddedTable.text(PackageResources.categories_toml))),
            courtesy: CourtesyTable(
                TableFile(
                    "relay-courtesy.toml",
                    toml: EmbeddedTable.text(PackageResources.relay_courtesy_toml))))
    }

    /// Replaces one table by other text, so that a changed file can be tried before it is used.
    package mutating func replace(file: String, toml: String) throws(TableFault) {
        guard file != "marketplaces.toml" else {
            do { marketplaces = try MarketplaceTable(toml: toml) } catch {
                throw TableFault(file: file, line: nil, key: "", reason: "is no such table")
            }
            return
        }
        let table = try TableFile(file, toml: toml)
        switch file {
        case "relay.toml": addresses = try AddressTable(table)
        case "markers.toml": markers = try MarkerTable(table)
        case "subjects.toml": subjects = try SubjectTable(table)
        case "notices.toml": notices = try NoticeTable(table)
        case "categories.toml": categories = try CategoryTable(table)
        case "relay-courtesy.toml": courtesy = try CourtesyTable(table)
        default:
            throw TableFault(file: file, line: nil, key: "", reason: "is not a table of relay mail")
        }
    }
}
