/// What the doctor can find. The raw values are for programs and never change their meaning.
package enum DoctorCode: String, Sendable, CaseIterable {
    case configOk = "config.ok"
    case configMissing = "config.missing"
    case configUnreadable = "config.unreadable"
    case configSyntax = "config.syntax"
    case configUnknownKey = "config.unknown_key"
    case configMissingKey = "config.missing_key"
    case configWrongType = "config.wrong_type"
    case configBadValue = "config.bad_value"
    case configDuplicate = "config.duplicate"
    case configSecretMissing = "config.secret_missing"
    case configSecretExposed = "config.secret_exposed"
    case configSecretUnreadable = "config.secret_unreadable"
    case configSecretEmpty = "config.secret_empty"
    case configNoCredentials = "config.no_credentials_directory"
    case configInsecureEndpoint = "config.insecure_endpoint"
    case configUnknownReference = "config.unknown_reference"

    case dataOk = "data.ok"
    case dataCoreRunning = "data.core_running"
    case dataMissing = "data.missing"
    case dataNotCreatable = "data.not_creatable"
    case dataNotAFolder = "data.not_a_folder"
    case dataUnreadable = "data.unreadable"
    case dataOpenToOthers = "data.open_to_others"
    case dataForeignOwner = "data.foreign_owner"
    case dataOtherAccount = "data.other_account"

    case keyOk = "key.ok"
    case keyNotYet = "key.not_yet"
    case keyMissing = "key.missing"
    case keyOpenToOthers = "key.open_to_others"
    case keyForeignOwner = "key.foreign_owner"
    case keyNotAFile = "key.not_a_file"
    case keyLength = "key.length"
    case keyUnreadable = "key.unreadable"
    case keyMismatch = "key.mismatch"

    case databaseOk = "database.ok"
    case databaseNone = "database.none"
    case databaseTooNew = "database.too_new"
    case databaseOlder = "database.older"
    case databaseDamaged = "database.damaged"
    case databaseUnreadable = "database.unreadable"
    case databaseSlow = "database.slow"

    case diskOk = "disk.ok"
    case diskLow = "disk.low"
    case diskFull = "disk.full"
    case diskUnknown = "disk.unknown"

    case socketOk = "socket.ok"
    case socketIdle = "socket.idle"
    case socketFolderMissing = "socket.folder_missing"
    case socketFolderNotWritable = "socket.folder_not_writable"
    case socketNotASocket = "socket.not_a_socket"
    case socketSilent = "socket.silent"
    case socketStranger = "socket.stranger"
    case socketClosed = "socket.closed"

    case clockOk = "clock.ok"
    case clockImplausible = "clock.implausible"
    case clockSkewed = "clock.skewed"

    case zonesOk = "zones.ok"
    case zonesMissing = "zones.missing"

    case templatesOk = "templates.ok"
    case templatesNone = "templates.none"
    case templatesUnreadable = "templates.unreadable"
    case templatesInvalid = "templates.invalid"

    case lintRulesOk = "lint_rules.ok"
    case lintRulesNone = "lint_rules.none"
    case lintRulesUnreadable = "lint_rules.unreadable"
    /// The rest of the team's rules are in force, and the last good version of this file.
    case lintRulesInvalid = "lint_rules.invalid"

    case auditOk = "audit.ok"
    case auditNoCopy = "audit.no_copy"
    case auditUnreachable = "audit.unreachable"
    case auditOtherAccount = "audit.other_account"

    case mailboxOk = "mailbox.ok"
    case mailboxMaildirMissing = "mailbox.maildir_missing"
    case mailboxMaildirUnreadable = "mailbox.maildir_unreadable"
    case mailboxNetwork = "mailbox.network"
    case mailboxLoginRefused = "mailbox.login_refused"
    case mailboxCertificate = "mailbox.certificate"
    case mailboxInsecure = "mailbox.insecure"
    case mailboxProtocol = "mailbox.protocol"
    case mailboxFolderMissing = "mailbox.folder_missing"
    case mailboxSecretUnreadable = "mailbox.secret_unreadable"
    case mailboxOauthRefused = "mailbox.oauth_refused"

    /// Nothing of the mailbox's mail proves who sent it: no receiving server is named.
    case originUnproven = "origin.unproven"
    case originNoAddress = "origin.no_address"

    case senderOk = "sender.ok"
    case senderNone = "sender.none"
    case senderNetwork = "sender.network"
    case senderLoginRefused = "sender.login_refused"
    case senderCertificate = "sender.certificate"
    case senderInsecure = "sender.insecure"
    case senderUnavailable = "sender.unavailable"
    case senderSecretUnreadable = "sender.secret_unreadable"
    case senderOauthRefused = "sender.oauth_refused"
    case senderCommandInvalid = "sender.command_invalid"
    case senderCommandMissing = "sender.command_missing"
    /// Replies come back as those of a sender that Amazon does not know.
    case senderUnapproved = "sender.unapproved"

    case amazonLoginOk = "amazon.login_ok"
    case amazonAuthorisationEnded = "amazon.authorisation_ended"
    case amazonForeignToken = "amazon.foreign_token"
    case amazonClientRejected = "amazon.client_rejected"
    case amazonSecretUnreadable = "amazon.secret_unreadable"
    case amazonEndpointMissing = "amazon.endpoint_missing"
    case amazonNetwork = "amazon.network"
    case amazonThrottled = "amazon.throttled"
    case amazonOutage = "amazon.outage"
    case amazonSuspended = "amazon.suspended"
    case amazonUnexpected = "amazon.unexpected"
    case amazonAccessOk = "amazon.access_ok"
    case amazonAccessDenied = "amazon.access_denied"
    case amazonMarketplaceUnknown = "amazon.marketplace_unknown"
    case amazonMarketplaceMissing = "amazon.marketplace_missing"
    case amazonListingsSuspended = "amazon.listings_suspended"
    case amazonRoleOk = "amazon.role_ok"
    case amazonRoleMissing = "amazon.role_missing"
    case amazonRoleUntested = "amazon.role_untested"

    case amazonWrongRegion = "amazon.wrong_region"
    case amazonClockSkew = "amazon.clock_skew"

    case consentOk = "consent.ok"
    case consentDue = "consent.due"
    case consentOverdue = "consent.overdue"
    case consentUnknown = "consent.unknown"
    case secretOk = "secret.ok"
    case secretDue = "secret.due"
    case secretOverdue = "secret.overdue"
    case secretUnknown = "secret.unknown"

    case setupComplete = "setup.complete"
    case setupOpen = "setup.open"
    case setupUnreadable = "setup.unreadable"
    case roundTripOk = "round_trip.ok"
    case roundTripOld = "round_trip.old"
    case roundTripFailed = "round_trip.failed"
    case tablesOk = "tables.ok"

    case machineSlow = "machine.slow"

    case networkTimedOut = "network.timed_out"
}

extension DoctorCode {
    /// How much it matters. Warnings leave the desk able to work.
    package var level: DoctorLevel {
        switch self {
        case .configOk, .dataOk, .dataCoreRunning, .keyOk, .keyNotYet, .databaseOk, .databaseNone,
            .diskOk, .socketOk, .socketIdle, .clockOk, .zonesOk, .templatesOk, .templatesNone,
            .lintRulesOk, .lintRulesNone, .auditOk,
            .mailboxOk, .senderOk, .amazonLoginOk, .amazonAccessOk, .amazonRoleOk, .consentOk,
            .secretOk, .setupComplete, .roundTripOk, .tablesOk:
            .ok
        case .dataMissing, .dataOtherAccount, .databaseOlder, .databaseSlow, .diskLow, .diskUnknown,
            .socketStranger, .clockSkewed, .senderNone, .amazonThrottled, .amazonOutage,
            .amazonListingsSuspended, .amazonRoleUntested, .consentDue, .consentUnknown, .secretDue,
            .secretUnknown, .setupOpen, .setupUnreadable, .roundTripOld, .roundTripFailed,
            .senderUnapproved, .originUnproven, .originNoAddress, .auditNoCopy,
            .auditOtherAccount:
            .warn
        default:
            .error
        }
    }
}
