/// Names of the core's parts as the record shows them.
enum ServiceName: String, Sendable {
    case record
    case dispatches
    case configuration, recovery, timers, outbox, credentials
    case mailIn = "mail-in"
    case orderSync = "order-sync"
    case account
    case clocks
    case reports
    case routing
    case forecasts
    case translation
    case categories
    /// Reads the linter's rules.
    case lint
    /// Where people come in.
    case door
}
