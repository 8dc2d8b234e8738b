import Foundation
import HelpDesk
import MailKit
import ServiceLifecycle
import Simulator
import SwiftExtensions

/// Lets the crowd speak when its time comes, into the Maildir that the core reads.
actor CrowdService: Service {
    private var crowd: BuyerCrowd
    private let maildir: Maildir

    init(crowd: BuyerCrowd, maildir: Maildir) {
        self.crowd = crowd
        self.maildir = maildir
    }

    /// Half a second is soon enough for a buyer.
    nonisolated func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await self.speak()
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    func hear(_ mail: SunkMail) {
        crowd.hear(mail, at: DemoClock.now())
    }

    private func speak() throws {
        for mail in crowd.speak(upTo: DemoClock.now()) { _ = try maildir.deliver(mail.bytes) }
    }
}
