import ArgumentParser
import CoreClient
import HelpDesk
import Wire

/// Which tickets of the wall are meant.
struct WallFilterOptions: ParsableArguments {
    @Option(help: "store, marketplace, group, person or band.")
    var by: String = WallDimension.store.rawValue

    @Option(help: "The value: a store, a marketplace, a group's name, a Unix user; '-' for none.")
    var key: String?

    @Option(help: "over, now, soon, watch or calm.")
    var band: String?

    @Flag(help: "Only tickets of nobody.")
    var unowned = false

    @Flag(help: "Only tickets of nobody whose time runs out.")
    var urgent = false

    func validate() throws {
        guard WallDimension(rawValue: by) != nil else {
            throw ValidationError(
                "'--by \(by)' is none of store, marketplace, group, person, band.")
        }
        if let band, UrgencyBand(rawValue: band) == nil {
            throw ValidationError("'--band \(band)' is none of over, now, soon, watch, calm.")
        }
    }

    var dimension: WallDimension { WallDimension(rawValue: by) ?? .store }

    func filter(_ directory: RoutingDirectory) throws(DeskError) -> WallFilter {
        WallFilter(
            dimension, key: try value(directory), band: band.flatMap(UrgencyBand.init(rawValue:)),
            isUnowned: unowned, isUrgent: urgent)
    }

    private func value(_ directory: RoutingDirectory) throws(DeskError) -> String? {
        guard let key, key != "-" else { return key == nil ? nil : "" }
        switch dimension {
        case .store, .marketplace, .band: return key
        case .person: return String(try directory.person(key).rawValue)
        case .group: return String(try directory.group(key).group.value.id.rawValue)
        }
    }
}
