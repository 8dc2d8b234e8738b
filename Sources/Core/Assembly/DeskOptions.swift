package import HelpDesk
package import Logging

/// What a program adds to the configuration file when it starts a desk.
package struct DeskOptions: Sendable {
    package var people: [PersonSeed] = []
    package var templates: [TemplateRecord] = []
    package var templateScopes: [TemplateKey: TemplateScope] = [:]
    package var storeNames: [StoreID: String] = [:]
    package var isRehearsal = false
    package var coreVersion = "1.0.0"
    package var logger = Logger(label: "desk")
    package var clock: any DeskClock = SystemClock()
    package var random: DeskRandom = .system

    package init() {}
}
