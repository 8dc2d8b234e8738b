import ChannelAmazon
import HelpDesk
import Settings
import SwiftExtensions

extension DoctorCheck {
    /// Without the machine's zone data every due time would be shown in UTC.
    static func timeZones(_ configuration: Configuration) -> DoctorCheck {
        local("time zones") { context in
            let folder = context.surroundings.zoneFolder
            let missing = zones(of: configuration).filter { !isZone("\(folder)/\($0)") }
            return missing.isEmpty
                ? [DoctorFinding(.zonesOk, folder)]
                : missing.map { DoctorFinding(.zonesMissing, folder, ["zone": $0]) }
        }
    }

    /// The desk's own and those of its marketplaces, sorted.
    private static func zones(of configuration: Configuration) -> [String] {
        let shops = configuration.stores.flatMap(\.marketplaces).compactMap {
            MarketplaceTable.standard.marketplace(code: MarketplaceCode($0))?.zone
        }
        return Set(shops + [configuration.core.timeZone]).subtracting(["UTC"]).sorted()
    }

    private static func isZone(_ path: String) -> Bool {
        (try? FileStatus(path: path))?.isDirectory == false
    }
}
