package import SwiftExtensions

/// The desk's configuration as read from one TOML file; see docs/Configuration.md for the keys.
package struct Configuration: Sendable, Hashable {
    /// The file that this came from, for messages.
    package var file: String
    package var core: CoreSettings
    package var mailboxes: [MailboxSettings]
    package var amazon: AmazonSettings?
    package var stores: [StoreSettings]
    package var workstation = WorkstationSettings()
    package var audit = AuditSettings()
    /// Nil when nothing translates.
    package var translation: TranslationSettings?
    /// Nil when nothing proposes answers.
    package var drafting: DraftingSettings?

    package init(
        file: String, core: CoreSettings, mailboxes: [MailboxSettings] = [],
        amazon: AmazonSettings? = nil, stores: [StoreSettings] = []
    ) {
        self.file = file
        self.core = core
        self.mailboxes = mailboxes
        self.amazon = amazon
        self.stores = stores
    }
}

/// `[workstation]`: what all agents' screens share.
package struct WorkstationSettings: Sendable, Hashable {
    /// Command that shows a file, which it gets as its last word; nil for none.
    package var viewer: String?
    /// Program by its whole path and its words: records until SIGINT, then writes what it heard;
    /// empty for none.
    package var dictation: [String] = []

    package init(viewer: String? = nil) {
        self.viewer = viewer
    }
}

/// `[core]`.
package struct CoreSettings: Sendable, Hashable {
    /// Folder of database, keys and lock; mode 0700.
    package var data: String
    package var socket: String
    /// Unix users who may do everything.
    package var admins: [String]
    /// IANA name of the desk's zone.
    package var timeZone: String
    /// How long a reply can be taken back before it leaves, 0 to 60.
    package var undoSeconds: Int
    /// Folder of template files (`*.toml`) read at start; nil for none.
    package var templates: String?
    /// Folder of a team's own rules for the linter (`*.toml`), read again when a file changes.
    package var lintRules: String?
    /// The spelling program: `hunspell`, `aspell` or `off`; nil for whichever is installed.
    package var spelling: String?
    /// Whether whoever may excuse may also say that "no response needed" is ticked on the
    /// platform. Else it takes the right `confirm_excuse`.
    package var agentsConfirmExcuses = false

    package init(
        data: String, socket: String, admins: [String] = [], timeZone: String = "UTC",
        undoSeconds: Int = 15, templates: String? = nil
    ) {
        self.data = data
        self.socket = socket
        self.admins = admins
        self.timeZone = timeZone
        self.undoSeconds = undoSeconds
        self.templates = templates
    }
}

/// `[[mailbox]]`.
package struct MailboxSettings: Sendable, Hashable {
    package enum Inbound: Sendable, Hashable {
        case imap(MailServer)
        /// A Maildir's folder, with `new` and `cur` in it.
        case maildir(String)
    }

    package enum Outbound: Sendable, Hashable {
        case smtp(MailServer)
        /// A sendmail-like command; `%f` stands for the sender.
        case sendmail(String)
    }

    package enum Login: Sendable, Hashable {
        case none
        case password(user: String, Secret)
        case oauth2(user: String, clientID: String, tokenEndpoint: String, refreshToken: Secret)
    }

    package var name: String
    package var inbound: Inbound
    package var outbound: Outbound?
    package var login: Login
    /// The approved sender (amazon reference 2.10); nil when the mailbox only receives.
    package var from: String?
    package var pollSeconds: Int
    /// Names of the servers whose Authentication-Results count; where empty, no pass proves anything.
    package var resultServers: [String] = []
    /// Before this instant mail is history and owed to nobody; nil for a day before the first run.
    package var goLive: Timestamp?
    /// The sendmail command's exit code 75 means that it took nothing; else it may have queued.
    package var tempfailRefuses = false

    package init(
        name: String, inbound: Inbound, outbound: Outbound?, login: Login, from: String?,
        pollSeconds: Int = 60
    ) {
        self.name = name
        self.inbound = inbound
        self.outbound = outbound
        self.login = login
        self.from = from
        self.pollSeconds = pollSeconds
    }
}

/// A mail server's address. Without encryption only on the loopback.
package struct MailServer: Sendable, Hashable {
    package enum Encryption: String, Sendable, Hashable {
        /// TLS from the first byte (`imaps`, `smtps`).
        case tls
        /// Upgraded by STARTTLS, required (`imap+starttls`, `smtp+starttls`).
        case startTLS
        case none
    }

    package var host: String
    package var port: Int
    package var encryption: Encryption

    package init(host: String, port: Int, encryption: Encryption) {
        self.host = host
        self.port = port
        self.encryption = encryption
    }
}

/// `[amazon]`.
package struct AmazonSettings: Sendable, Hashable {
    package var clientID: String
    /// The queue of notifications; nil when the desk only polls.
    package var notifications: NotificationSettings?
    package var clientSecret: Secret
    package var applicationID: String?
    /// The token endpoint of Login with Amazon.
    package var lwa: String
    /// SP-API endpoints by region: `na`, `eu`, `fe`.
    package var endpoints: [String: String]
    /// Where Seller Central sends an owner back to after the consent; nil for the first address
    /// that the application is registered with.
    package var redirect: String?
    /// Stands in for every Seller Central of the consent; nil for Amazon's own.
    package var consent: String?
    /// Whether the application is not published yet.
    package var isDraft: Bool = false

    package init(
        clientID: String, clientSecret: Secret, applicationID: String?, lwa: String,
        endpoints: [String: String]
    ) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.applicationID = applicationID
        self.lwa = lwa
        self.endpoints = endpoints
    }
}

/// `[[store]]`: one seller account in one region.
package struct StoreSettings: Sendable, Hashable {
    package var id: String
    package var channel: String
    package var sellerID: String
    package var region: String
    package var marketplaces: [String]
    package var refreshToken: Secret?
    package var mailbox: String?
    package var address: String?
    package var syncsOrders: Bool
    package var syncsMessages: Bool
    package var backfillDays: Int
    package var everySeconds: Int

    package init(
        id: String, channel: String, sellerID: String, region: String, marketplaces: [String],
        refreshToken: Secret?, mailbox: String?, address: String?, syncsOrders: Bool = true,
        syncsMessages: Bool = true, backfillDays: Int = 90, everySeconds: Int = 180
    ) {
        self.id = id
        self.channel = channel
        self.sellerID = sellerID
        self.region = region
        self.marketplaces = marketplaces
        self.refreshToken = refreshToken
        self.mailbox = mailbox
        self.address = address
        self.syncsOrders = syncsOrders
        self.syncsMessages = syncsMessages
        self.backfillDays = backfillDays
        self.everySeconds = everySeconds
    }
}
