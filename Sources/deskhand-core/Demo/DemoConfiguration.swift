import Foundation
import HelpDesk
import Simulator

/// Writes the tour's configuration file, as an owner would: the core reads it like any other.
enum DemoConfiguration {
    static func write(
        _ world: SampleWorld, to house: DemoFolder, amazonPort: Int, sinkPort: Int
    ) throws {
        try house.write(DemoPlatform.clientSecret, to: "lwa")
        for store in world.stores {
            try house.write(
                DemoPlatform.refreshToken(store.profile.id), to: store.profile.id.rawValue)
        }
        try house.write(
            head(world, house, amazonPort: amazonPort, sinkPort: sinkPort)
                + world.stores.map(table).joined(), to: "deskhand.toml")
    }

    private static func head(
        _ world: SampleWorld, _ house: DemoFolder, amazonPort: Int, sinkPort: Int
    ) -> String {
        """
        [core]
        data = "data"
        socket = "core.sock"
        admins = ["root"]
        time_zone = "Asia/Shanghai"
        undo_seconds = 8
        templates = "\(world.templatesFolder)"

        [[mailbox]]
        name = "desk"
        maildir = "mail"
        smtp = "smtp://127.0.0.1:\(sinkPort)"
        from = "desk@desk.example"
        auth_results = ["mx.desk.example"]
        go_live = "2020-01-01"

        [amazon]
        client_id = "\(DemoPlatform.clientID)"
        client_secret_file = "lwa"
        lwa = "http://127.0.0.1:\(amazonPort)/auth/o2/token"
        endpoints = { na = "http://127.0.0.1:\(amazonPort)", eu = "http://127.0.0.1:\(amazonPort)", \
        fe = "http://127.0.0.1:\(amazonPort)" }

        """
    }

    private static func table(_ store: SampleStore) -> String {
        let profile = store.profile
        let sites = profile.marketplaces.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return """

            [[store]]
            id = "\(profile.id)"
            seller_id = "\(profile.sellerID)"
            region = "\(profile.region)"
            marketplaces = [\(sites)]
            refresh_token_file = "\(profile.id)"
            mailbox = "desk"
            address = "\(profile.address ?? "")"
            sync = { backfill_days = 90, every_seconds = 20 }

            """
    }
}
