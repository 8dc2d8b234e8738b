import ServiceLifecycle

/// A desk as a service: runs until shutdown begins, says goodbye, and lets what is under way be
/// written down.
package struct DeskService: Service {
    private let desk: Desk

    package init(_ desk: Desk) {
        self.desk = desk
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown { try await desk.run() }
        desk.goodbye(reason: "shutdown")
        await desk.shutdown()
    }
}
